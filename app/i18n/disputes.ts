import type { DisputeState } from '~/workflows/dispute';
import { defineTexts, type TextsOf } from './texts';

/** What everybody reads of disputes on public pages, and the form by which one begins. */
export const disputeTexts = defineTexts({
  tag: { da: 'Omstridt', en: 'Disputed' },
  tagExplanation: {
    da: 'Nogen er uenig i et godkendt svar. Begge parters ord står på it-systemets side.',
    en: 'Somebody disagrees with an approved answer. The words of both sides are on the product’s page.',
  },
  reportOne: { da: 'Meld uenighed', en: 'Disagree' },
  reportAny: { da: 'Meld en fejl eller uenighed', en: 'Report an error or disagree' },
  reportText: {
    da: 'Har du it-systemet og oplever noget andet, end der står her? Så kan du gøre indsigelse mod et svar.',
    en: 'Do you have the product, and is it otherwise than it says here? Then you can object to an answer.',
  },
  heading: { da: 'Indsigelser mod svar', en: 'Objections to answers' },
  stands: { da: 'Omstridt siden {date}', en: 'Disputed since {date}' },
  ended: { da: 'Indsigelse afsluttet {date}', en: 'Objection closed {date}' },
  stated: { da: '{who} skriver', en: '{who} writes' },
  replied: { da: 'Leverandøren svarer', en: 'The supplier replies' },
  noReply: { da: 'Leverandøren har ikke svaret endnu.', en: 'The supplier has not replied yet.' },
  neverReplied: { da: 'Leverandøren svarede ikke.', en: 'The supplier did not reply.' },
  outcome: { da: 'Hvad der kom ud af det', en: 'What came of it' },
  aboutPublication: { da: 'Om offentliggørelse nr. {number}', en: 'About publication no. {number}' },
  toDispute: { da: 'Læs indsigelsen og svaret på den', en: 'Read the objection and the reply to it' },

  formTitle: { da: 'Gør indsigelse mod et svar', en: 'Object to an answer' },
  formLead: {
    da: 'Skriv, hvad der ikke passer. Du får en e-mail og skal bekræfte, før nogen læser indsigelsen. Dit navn og din e-mail bliver ikke offentliggjort.',
    en: 'Write what is not right. You get an e-mail and have to confirm before anybody reads the objection. Your name and e-mail are not made public.',
  },
  formWayHeading: { da: 'Sådan foregår det', en: 'How it goes' },
  formWay1: {
    da: 'Du bekræfter indsigelsen med linket i e-mailen.',
    en: 'You confirm the objection by the link in the e-mail.',
  },
  formWay2: {
    da: 'Koordinatoren læser den. Er den saglig, vises et uddrag på it-systemets side, og svaret mærkes »omstridt«.',
    en: 'The coordinator reads it. If it is to the point, an extract is shown on the product’s page and the answer is marked as disputed.',
  },
  formWay3: {
    da: 'Leverandøren får 21 dage til at svare. Svaret står ved siden af indsigelsen.',
    en: 'The supplier has 21 days to reply. The reply stands beside the objection.',
  },
  formWay4: {
    da: 'Koordinatoren afslutter sagen og skriver, hvad der kom ud af den. Du får besked undervejs.',
    en: 'The coordinator closes the matter and writes what came of it. You are told on the way.',
  },
  fieldAnswer: { da: 'Hvilket svar drejer det sig om?', en: 'Which answer is it about?' },
  fieldReason: { da: 'Hvad passer ikke?', en: 'What is not right?' },
  fieldReasonHint: {
    da: 'Beskriv, hvad du har oplevet, hvornår og hvor. Skriv ikke navne på personer.',
    en: 'Describe what you have experienced, when and where. Do not write names of people.',
  },
  fieldEvidence: { da: 'Dokumentation', en: 'Evidence' },
  fieldEvidenceHint: {
    da: 'Et link eller en beskrivelse af, hvor det kan efterprøves.',
    en: 'A link, or a description of where it can be checked.',
  },
  fieldName: { da: 'Dit navn', en: 'Your name' },
  fieldOrganisation: { da: 'Din organisation', en: 'Your organisation' },
  fieldOrganisationHint: {
    da: 'For eksempel din kommune eller virksomhed. Koordinatoren kan vise den som afsender.',
    en: 'For example your municipality or company. The coordinator can show it as the sender.',
  },
  fieldEmail: { da: 'Din e-mail', en: 'Your e-mail' },
  fieldEmailHint: {
    da: 'Her sender vi linket, du skal bekræfte med.',
    en: 'We send the link that you confirm by here.',
  },
  fieldTrap: { da: 'Lad dette felt stå tomt', en: 'Leave this field empty' },
  formButton: { da: 'Send indsigelsen', en: 'Send the objection' },
  errorAnswer: { da: 'Vælg, hvilket svar det drejer sig om', en: 'Choose which answer it is about' },
  errorReason: {
    da: 'Skriv, hvad der ikke passer, med højst 4.000 tegn',
    en: 'Write what is not right, in at most 4,000 characters',
  },
  errorEvidence: {
    da: 'Beskriv dokumentationen med højst 2.000 tegn',
    en: 'Describe the evidence in at most 2,000 characters',
  },
  errorName: { da: 'Skriv dit navn', en: 'Write your name' },
  errorOrganisation: { da: 'Skriv navnet på din organisation', en: 'Write the name of your organisation' },
  errorEmail: {
    da: 'Skriv en e-mailadresse, for eksempel navn@kommune.dk',
    en: 'Write an e-mail address, for example name@municipality.dk',
  },
  sentHeading: { da: 'Bekræft indsigelsen i din e-mail', en: 'Confirm the objection in your e-mail' },
  sentText: {
    da: 'Vi har sendt dig et link. Det virker i tre dage. Indsigelsen bliver først læst, når du har bekræftet den.',
    en: 'We have sent you a link. It works for three days. The objection is read only after you have confirmed it.',
  },
  back: { da: 'Tilbage til {product}', en: 'Back to {product}' },

  confirmTitle: { da: 'Bekræft din indsigelse', en: 'Confirm your objection' },
  confirmText: {
    da: 'Du er ved at gøre indsigelse mod et svar om {product}. Når du bekræfter, læser koordinatoren det, du har skrevet:',
    en: 'You are about to object to an answer about {product}. When you confirm, the coordinator reads what you have written:',
  },
  confirmButton: { da: 'Bekræft indsigelsen', en: 'Confirm the objection' },
  confirmedHeading: { da: 'Indsigelsen er modtaget', en: 'The objection is received' },
  confirmedText: {
    da: 'Koordinatoren læser den og skriver til dig, når den er behandlet.',
    en: 'The coordinator reads it and writes to you when it has been handled.',
  },
  invalidHeading: { da: 'Linket virker ikke', en: 'The link does not work' },
  invalidText: {
    da: 'Det er brugt allerede, eller de tre dage er gået. Du kan gøre indsigelse igen fra it-systemets side.',
    en: 'It has been used already, or the three days have passed. You can object again from the product’s page.',
  },
});

/** The pages of the supplier and of the coordinator. */
export const disputeWorkTexts = defineTexts({
  supplierTitle: { da: 'Indsigelser mod jeres svar', en: 'Objections to your answers' },
  supplierLead: {
    da: 'Når nogen gør indsigelse mod et svar, der er offentligt, har I ret til at svare. Jeres svar vises sammen med indsigelsen.',
    en: 'When somebody objects to an answer that is public, you have a right of reply. Your reply is shown with the objection.',
  },
  supplierEmpty: { da: 'Ingen har gjort indsigelse', en: 'Nobody has objected' },
  supplierEmptyText: {
    da: 'Hvis nogen gør det, får I en e-mail, og indsigelsen står her.',
    en: 'If somebody does, you get an e-mail and the objection is here.',
  },
  adminTitle: { da: 'Indsigelser', en: 'Objections' },
  adminLead: {
    da: 'Bekræftede indsigelser mod svar, der er offentlige. De, der venter på dig, står øverst.',
    en: 'Confirmed objections to answers that are public. Those that wait for you come first.',
  },
  adminEmpty: { da: 'Der er ingen indsigelser', en: 'There are no objections' },
  adminEmptyText: {
    da: 'En indsigelse kommer her, når afsenderen har bekræftet sin e-mail.',
    en: 'An objection appears here when its sender has confirmed their e-mail.',
  },
  adminLink: { da: 'Se indsigelser', en: 'See objections' },
  adminHomeText: {
    da: 'Læsere kan gøre indsigelse mod et offentliggjort svar. Du afgør, om den vises, og hvornår den er afsluttet.',
    en: 'Readers can object to a published answer. You decide whether it is shown and when it is closed.',
  },
  municipalityTitle: { da: 'Uenigheder med leverandører', en: 'Disagreements with suppliers' },
  municipalityLead: {
    da: 'Siger en leverandør, at en snitflade er i drift, men bruger I den ikke? Så skriv det her. Leverandøren får 10 arbejdsdage til at svare, før uenigheden bliver offentlig.',
    en: 'Does a supplier say that an interface is in production, but you do not use it? Then write it here. The supplier has 10 working days to reply before the disagreement becomes public.',
  },
  municipalityEmpty: { da: 'I har ingen uenigheder', en: 'You have no disagreements' },
  municipalityEmptyText: {
    da: 'Find it-systemet under driftsbekræftelser, og vælg »Vi har det ikke i drift«.',
    en: 'Find the product under attestations of use and choose “We do not run it”.',
  },
  contradictFind: { da: 'Find et it-system, I ikke har i drift', en: 'Find a product that you do not run' },
  contradiction: { da: 'Kommunens udsagn', en: 'The municipality’s statement' },
  contradictHeading: { da: 'Vi har ikke {product} i drift', en: 'We do not run {product}' },
  contradictInterface: { da: 'Hvilken snitflade drejer det sig om?', en: 'Which interface is it about?' },
  contradictText: { da: 'Hvordan er det hos jer?', en: 'How is it at yours?' },
  contradictButton: { da: 'Send til leverandøren', en: 'Send to the supplier' },
  contradictNone: {
    da: 'Ingen af snitfladerne i {product} er oplyst at være i drift.',
    en: 'None of the interfaces of {product} is stated to be in production.',
  },
  noNames: {
    da: 'Teksten bliver offentlig, hvis I ikke bliver enige. Skriv ikke navne på personer.',
    en: 'The text becomes public if you do not agree. Do not write names of people.',
  },
  contestField: { da: 'Jeres svar til kommunen', en: 'Your reply to the municipality' },
  contestText: {
    da: 'Har kommunen ret, så ret svaret i erklæringen i stedet. Ellers skriv, hvad I bygger svaret på. Kommunen får derefter 10 arbejdsdage til at trække sit udsagn tilbage.',
    en: 'If the municipality is right, correct the answer in the declaration instead. Otherwise write what the answer rests on. The municipality then has 10 working days to withdraw its statement.',
  },
  retractSummary: { da: 'Træk udsagnet tilbage', en: 'Withdraw the statement' },
  retractField: { da: 'Hvorfor? Leverandøren læser det.', en: 'Why? The supplier reads it.' },
  retractButton: { da: 'Træk udsagnet tilbage', en: 'Withdraw the statement' },
  standBySummary: { da: 'Fasthold udsagnet', en: 'Stand by the statement' },
  standByText: {
    da: 'Svaret bliver straks mærket »omstridt«, og jeres udsagn bliver offentligt. Leverandørens svar følger, når koordinatoren har læst det.',
    en: 'The answer is marked as disputed at once, and your statement becomes public. The supplier’s reply follows when the coordinator has read it.',
  },
  standByField: { da: 'Udsagnet, som alle læser det', en: 'The statement as everybody reads it' },
  standByButton: { da: 'Fasthold og offentliggør', en: 'Stand by it and make it public' },
  done_contradict: {
    da: 'Udsagnet er sendt. Leverandøren har 10 arbejdsdage til at svare.',
    en: 'The statement is sent. The supplier has 10 working days to reply.',
  },
  done_contest: {
    da: 'Svaret er sendt. Kommunen har 10 arbejdsdage til at trække sit udsagn tilbage.',
    en: 'The reply is sent. The municipality has 10 working days to withdraw its statement.',
  },
  done_retract: {
    da: 'Udsagnet er trukket tilbage. Intet af det bliver offentligt.',
    en: 'The statement is withdrawn. None of it becomes public.',
  },
  'done_stand-by': {
    da: 'Udsagnet er offentligt, og svaret er mærket »omstridt«.',
    en: 'The statement is public, and the answer is marked as disputed.',
  },
  done_accept: {
    da: 'Indsigelsen vises nu. Leverandøren har 21 dage til at svare.',
    en: 'The objection is shown now. The supplier has 21 days to reply.',
  },
  done_decline: {
    da: 'Indsigelsen er afvist og vises ikke.',
    en: 'The objection is declined and is not shown.',
  },
  done_reply: {
    da: 'Svaret er sendt. Det vises, når koordinatoren har læst det.',
    en: 'The reply is sent. It is shown when the coordinator has read it.',
  },
  'done_approve-reply': {
    da: 'Leverandørens svar vises nu sammen med indsigelsen.',
    en: 'The supplier’s reply is shown with the objection now.',
  },
  'done_return-reply': {
    da: 'Svaret er sendt tilbage til leverandøren.',
    en: 'The reply is sent back to the supplier.',
  },
  done_resolve: {
    da: 'Indsigelsen er afsluttet, og mærket »omstridt« er væk.',
    en: 'The objection is closed, and the mark “disputed” is gone.',
  },
  question: { da: 'Spørgsmål', en: 'Question' },
  answer: { da: 'Svaret, som det er offentligt nu', en: 'The answer as it is public now' },
  answerGone: { da: 'Svaret er ikke længere offentligt.', en: 'The answer is no longer public.' },
  supplier: { da: 'Leverandør', en: 'Supplier' },
  sender: { da: 'Afsender', en: 'Sender' },
  senderValue: { da: '{name}, {organisation}, {email}', en: '{name}, {organisation}, {email}' },
  received: { da: 'Modtaget', en: 'Received' },
  reason: { da: 'Det, afsenderen skrev', en: 'What the sender wrote' },
  evidence: { da: 'Dokumentation', en: 'Evidence' },
  statement: { da: 'Indsigelsen, som alle læser den', en: 'The objection as everybody reads it' },
  statedBy: { da: 'Vist afsender', en: 'Sender shown' },
  reply: { da: 'Leverandørens svar', en: 'The supplier’s reply' },
  approvedReply: { da: 'Svaret, som alle læser det', en: 'The reply as everybody reads it' },
  replyDue: { da: 'Svarfrist', en: 'Reply due' },
  outcome: { da: 'Udfald', en: 'Outcome' },

  acceptSummary: { da: 'Vis indsigelsen', en: 'Show the objection' },
  acceptText: {
    da: 'Svaret bliver straks mærket »omstridt«, og leverandøren får 21 dage til at svare. Ret teksten, så den er saglig og uden personnavne.',
    en: 'The answer is marked as disputed at once, and the supplier has 21 days to reply. Edit the text so that it is to the point and names no people.',
  },
  acceptField: { da: 'Teksten, som alle læser', en: 'The text that everybody reads' },
  acceptBy: { da: 'Afsender, som alle læser', en: 'Sender that everybody reads' },
  acceptByHint: {
    da: 'En organisation eller »en kommune«, aldrig en person.',
    en: 'An organisation or “a municipality”, never a person.',
  },
  acceptButton: { da: 'Vis indsigelsen', en: 'Show the objection' },
  declineSummary: { da: 'Afvis indsigelsen', en: 'Decline the objection' },
  declineField: { da: 'Begrundelse til afsenderen', en: 'Reasons to the sender' },
  declineButton: { da: 'Afvis indsigelsen', en: 'Decline the objection' },
  replyField: { da: 'Jeres svar', en: 'Your reply' },
  replyHint: {
    da: 'Koordinatoren læser svaret, før det vises. Skriv ikke navne på personer.',
    en: 'The coordinator reads the reply before it is shown. Do not write names of people.',
  },
  replyButton: { da: 'Send svaret', en: 'Send the reply' },
  replyWhoMay: {
    da: 'Kun en underskriftsberettiget kan svare på virksomhedens vegne.',
    en: 'Only a signatory can reply on behalf of the company.',
  },
  replyWaits: {
    da: 'Jeres svar er sendt og vises, når koordinatoren har læst det.',
    en: 'Your reply is sent and is shown when the coordinator has read it.',
  },
  approveSummary: { da: 'Vis svaret', en: 'Show the reply' },
  approveField: { da: 'Svaret, som alle læser det', en: 'The reply as everybody reads it' },
  approveButton: { da: 'Vis svaret', en: 'Show the reply' },
  returnSummary: { da: 'Send svaret tilbage', en: 'Send the reply back' },
  returnField: { da: 'Hvad skal leverandøren ændre?', en: 'What must the supplier change?' },
  returnButton: { da: 'Send svaret tilbage', en: 'Send the reply back' },
  resolveSummary: { da: 'Afslut indsigelsen', en: 'Close the objection' },
  resolveText: {
    da: 'Mærket »omstridt« forsvinder straks. Indsigelsen, svaret og udfaldet kan stadig læses.',
    en: 'The mark “disputed” disappears at once. The objection, the reply and the outcome can still be read.',
  },
  resolveField: { da: 'Hvad kom der ud af det?', en: 'What came of it?' },
  resolveButton: { da: 'Afslut indsigelsen', en: 'Close the objection' },
});

export const disputeStateTexts = defineTexts({
  contradicted: { da: 'Ikke offentlig: leverandøren skal svare', en: 'Not public: the supplier is to reply' },
  contested: { da: 'Ikke offentlig: kommunen skal svare', en: 'Not public: the municipality is to reply' },
  settled: { da: 'Løst uden at blive offentlig', en: 'Settled without becoming public' },
  unconfirmed: { da: 'Ikke bekræftet', en: 'Not confirmed' },
  received: { da: 'Ny', en: 'New' },
  declined: { da: 'Afvist', en: 'Declined' },
  open: { da: 'Afventer leverandørens svar', en: 'Awaits the supplier’s reply' },
  replied: { da: 'Svar skal læses', en: 'Reply to be read' },
  answered: { da: 'Besvaret', en: 'Answered' },
  resolved: { da: 'Afsluttet', en: 'Closed' },
} satisfies TextsOf<DisputeState>);
