import type { NoticeLink, NoticeSubject } from '~/db/mail/plain-notice';
import { defineTexts, type TextsOf } from './texts';

/** Mails that are about no case: the subject line. Placeholders are the notice's params. */
export const noticeSubjectTexts = defineTexts({
  invitation: { da: 'Invitation til {supplier} på Snitfladeklar', en: 'Invitation to {supplier} on Snitfladeklar' },
  'role-given': { da: 'Du har fået en rolle hos {supplier}', en: 'You have been given a role at {supplier}' },
  'role-ended': { da: 'Din adgang hos {supplier} er ændret', en: 'Your access at {supplier} has changed' },
  steward: { da: 'Du er blevet ansvarlig for {product}', en: 'You now look after {product}' },
  handover: {
    da: 'Du er bedt om at svare på »{section}« for {product}',
    en: 'Please answer “{section}” for {product}',
  },
  'handover-done': { da: '»{section}« for {product} er svaret færdig', en: '“{section}” for {product} is done' },
  'handover-back': {
    da: '»{section}« for {product} er taget tilbage',
    en: '“{section}” for {product} has been taken back',
  },
  'handover-returned': {
    da: '»{section}« for {product} er givet tilbage til dig',
    en: '“{section}” for {product} has been handed back to you',
  },
  'transfer-offered': {
    da: '{supplier} vil overdrage {product} til jer',
    en: '{supplier} wants to transfer {product} to you',
  },
  'transfer-accepted': {
    da: '{product} er overdraget til {supplier}',
    en: '{product} has been transferred to {supplier}',
  },
  'registry-merged': { da: '{from} er lagt sammen med {to}', en: '{from} has been merged into {to}' },
  'registry-split': { da: '{to} er skilt ud fra {from}', en: '{to} has been split from {from}' },
  'registry-undone': {
    da: 'Ændringen af {from} og {to} er fortrudt',
    en: 'The change of {from} and {to} has been undone',
  },
  'transfer-declined': { da: '{supplier} overtager ikke {product}', en: '{supplier} does not take over {product}' },
  'access-request': { da: 'Bekræft din anmodning om adgang', en: 'Confirm your request for access' },
  'access-request-arrived': { da: 'En leverandør beder om adgang', en: 'A supplier asks for access' },
  'access-request-declined': {
    da: 'Din anmodning om adgang er ikke imødekommet',
    en: 'Your request for access was not granted',
  },
  'hearing-confirm': { da: 'Bekræft dit høringssvar', en: 'Confirm your comment' },
  'hearing-arrived': { da: 'Nyt høringssvar om {title}', en: 'New comment on {title}' },
  'hearing-answered': { da: 'Svar på dit høringssvar om {title}', en: 'Reply to your comment on {title}' },
  'dispute-confirm': { da: 'Bekræft din indsigelse om {product}', en: 'Confirm your objection about {product}' },
  'dispute-arrived': { da: 'Ny indsigelse om {product}', en: 'New objection about {product}' },
  'dispute-opened': { da: 'Et svar om {product} er omstridt', en: 'An answer about {product} is disputed' },
  'dispute-accepted': {
    da: 'Din indsigelse om {product} er offentlig',
    en: 'Your objection about {product} is public',
  },
  'dispute-declined': {
    da: 'Din indsigelse om {product} bliver ikke offentlig',
    en: 'Your objection about {product} will not be public',
  },
  'dispute-replied': {
    da: 'Leverandøren har svaret på indsigelsen om {product}',
    en: 'The supplier has replied about {product}',
  },
  'dispute-reply-returned': {
    da: 'Jeres svar på indsigelsen om {product} skal ændres',
    en: 'Your reply about {product} needs a change',
  },
  'dispute-resolved': { da: 'Indsigelsen om {product} er afsluttet', en: 'The objection about {product} is closed' },
  'contradiction-opened': {
    da: 'En kommune siger, at den ikke har {product} i drift som oplyst',
    en: 'A municipality says that it does not run {product} as stated',
  },
  'contradiction-contested': {
    da: 'Leverandøren af {product} har svaret jer',
    en: 'The supplier of {product} has replied to you',
  },
  'contradiction-public': {
    da: 'En uenighed om {product} er nu offentlig',
    en: 'A disagreement about {product} is now public',
  },
  'contradiction-settled': {
    da: 'Uenigheden om {product} er løst',
    en: 'The disagreement about {product} is settled',
  },
  'thread-message': { da: 'Sag {number}: ny besked om {product}', en: 'Case {number}: new message about {product}' },
  'thread-mention': { da: 'Sag {number}: du er nævnt i en tråd', en: 'Case {number}: you are mentioned in a thread' },
  'interface-sunset': {
    da: '{interface} version {version} udfases den {date}',
    en: '{interface} version {version} goes out of use on {date}',
  },
  'evidence-expires': {
    da: 'Dokumentation for {product} udløber den {date}',
    en: 'Evidence for {product} expires on {date}',
  },
  'attestation-ends': {
    da: 'Driftsbekræftelsen for {product} gælder til og med {date}',
    en: 'The attestation for {product} is valid up to and including {date}',
  },
  'review-taken-over': {
    da: 'Et afsnit i sag {number} er overtaget af en anden bedømmer',
    en: 'A section of case {number} has been taken over by another reviewer',
  },
  'review-handed-over': {
    da: 'Du har fået et afsnit i sag {number}',
    en: 'You have been given a section of case {number}',
  },
  'review-overdue': {
    da: 'Sag {number} er over tiden hos {municipality}',
    en: 'Case {number} is overdue at {municipality}',
  },
  'agreement-low': {
    da: 'Bedømmerne er ikke enige om »{question}«',
    en: 'Reviewers do not agree on “{question}”',
  },
} satisfies TextsOf<NoticeSubject>);

/** What has happened, and what the receiver can do. */
export const noticeBodyTexts = defineTexts({
  invitation: {
    da: 'Du er inviteret til at arbejde for {supplier} på Snitfladeklar, hvor leverandører erklærer, hvilke fælleskommunale snitflader deres it-systemer understøtter. Brug linket for at sige ja. Det virker til og med {date} og kun én gang.',
    en: 'You have been invited to work for {supplier} on Snitfladeklar, where suppliers declare which shared municipal interfaces their products support. Use the link to accept. It works until the end of {date}, and only once.',
  },
  'role-given': {
    da: 'Dine roller hos {supplier} er ændret, så du kan mere end før. På din konto kan du se, hvilke roller du har.',
    en: 'Your roles at {supplier} have changed, so that you can do more than before. Your account shows which roles you have.',
  },
  'role-ended': {
    da: 'En administrator hos {supplier} har taget en eller flere roller fra dig. Spørg en kollega, hvis du mener, det er en fejl.',
    en: 'An administrator at {supplier} has taken one or more roles from you. Ask a colleague if you think that is a mistake.',
  },
  steward: {
    da: 'Du er nu ansvarlig for {product} hos {supplier}. Det er dig, der får besked om frister, afgørelser og godkendelser, der udløber.',
    en: 'You now look after {product} at {supplier}. You are the one who is told of deadlines, decisions and approvals that expire.',
  },
  handover: {
    da: 'En kollega hos {supplier} har bedt dig om at svare på afsnittet »{section}« for {product}. Kollegaens besked står på erklæringen.',
    en: 'A colleague at {supplier} has asked you to answer the section “{section}” for {product}. Your colleague’s message is on the declaration.',
  },
  'handover-done': {
    da: 'Din kollega har meldt afsnittet »{section}« for {product} færdigt.',
    en: 'Your colleague has reported the section “{section}” for {product} as done.',
  },
  'handover-back': {
    da: 'Du skal ikke længere svare på afsnittet »{section}« for {product}. En kollega har taget det tilbage eller givet det til en anden.',
    en: 'You no longer need to answer the section “{section}” for {product}. A colleague has taken it back or given it to somebody else.',
  },
  'handover-returned': {
    da: 'Din kollega har givet afsnittet »{section}« for {product} tilbage, så det igen er dig, der skal sørge for svarene.',
    en: 'Your colleague has handed the section “{section}” for {product} back, so that its answers are up to you again.',
  },
  'transfer-offered': {
    da: '{supplier} tilbyder at overdrage it-systemet {product} til jer med erklæring, svar, dokumentation og offentliggørelse. En administrator hos jer kan tage imod eller afvise.',
    en: '{supplier} offers to transfer the product {product} to you with its declaration, answers, evidence and publication. An administrator of yours can accept or decline.',
  },
  'transfer-accepted': {
    da: '{product} hører nu til {supplier}. Den tidligere leverandørs rettigheder til systemet er ophørt.',
    en: '{product} now belongs to {supplier}. The earlier supplier’s rights to it have ended.',
  },
  'registry-merged': {
    da: 'Portalens koordinator har lagt {from} sammen med {to}. Gamle adresser fører til {to}. Intet er slettet, og det kan fortrydes: skriv til koordinatoren, hvis det ikke er rigtigt.',
    en: 'The portal’s coordinator has merged {from} into {to}. Old addresses lead to {to}. Nothing has been deleted and it can be undone: write to the coordinator if it is not right.',
  },
  'registry-split': {
    da: 'Portalens koordinator har skilt {to} ud fra {from}. Det kan fortrydes: skriv til koordinatoren, hvis det ikke er rigtigt.',
    en: 'The portal’s coordinator has split {to} from {from}. It can be undone: write to the coordinator if it is not right.',
  },
  'registry-undone': {
    da: 'Portalens koordinator har fortrudt ændringen af {from} og {to}. Alt er, som det var før.',
    en: 'The portal’s coordinator has undone the change of {from} and {to}. Everything is as it was before.',
  },
  'transfer-declined': {
    da: '{supplier} har sagt nej til at overtage {product}. Systemet hører fortsat til jer.',
    en: '{supplier} has declined to take over {product}. It still belongs to you.',
  },
  'access-request': {
    da: 'Nogen, formentlig dig, har bedt om adgang til Snitfladeklar for virksomheden med cvr-nummer {cvr}. Bekræft med linket senest {date}. Derefter ser virksomhedens administrator eller koordinatoren på anmodningen. Er det ikke dig, så se bort fra mailen.',
    en: 'Somebody, presumably you, has asked for access to Snitfladeklar for the company with CVR number {cvr}. Confirm with the link by {date}. The company’s administrator or the coordinator will then look at the request. If it was not you, ignore this mail.',
  },
  'access-request-arrived': {
    da: 'En anmodning om adgang for virksomheden med cvr-nummer {cvr} venter på, at du kontrollerer den.',
    en: 'A request for access for the company with CVR number {cvr} is waiting for you to check it.',
  },
  'access-request-declined': {
    da: 'Det kunne ikke bekræftes, at du må handle for virksomheden med cvr-nummer {cvr}, og din anmodning er derfor afvist. Du kan sende en ny med flere oplysninger.',
    en: 'It could not be confirmed that you may act for the company with CVR number {cvr}, and your request has therefore been declined. You can send a new one with more information.',
  },
  'hearing-confirm': {
    da: 'Nogen, formentlig dig, har skrevet et høringssvar om {title}, version {version}. Bekræft det med linket senest {date}. Derefter læser koordinatoren det. Er det ikke dig, så se bort fra mailen.',
    en: 'Somebody, presumably you, has written a comment on {title}, version {version}. Confirm it with the link by {date}. The coordinator then reads it. If it was not you, ignore this mail.',
  },
  'hearing-arrived': {
    da: 'Der er kommet et høringssvar fra {organisation} om {title}, version {version}.',
    en: '{organisation} has sent a comment on {title}, version {version}.',
  },
  'hearing-answered': {
    da: 'Tak for høringssvaret om {title}, version {version}. Koordinatoren svarer: {answer}',
    en: 'Thank you for your comment on {title}, version {version}. The coordinator replies: {answer}',
  },
  'dispute-confirm': {
    da: 'Nogen, formentlig dig, har gjort indsigelse mod et offentliggjort svar om {product}. Bekræft med linket senest {date}. Først derefter bliver indsigelsen læst. Er det ikke dig, så se bort fra mailen.',
    en: 'Somebody, presumably you, has objected to a published answer about {product}. Confirm with the link by {date}. Only then will the objection be read. If it was not you, ignore this mail.',
  },
  'dispute-arrived': {
    da: 'Der er gjort indsigelse mod et offentliggjort svar om {product}. Tag stilling til, om den skal offentliggøres.',
    en: 'Somebody has objected to a published answer about {product}. Decide whether the objection should be made public.',
  },
  'dispute-opened': {
    da: 'Der er gjort indsigelse mod et af jeres offentliggjorte svar om {product}. Svaret er nu mærket som omstridt. I har ret til at svare og bør gøre det senest {date}.',
    en: 'Somebody has objected to one of your published answers about {product}. The answer is now marked as disputed. You have a right of reply and should use it by {date}.',
  },
  'dispute-accepted': {
    da: 'Din indsigelse mod et svar om {product} er offentliggjort uden dit navn, og leverandøren er bedt om at svare.',
    en: 'Your objection to an answer about {product} has been made public without your name, and the supplier has been asked to reply.',
  },
  'dispute-declined': {
    da: 'Koordinatoren har vurderet, at din indsigelse mod et svar om {product} ikke skal offentliggøres. Begrundelse: {note}',
    en: 'The coordinator has decided not to make your objection to an answer about {product} public. Reason: {note}',
  },
  'dispute-replied': {
    da: 'Leverandøren har svaret på indsigelsen om {product}. Læs svaret, og godkend det, før det bliver offentligt.',
    en: 'The supplier has replied to the objection about {product}. Read the reply and approve it before it becomes public.',
  },
  'dispute-reply-returned': {
    da: 'Koordinatoren kan ikke offentliggøre jeres svar på indsigelsen om {product}, som det står. Begrundelse: {note}',
    en: 'The coordinator cannot publish your reply to the objection about {product} as it stands. Reason: {note}',
  },
  'dispute-resolved': {
    da: 'Indsigelsen mod et svar om {product} er afsluttet. Udfaldet står på systemets offentlige side.',
    en: 'The objection to an answer about {product} is closed. The outcome is on the product’s public page.',
  },
  'contradiction-opened': {
    da: 'I har oplyst, at {product} er i drift, men en kommune oplyser, at den ikke bruger snitfladen. Svar kommunen, eller ret jeres svar, senest {date}. Bliver I ikke enige, mærkes svaret som omstridt, og begge parters ord bliver offentlige.',
    en: 'You have stated that {product} is in production, but a municipality states that it does not use the interface. Reply to the municipality or correct your answer by {date}. If you do not agree, the answer is marked as disputed and the words of both sides become public.',
  },
  'contradiction-contested': {
    da: 'Leverandøren har svaret på det, I skrev om {product}. Læs svaret, og træk jeres udsagn tilbage, eller fasthold det, senest {date}. Ellers bliver uenigheden offentlig.',
    en: 'The supplier has replied to what you wrote about {product}. Read the reply, and withdraw your statement or stand by it by {date}. Otherwise the disagreement becomes public.',
  },
  'contradiction-public': {
    da: 'Leverandøren og kommunen er ikke blevet enige om, hvorvidt {product} er i drift med snitfladen. Svaret er nu mærket som omstridt, og begge parters ord kan læses på systemets side.',
    en: 'The supplier and the municipality have not agreed on whether {product} is in production with the interface. The answer is now marked as disputed, and the words of both sides can be read on the product’s page.',
  },
  'contradiction-settled': {
    da: 'Enten har kommunen trukket sit udsagn om {product} tilbage, eller også er svaret rettet. Intet af det er blevet offentligt.',
    en: 'Either the municipality has withdrawn its statement about {product}, or the answer has been corrected. Nothing of it has become public.',
  },
  'thread-message': {
    da: '{from} har skrevet om et spørgsmål i erklæringen for {product}. Læs beskeden, og svar på siden.',
    en: '{from} has written about a question in the declaration of {product}. Read the message and reply on the page.',
  },
  'thread-mention': {
    da: '{from} har nævnt dig i en intern tråd i sagen om {product}. Leverandøren ser ikke tråden.',
    en: '{from} has mentioned you in an internal thread in the case about {product}. The supplier does not see the thread.',
  },
  'interface-sunset': {
    da: 'Version {version} af {interface} udfases den {date}, og {product} bruger den eller oplyser ikke en nyere version. Gå over til version {successor}, og ret svaret. Opgaven står på jeres oversigt med de dage, der er tilbage.',
    en: 'Version {version} of {interface} goes out of use on {date}, and {product} uses it or does not state a newer version. Move to version {successor} and correct the answer. The task is on your overview with the days that are left.',
  },
  'evidence-expires': {
    da: '»{title}« for {product} gælder til og med {date}. Derefter regnes de svar, den bakker op om, ikke længere for dokumenteret. Erstat den med en nyere under »Dokumentation«. Det, I tidligere har indsendt, ændres ikke.',
    en: '“{title}” for {product} is valid up to and including {date}. After that, the answers it backs no longer count as documented. Replace it with a newer one under “Evidence”. What you have submitted before does not change.',
  },
  'attestation-ends': {
    da: 'I har bekræftet, at {product} er i drift med {interface} hos jer. Bekræftelsen gælder til og med {date}. Derefter tæller den ikke længere med i det offentlige overblik. Forny den, hvis I stadig bruger snitfladen.',
    en: 'You have attested that {product} is in production with {interface} at your municipality. The attestation is valid up to and including {date}. After that it no longer counts in the public overview. Renew it if you still use the interface.',
  },
  'review-taken-over': {
    da: 'En anden bedømmer har overtaget et afsnit, som du havde taget, i sagen om {product}. De vurderinger, du har givet, bliver stående.',
    en: 'Another reviewer has taken over a section that you had claimed in the case about {product}. The verdicts that you have given remain.',
  },
  'review-handed-over': {
    da: 'En kollega har givet dig et afsnit i sagen om {product} sammen med en besked. Åbn sagen, og se, hvad der mangler.',
    en: 'A colleague has given you a section of the case about {product} with a note. Open the case and see what is missing.',
  },
  'review-overdue': {
    da: 'Gennemgangen af {product} skulle have været færdig senest {date}. Sagen ligger stadig hos {municipality}. Tal med kommunen, eller fordel sagen til en anden.',
    en: 'The review of {product} should have been done by {date}. The case is still with {municipality}. Talk to the municipality, or route the case to another.',
  },
  'agreement-low': {
    da: 'I version {version} er to bedømmere enige i {percent} % af {pairs} dobbelte vurderinger af spørgsmålet. Det er under grænsen. Se, hvor de er uenige, og afgør, om spørgsmålet skal blive, som det er, eller omformuleres i næste version.',
    en: 'In version {version} two reviewers agree in {percent} % of {pairs} double reviews of the question. That is below the limit. See where they disagree, and decide whether the question is kept as it is or reworded in the next version.',
  },
} satisfies TextsOf<NoticeSubject>);

export const noticeLinkTexts = defineTexts({
  home: { da: 'Åbn arbejdspladsen', en: 'Open the workspace' },
  people: { da: 'Se kolleger og roller', en: 'See colleagues and roles' },
  transfers: { da: 'Se overdragelsen', en: 'See the transfer' },
  disputes: { da: 'Læs indsigelsen', en: 'Read the objection' },
  attestations: { da: 'Se driftsbekræftelserne', en: 'See the attestations' },
  contradictions: { da: 'Se uenigheden', en: 'See the disagreement' },
  admin: { da: 'Åbn koordinatorens side', en: 'Open the coordinator’s page' },
  'access-requests': { da: 'Besvar anmodningen', en: 'Answer the request' },
  'admin-disputes': { da: 'Behandl indsigelsen', en: 'Handle the objection' },
  invitation: { da: 'Se invitationen', en: 'See the invitation' },
  'hearing-confirmation': { da: 'Bekræft høringssvaret', en: 'Confirm the comment' },
  'admin-questionnaires': { da: 'Se høringssvarene', en: 'See the comments' },
  questionnaire: { da: 'Se spørgeskemaet', en: 'See the questionnaire' },
  'dispute-confirmation': { da: 'Bekræft indsigelsen', en: 'Confirm the objection' },
  'access-confirmation': { da: 'Bekræft anmodningen', en: 'Confirm the request' },
  section: { da: 'Åbn afsnittet', en: 'Open the section' },
  declaration: { da: 'Åbn erklæringen', en: 'Open the declaration' },
  product: { da: 'Se systemets offentlige side', en: 'See the product’s public page' },
  thread: { da: 'Læs og svar', en: 'Read and reply' },
  'calibration-task': { da: 'Se spørgsmålet', en: 'See the question' },
  'review-case': { da: 'Åbn sagen', en: 'Open the case' },
  'review-thread': { da: 'Læs og svar', en: 'Read and reply' },
} satisfies TextsOf<NoticeLink['page']>);

export const noticeFooterTexts = defineTexts({
  member: {
    da: 'Mailen er sendt automatisk og kan ikke besvares. Hvilke mails du får, bestemmer du på din konto.',
    en: 'This mail was sent automatically and cannot be replied to. Choose on your account which mails you get.',
  },
  stranger: {
    da: 'Mailen er sendt automatisk og kan ikke besvares. Kender du ikke noget til den, så gør ingenting.',
    en: 'This mail was sent automatically and cannot be replied to. If you know nothing of it, do nothing.',
  },
});
