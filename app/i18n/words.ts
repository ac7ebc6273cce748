import type {
  CaseState,
  InterfaceStatus,
  Outcome,
  ProductType,
  Role,
  Rung,
  SupportLevel,
  VerdictKind,
} from '~/workflows/words';
import { defineTexts, type TextsOf } from './texts';

/**
 * What the domain's closed vocabularies (workflows/words.ts) are called on screen. Each word has a label and, under
 * the same key in the `…Explanations`, one sentence that says what it means. Danish as in docs/glossary.md.
 */

export const supportLevelTexts = defineTexts({
  in_production: { da: 'I drift', en: 'In production' },
  ready: { da: 'Klar', en: 'Ready' },
  in_development: { da: 'Under udvikling', en: 'In development' },
  planned: { da: 'Planlagt', en: 'Planned' },
  via_other: { da: 'Via andet it-system', en: 'Via another product' },
  not_supported: { da: 'Understøttes ikke', en: 'Not supported' },
  not_relevant: { da: 'Ikke relevant', en: 'Not relevant' },
} satisfies TextsOf<SupportLevel>);

export const supportLevelExplanations = defineTexts({
  in_production: {
    da: 'Snitfladen bruges i drift hos mindst én kommune.',
    en: 'The interface is used in production by at least one municipality.',
  },
  ready: {
    da: 'Snitfladen er færdigudviklet og testet, men endnu ikke i drift hos en kommune.',
    en: 'The interface is built and tested, but not yet in production with a municipality.',
  },
  in_development: {
    da: 'Udviklingen er i gang, og leverandøren har oplyst, hvornår snitfladen er klar.',
    en: 'Development has begun, and the supplier has stated when the interface will be ready.',
  },
  planned: {
    da: 'Leverandøren har besluttet at understøtte snitfladen og oplyst en dato.',
    en: 'The supplier has decided to support the interface and has stated a date.',
  },
  via_other: {
    da: 'Behovet dækkes af et andet it-system, som leverandøren har angivet.',
    en: 'The need is met by another product, which the supplier has named.',
  },
  not_supported: {
    da: 'It-systemet understøtter ikke snitfladen, og der er ingen plan for det.',
    en: 'The product does not support the interface, and there is no plan for it.',
  },
  not_relevant: {
    da: 'Snitfladen er ikke relevant for it-systemet. En kommune har accepteret begrundelsen.',
    en: 'The interface is not relevant for the product. A municipality has accepted the reason.',
  },
} satisfies TextsOf<SupportLevel>);

/** For a cell about an interface that the product's approved declaration says nothing of. */
export const notDeclaredTexts = defineTexts({
  label: { da: 'Ikke erklæret', en: 'Not declared' },
  explanation: {
    da: 'Leverandøren har ikke erklæret noget om snitfladen, eller erklæringen er endnu ikke godkendt.',
    en: 'The supplier has declared nothing about the interface, or the declaration has not been approved yet.',
  },
});

export const verdictTexts = defineTexts({
  accepted: { da: 'Godkendt', en: 'Accepted' },
  'accepted-with-remark': { da: 'Godkendt med bemærkning', en: 'Accepted with a remark' },
  'needs-elaboration': { da: 'Skal uddybes', en: 'Needs elaboration' },
  rejected: { da: 'Ikke godkendt', en: 'Rejected' },
} satisfies TextsOf<VerdictKind>);

export const verdictExplanations = defineTexts({
  accepted: {
    da: 'Svaret er dokumenteret og kan offentliggøres.',
    en: 'The answer is backed by evidence and may be published.',
  },
  'accepted-with-remark': {
    da: 'Svaret kan offentliggøres. Bemærkningen følger med i afgørelsen.',
    en: 'The answer may be published. The remark goes with the decision.',
  },
  'needs-elaboration': {
    da: 'Leverandøren skal uddybe svaret eller dokumentationen, før det kan vurderes.',
    en: 'The supplier must elaborate the answer or the evidence before it can be judged.',
  },
  rejected: {
    da: 'Svaret er forkert eller ikke dokumenteret og offentliggøres ikke.',
    en: 'The answer is wrong or not backed by evidence and is not published.',
  },
} satisfies TextsOf<VerdictKind>);

export const rungTexts = defineTexts({
  claimed: { da: 'Påstået', en: 'Claimed' },
  documented: { da: 'Dokumenteret', en: 'Documented' },
  reviewed: { da: 'Gennemgået', en: 'Reviewed' },
  checked: { da: 'Maskinkontrolleret', en: 'Machine-checked' },
  'in-use': { da: 'Bekræftet i drift', en: 'Confirmed in use' },
} satisfies TextsOf<Rung>);

export const rungExplanations = defineTexts({
  claimed: { da: 'Leverandøren har selv oplyst det.', en: 'The supplier has stated it.' },
  documented: { da: 'Leverandøren har vedlagt gyldig dokumentation.', en: 'The supplier has attached valid evidence.' },
  reviewed: {
    da: 'En kommune har gennemgået svaret og dokumentationen og godkendt dem.',
    en: 'A municipality has reviewed and approved the answer and the evidence.',
  },
  checked: { da: 'Dokumentationen er kontrolleret automatisk.', en: 'The evidence has been checked automatically.' },
  'in-use': {
    da: 'Mindst én kommune har selv bekræftet, at den bruger det i drift.',
    en: 'At least one municipality has itself confirmed that it runs this in production.',
  },
} satisfies TextsOf<Rung>);

export const rungLadderTexts = defineTexts({
  name: { da: 'Parathedsstigen', en: 'The readiness ladder' },
  step: { da: 'Trin {step} af {steps} på parathedsstigen', en: 'Step {step} of {steps} on the readiness ladder' },
  municipalities: {
    da: { one: 'Bekræftet hos {count} kommune', other: 'Bekræftet hos {count} kommuner' },
    en: { one: 'Confirmed by {count} municipality', other: 'Confirmed by {count} municipalities' },
  },
});

export const outcomeTexts = defineTexts({
  approved: { da: 'Godkendt', en: 'Approved' },
  'partially-approved': { da: 'Delvist godkendt', en: 'Partially approved' },
  rejected: { da: 'Afvist', en: 'Rejected' },
} satisfies TextsOf<Outcome>);

export const outcomeExplanations = defineTexts({
  approved: { da: 'Alle svar er godkendt og offentliggjort.', en: 'All answers are approved and published.' },
  'partially-approved': {
    da: 'De godkendte svar er offentliggjort. Resten er begrundet enkeltvis i afgørelsen.',
    en: 'The approved answers are published. The decision gives the reasons for each of the others.',
  },
  rejected: {
    da: 'Ingen svar er offentliggjort. Afgørelsen er begrundet og kan påklages.',
    en: 'No answers are published. The decision gives reasons and can be appealed.',
  },
} satisfies TextsOf<Outcome>);

export const caseStateTexts = defineTexts({
  draft: { da: 'Kladde', en: 'Draft' },
  submitted: { da: 'Indsendt', en: 'Submitted' },
  screening: { da: 'Modtagekontrol', en: 'Screening' },
  review: { da: 'Under gennemgang', en: 'Under review' },
  'changes-requested': { da: 'Ændringer ønskes', en: 'Changes requested' },
  hearing: { da: 'I partshøring', en: 'Hearing' },
  decision: { da: 'Til afgørelse', en: 'Awaiting decision' },
  approved: { da: 'Godkendt', en: 'Approved' },
  'partially-approved': { da: 'Delvist godkendt', en: 'Partially approved' },
  rejected: { da: 'Afvist', en: 'Rejected' },
  withdrawn: { da: 'Trukket tilbage', en: 'Withdrawn' },
  appealed: { da: 'Påklaget', en: 'Appealed' },
  upheld: { da: 'Stadfæstet', en: 'Upheld' },
  overturned: { da: 'Omgjort', en: 'Overturned' },
  expiring: { da: 'Udløber snart', en: 'Expiring soon' },
  expired: { da: 'Udløbet', en: 'Expired' },
  suspended: { da: 'Suspenderet', en: 'Suspended' },
  revoked: { da: 'Tilbagekaldt', en: 'Revoked' },
  superseded: { da: 'Afløst', en: 'Superseded' },
} satisfies TextsOf<CaseState>);

export const caseStateExplanations = defineTexts({
  draft: { da: 'Erklæringen er ikke sendt endnu.', en: 'The declaration has not been sent yet.' },
  submitted: {
    da: 'Erklæringen er modtaget og venter på modtagekontrol.',
    en: 'The declaration is received and awaits screening.',
  },
  screening: {
    da: 'Koordinatoren ser efter, om erklæringen er fuldstændig, og fordeler den til en kommune.',
    en: 'The coordinator checks that the declaration is complete and routes it to a municipality.',
  },
  review: {
    da: 'En kommune gennemgår svar og dokumentation.',
    en: 'A municipality reviews the answers and the evidence.',
  },
  'changes-requested': {
    da: 'Kommunen har bedt leverandøren om at rette eller uddybe inden en frist.',
    en: 'The municipality has asked the supplier to correct or elaborate before a deadline.',
  },
  hearing: {
    da: 'Leverandøren har fået lejlighed til at udtale sig, før der træffes afgørelse.',
    en: 'The supplier has been given the opportunity to comment before a decision is made.',
  },
  decision: {
    da: 'Gennemgangen er færdig. To personer skal stå bag afgørelsen.',
    en: 'The review is finished. Two people must stand behind the decision.',
  },
  approved: { da: 'Alle svar er godkendt og offentliggjort.', en: 'All answers are approved and published.' },
  'partially-approved': { da: 'De godkendte svar er offentliggjort.', en: 'The approved answers are published.' },
  rejected: { da: 'Erklæringen er afvist med en begrundelse.', en: 'The declaration has been rejected, with reasons.' },
  withdrawn: { da: 'Leverandøren har trukket erklæringen tilbage.', en: 'The supplier has withdrawn the declaration.' },
  appealed: { da: 'Leverandøren har klaget over afgørelsen.', en: 'The supplier has appealed the decision.' },
  upheld: {
    da: 'Klagen er behandlet, og afgørelsen står ved magt.',
    en: 'The appeal has been handled, and the decision stands.',
  },
  overturned: {
    da: 'Klagen er behandlet, og afgørelsen er ændret.',
    en: 'The appeal has been handled, and the decision is changed.',
  },
  expiring: { da: 'Godkendelsen udløber snart og skal fornyes.', en: 'The approval expires soon and must be renewed.' },
  expired: { da: 'Godkendelsen er udløbet.', en: 'The approval has expired.' },
  suspended: {
    da: 'Godkendelsen er sat på pause, mens forhold undersøges.',
    en: 'The approval is paused while matters are looked into.',
  },
  revoked: { da: 'Godkendelsen er tilbagekaldt.', en: 'The approval has been revoked.' },
  superseded: { da: 'En nyere afgørelse er trådt i stedet.', en: 'A newer decision has taken its place.' },
} satisfies TextsOf<CaseState>);

export const roleTexts = defineTexts({
  editor: { da: 'Redaktør', en: 'Editor' },
  signatory: { da: 'Underskriver', en: 'Signatory' },
  'supplier-admin': { da: 'Administrator hos leverandøren', en: 'Supplier administrator' },
  reviewer: { da: 'Bedømmer', en: 'Reviewer' },
  'lead-reviewer': { da: 'Ledende bedømmer', en: 'Lead reviewer' },
  'municipal-admin': { da: 'Administrator i kommunen', en: 'Municipal administrator' },
  coordinator: { da: 'Koordinator', en: 'Coordinator' },
  auditor: { da: 'Revisor', en: 'Auditor' },
} satisfies TextsOf<Role>);

export const roleExplanations = defineTexts({
  editor: { da: 'Besvarer spørgeskemaet for sin virksomhed.', en: 'Answers the questionnaire for their company.' },
  signatory: {
    da: 'Indsender erklæringer på virksomhedens vegne.',
    en: 'Submits declarations on behalf of the company.',
  },
  'supplier-admin': {
    da: 'Styrer virksomhedens brugere og it-systemer.',
    en: 'Manages the company’s users and products.',
  },
  reviewer: {
    da: 'Gennemgår og vurderer svar for sin kommune.',
    en: 'Reviews and judges answers for their municipality.',
  },
  'lead-reviewer': { da: 'Træffer afgørelse på kommunens vegne.', en: 'Decides on behalf of the municipality.' },
  'municipal-admin': { da: 'Styrer kommunens brugere.', en: 'Manages the municipality’s users.' },
  coordinator: {
    da: 'Driver portalen, fordeler sager og redigerer spørgeskemaer.',
    en: 'Runs the portal, routes cases and edits questionnaires.',
  },
  auditor: { da: 'Kan læse alt, men ikke ændre noget.', en: 'Can read everything, but change nothing.' },
} satisfies TextsOf<Role>);

export const productTypeTexts = defineTexts({
  fagsystem: { da: 'Fagsystem', en: 'Line-of-business system' },
  esdh: { da: 'Sags- og dokumenthåndtering (ESDH)', en: 'Case and document management' },
  oekonomi: { da: 'Økonomi eller løn', en: 'Finance or payroll' },
  selvbetjening: { da: 'Selvbetjening', en: 'Self-service' },
  brugerstyring: { da: 'Brugerstyring eller login', en: 'Identity or sign-in' },
  integration: { da: 'Integrationsprodukt', en: 'Integration product' },
  andet: { da: 'Andet', en: 'Other' },
} satisfies TextsOf<ProductType>);

export const productTypeExplanations = defineTexts({
  fagsystem: {
    da: 'Understøtter et fagområde, for eksempel hjemmepleje eller byggesager.',
    en: 'Supports one field of work, for example home care or building permits.',
  },
  esdh: {
    da: 'Journaliserer og styrer sager og dokumenter på tværs.',
    en: 'Records and manages cases and documents across the organisation.',
  },
  oekonomi: { da: 'Bogfører, betaler eller beregner løn.', en: 'Does bookkeeping, payments or payroll.' },
  selvbetjening: { da: 'Bruges af borgere eller virksomheder.', en: 'Is used by citizens or companies.' },
  brugerstyring: { da: 'Styrer brugere, rettigheder eller login.', en: 'Manages users, rights or sign-in.' },
  integration: { da: 'Forbinder andre it-systemer.', en: 'Connects other products.' },
  andet: { da: 'Passer ikke i de øvrige typer.', en: 'Does not fit the other types.' },
} satisfies TextsOf<ProductType>);

export const interfaceStatusTexts = defineTexts({
  in_operation: { da: 'Kan tages i brug', en: 'Available' },
  under_development: { da: 'Under udvikling', en: 'Under development' },
  closed_for_new_users: { da: 'Lukket for nye anvendere', en: 'Closed for new users' },
  replaced: { da: 'Erstattet', en: 'Replaced' },
  retired: { da: 'Udfaset', en: 'Retired' },
  unknown: { da: 'Ukendt status', en: 'Unknown status' },
} satisfies TextsOf<InterfaceStatus>);

export const interfaceStatusExplanations = defineTexts({
  in_operation: { da: 'Snitfladen kan tages i brug.', en: 'The interface can be taken into use.' },
  under_development: {
    da: 'Snitfladen er på vej, men kan ikke bruges endnu.',
    en: 'The interface is on its way, but cannot be used yet.',
  },
  closed_for_new_users: {
    da: 'Kun nuværende anvendere kan blive på snitfladen.',
    en: 'Only present users can stay on the interface.',
  },
  replaced: { da: 'En anden snitflade er trådt i stedet.', en: 'Another interface has taken its place.' },
  retired: { da: 'Snitfladen kan ikke længere bruges.', en: 'The interface can no longer be used.' },
  unknown: { da: 'Kilden oplyser ikke status.', en: 'The source does not state the status.' },
} satisfies TextsOf<InterfaceStatus>);

/** The direction of an interface as the catalogue has it, seen from the product. */
export const directionTexts = defineTexts({
  inbound: { da: 'Modtager data', en: 'Receives data' },
  outbound: { da: 'Sender data', en: 'Sends data' },
  both: { da: 'Sender og modtager data', en: 'Sends and receives data' },
});
export type Direction = keyof typeof directionTexts;
