import type { CaseEventType } from '~/workflows/words';
import { defineTexts, type TextsOf } from './texts';

/** The events of a case that somebody gets a mail about. */
export type MailedEvent = Exclude<CaseEventType, 'claim' | 'release' | 'assess' | 'reopen' | 'supersede'>;

/** What stands around every mail. */
export const mailTexts = defineTexts({
  subject: { da: 'Sag {number}: {what}', en: 'Case {number}: {what}' },
  product: { da: 'It-system', en: 'Product' },
  supplier: { da: 'Leverandør', en: 'Supplier' },
  municipality: { da: 'Ansvarlig kommune', en: 'Responsible municipality' },
  deadline: { da: 'Frist', en: 'Deadline' },
  validUntil: { da: 'Gyldig til og med', en: 'Valid until the end of' },
  open: { da: 'Åbn sagen', en: 'Open the case' },
  signature: { da: 'Venlig hilsen\nSnitfladeklar', en: 'Kind regards\nSnitfladeklar' },
  footer: {
    da: 'Mailen er sendt automatisk og kan ikke besvares. Du får den, fordi du har en rolle i sagen.',
    en: 'This mail was sent automatically and cannot be replied to. You receive it because you have a role in the case.',
  },
});

/** The end of the subject line. */
export const mailSubjects = defineTexts({
  submit: { da: 'ny erklæring til fordeling', en: 'new declaration to be routed' },
  resubmit: { da: 'erklæringen er indsendt igen', en: 'the declaration has been resubmitted' },
  withdraw: { da: 'erklæringen er trukket tilbage', en: 'the declaration has been withdrawn' },
  route: { da: 'ny sag til jeres kommune', en: 'new case for your municipality' },
  'return-incomplete': { da: 'erklæringen mangler oplysninger', en: 'the declaration is incomplete' },
  'request-changes': { da: 'kommunen beder om ændringer', en: 'the municipality requests changes' },
  lapse: { da: 'fristen for ændringer er udløbet', en: 'the deadline for changes has passed' },
  'open-hearing': { da: 'partshøring før afgørelse', en: 'hearing before the decision' },
  'answer-hearing': { da: 'svar på partshøring', en: 'reply to the hearing' },
  'close-hearing': { da: 'høringsfristen er udløbet', en: 'the deadline for the hearing has passed' },
  propose: { da: 'forslag til afgørelse skal bekræftes', en: 'a proposed decision awaits confirmation' },
  return: { da: 'forslaget til afgørelse er sendt tilbage', en: 'the proposed decision has been returned' },
  confirm: { da: 'der er truffet afgørelse', en: 'a decision has been made' },
  'expire-soon': { da: 'godkendelsen udløber snart', en: 'the approval expires soon' },
  expire: { da: 'godkendelsen er udløbet', en: 'the approval has expired' },
  suspend: { da: 'godkendelsen er suspenderet', en: 'the approval has been suspended' },
  reinstate: { da: 'godkendelsen gælder igen', en: 'the approval is in force again' },
  revoke: { da: 'godkendelsen er tilbagekaldt', en: 'the approval has been revoked' },
  appeal: { da: 'afgørelsen er påklaget', en: 'the decision has been appealed' },
  uphold: {
    da: 'klagen er behandlet: afgørelsen står ved magt',
    en: 'the appeal has been decided: the decision stands',
  },
  overturn: {
    da: 'klagen er behandlet: afgørelsen er ændret',
    en: 'the appeal has been decided: the decision is changed',
  },
} satisfies TextsOf<MailedEvent>);

/** What happened, and what the receiver can do. */
export const mailBodies = defineTexts({
  submit: {
    da: 'En leverandør har indsendt en erklæring. Se efter, om den kan gennemgås, og fordel den til en kommune.',
    en: 'A supplier has submitted a declaration. Check that it can be reviewed, and route it to a municipality.',
  },
  resubmit: {
    da: 'Leverandøren har rettet erklæringen og indsendt den igen. Kun det, der er ændret, skal vurderes.',
    en: 'The supplier has corrected the declaration and resubmitted it. Only what has changed needs to be judged.',
  },
  withdraw: {
    da: 'Leverandøren har trukket erklæringen tilbage. I skal ikke gøre mere.',
    en: 'The supplier has withdrawn the declaration. There is nothing more for you to do.',
  },
  route: {
    da: 'Jeres kommune er blevet ansvarlig for sagen. Tag et afsnit for at begynde gennemgangen.',
    en: 'Your municipality is now responsible for the case. Claim a section to begin the review.',
  },
  'return-incomplete': {
    da: 'Erklæringen kan ikke gennemgås endnu, fordi der mangler oplysninger. Se på sagen, hvad der mangler, og indsend erklæringen igen inden fristen.',
    en: 'The declaration cannot be reviewed yet, because information is missing. See on the case what is missing, and resubmit the declaration before the deadline.',
  },
  'request-changes': {
    da: 'Kommunen beder jer rette eller uddybe nogle af svarene. Begrundelsen står på sagen ved hvert svar. Indsend erklæringen igen inden fristen; ellers går gennemgangen videre med de svar, I har sendt.',
    en: 'The municipality asks you to correct or elaborate some of the answers. The reasons are on the case beside each answer. Resubmit the declaration before the deadline; otherwise the review goes on with the answers you have sent.',
  },
  lapse: {
    da: 'Leverandøren har ikke indsendt ændringer inden fristen. Sagen går videre med de svar, I har.',
    en: 'The supplier has not submitted any changes before the deadline. The case goes on with the answers you have.',
  },
  'open-hearing': {
    da: 'Kommunen overvejer en afgørelse, der ikke er en fuld godkendelse, og som bygger på oplysninger, I måske ikke kender. Oplysningerne står på sagen. En underskriver hos jer kan udtale sig inden fristen.',
    en: 'The municipality is considering a decision that is less than full approval and rests on information that you may not know. The information is on the case. A signatory of yours can comment before the deadline.',
  },
  'answer-hearing': {
    da: 'Leverandøren har svaret på partshøringen. Sagen er klar til afgørelse.',
    en: 'The supplier has replied to the hearing. The case is ready for a decision.',
  },
  'close-hearing': {
    da: 'Høringsfristen er udløbet uden svar fra leverandøren. Sagen er klar til afgørelse.',
    en: 'The deadline for the hearing has passed without a reply from the supplier. The case is ready for a decision.',
  },
  propose: {
    da: 'Der ligger et forslag til afgørelse. Læs det igennem, og bekræft det eller send det tilbage.',
    en: 'A decision has been proposed. Read it through, and confirm it or return it.',
  },
  return: {
    da: 'Forslaget til afgørelse er sendt tilbage med en bemærkning, som står på sagen.',
    en: 'The proposed decision has been returned with a remark, which is on the case.',
  },
  confirm: {
    da: 'Kommunen har truffet afgørelse om jeres erklæring. Læs afgørelsen og begrundelsen på sagen. Der står også, hvordan I kan klage, hvis I ikke har fået fuldt medhold.',
    en: 'The municipality has decided on your declaration. Read the decision and the reasons on the case. It also says how you can appeal if your declaration was not approved in full.',
  },
  'expire-soon': {
    da: 'Godkendelsen af jeres erklæring udløber snart, og så tæller svarene ikke længere med i det offentlige overblik. Forny erklæringen i god tid. Kun det, der er ændret, skal vurderes igen.',
    en: 'The approval of your declaration expires soon, and the answers will then no longer count in the public overview. Renew the declaration in good time. Only what has changed needs to be judged again.',
  },
  expire: {
    da: 'Godkendelsen af jeres erklæring er udløbet, og svarene tæller ikke længere med i det offentlige overblik. På it-systemets side står, at den er udløbet, og hvor længe svarene endnu kan læses. I kan stadig forny erklæringen.',
    en: 'The approval of your declaration has expired, and the answers no longer count in the public overview. The product’s page says that it has expired and for how long the answers can still be read. You can still renew the declaration.',
  },
  suspend: {
    da: 'Godkendelsen er sat på pause, mens forhold undersøges. Svarene er ikke offentlige imens. Begrundelsen står på sagen.',
    en: 'The approval is paused while matters are looked into. The answers are not public in the meantime. The reasons are on the case.',
  },
  reinstate: {
    da: 'Suspensionen er ophævet, og svarene er offentlige igen.',
    en: 'The suspension has been lifted, and the answers are public again.',
  },
  revoke: {
    da: 'Godkendelsen er tilbagekaldt, og svarene er ikke længere offentlige. Begrundelsen står på sagen.',
    en: 'The approval has been revoked, and the answers are no longer public. The reasons are on the case.',
  },
  appeal: {
    da: 'Leverandøren har klaget over afgørelsen. Klagen skal behandles af en, der ikke har deltaget i sagen.',
    en: 'The supplier has appealed the decision. The appeal must be decided by somebody who took no part in the case.',
  },
  uphold: {
    da: 'Jeres klage er behandlet. Afgørelsen står ved magt. Begrundelsen står på sagen.',
    en: 'Your appeal has been decided. The decision stands. The reasons are on the case.',
  },
  overturn: {
    da: 'Jeres klage er behandlet, og I har fået medhold. Begrundelsen, og hvad der nu sker, står på sagen.',
    en: 'Your appeal has been decided in your favour. The reasons, and what happens now, are on the case.',
  },
} satisfies TextsOf<MailedEvent>);
