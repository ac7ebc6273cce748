import { defineTexts } from './texts';

/** The versions of a questionnaire, what changed between two of them, and publishing one. */
export const questionnaireVersionTexts = defineTexts({
  changesTitle: { da: 'Ændringer i version {version}', en: 'Changes in version {version}' },
  changesLead: {
    da: 'Hvad der er ændret siden version {before}, spørgsmål for spørgsmål. {unchanged} spørgsmål er uændrede, og deres godkendte svar følger med.',
    en: 'What has changed since version {before}, question by question. {unchanged} questions are unchanged, and their approved answers carry over.',
  },
  changesLink: { da: 'Se ændringerne siden version {before}', en: 'See the changes since version {before}' },
  firstVersion: {
    da: 'Det er den første version, så der er intet at sammenligne med.',
    en: 'This is the first version, so there is nothing to compare it with.',
  },
  back: { da: 'Til spørgeskemaet', en: 'To the questionnaire' },
  allVersions: { da: 'Alle versioner', en: 'All versions' },
  olderNotice: {
    da: 'Dette er version {version}. Nye erklæringer bruger version {newest}.',
    en: 'This is version {version}. New declarations use version {newest}.',
  },
  newestLink: { da: 'Læs den nyeste version', en: 'Read the newest version' },
  reworded: { da: 'Ny ordlyd', en: 'Reworded' },
  rewordedLead: {
    da: 'Betydningen er den samme. Leverandøren bekræfter sit svar med ét klik.',
    en: 'The meaning is the same. The supplier confirms the answer with one click.',
  },
  stricter: { da: 'Skærpet', en: 'Stricter' },
  stricterLead: {
    da: 'Der spørges om mere end før, så spørgsmålet skal besvares på ny.',
    en: 'More is asked than before, so the question has to be answered anew.',
  },
  split: { da: 'Delt op', en: 'Split' },
  splitLead: {
    da: 'Ét spørgsmål er blevet til flere.',
    en: 'One question has become several.',
  },
  merged: { da: 'Samlet', en: 'Merged' },
  mergedLead: { da: 'Flere spørgsmål er blevet til ét.', en: 'Several questions have become one.' },
  new: { da: 'Nye spørgsmål', en: 'New questions' },
  newLead: { da: 'Der spørges om noget nyt.', en: 'Something new is asked.' },
  retired: { da: 'Udgået', en: 'Retired' },
  retiredLead: { da: 'Der spørges ikke længere om dette.', en: 'This is no longer asked.' },
  otherwise: { da: 'Spørges på en anden måde', en: 'Asked in another way' },
  otherwiseLead: {
    da: 'Ordlyden er den samme, men ikke hvornår spørgsmålet stilles, eller om det skal besvares.',
    en: 'The words are the same, but not when the question is asked or whether it must be answered.',
  },
  why: { da: 'Hvorfor', en: 'Why' },
  before: { da: 'Før', en: 'Before' },

  adminTitle: { da: 'Spørgeskemaer', en: 'Questionnaires' },
  adminLead: {
    da: 'Udkast, der er indlæst fra filerne, og hvad de koster leverandørerne, før de bliver offentliggjort.',
    en: 'Drafts that were loaded from the files, and what they cost suppliers, before they are published.',
  },
  adminHomeText: {
    da: 'En ny version bliver først gældende, når en koordinator offentliggør den.',
    en: 'A new version takes effect only when a coordinator publishes it.',
  },
  adminLink: { da: 'Versioner og udkast', en: 'Versions and drafts' },
  draftsHeading: { da: 'Udkast', en: 'Drafts' },
  noDrafts: { da: 'Der er ingen udkast', en: 'There are no drafts' },
  noDraftsText: {
    da: 'Når en ny version ligger i filerne, står den her efter næste start.',
    en: 'When a new version lies in the files, it is shown here after the next start.',
  },
  draftMeta: { da: 'Version {version}, indlæst {date}', en: 'Version {version}, loaded {date}' },
  costHeading: { da: 'Hvad det koster', en: 'What it costs' },
  costTable: { da: 'Pr. it-system, mest arbejde først', en: 'By product, most work first' },
  columnProduct: { da: 'It-system', en: 'Product' },
  columnCarried: { da: 'Følger med', en: 'Carry over' },
  columnConfirm: { da: 'Ét klik', en: 'One click' },
  columnAnswer: { da: 'Nyt svar', en: 'New answer' },
  columnDropped: { da: 'Falder bort', en: 'Fall away' },
  noticesHeading: { da: 'Spørges på en anden måde end før', en: 'Asked in another way than before' },
  publish: { da: 'Offentliggør version {version}', en: 'Publish version {version}' },
  publishHint: {
    da: 'Det kan ikke fortrydes. Nye erklæringer bruger herefter version {version}, og leverandørerne kan flytte dem, de har.',
    en: 'This cannot be undone. New declarations then use version {version}, and suppliers can move those they have.',
  },
  published: { da: 'Version {version} er offentliggjort', en: 'Version {version} has been published' },
  publishedHeading: { da: 'Offentliggjorte versioner', en: 'Published versions' },
  columnQuestionnaire: { da: 'Spørgeskema', en: 'Questionnaire' },
  columnVersion: { da: 'Version', en: 'Version' },
  columnDate: { da: 'Offentliggjort', en: 'Published' },
  columnDeclarations: { da: 'Erklæringer', en: 'Declarations' },
});

/** What of a question is otherwise than in the version before, where its words are the same. */
export const noticedFieldTexts = defineTexts({
  showIf: { da: 'stilles under andre betingelser', en: 'is asked under other conditions' },
  interfaces: { da: 'stilles for andre snitflader', en: 'is asked for other interfaces' },
  required: { da: 'det er ændret, om den skal besvares', en: 'whether it must be answered has changed' },
  evidenceRequired: { da: 'det er ændret, om dokumentation kræves', en: 'whether evidence is required has changed' },
  public: { da: 'det er ændret, om svaret er offentligt', en: 'whether the answer is public has changed' },
  weight: { da: 'har en anden vægt', en: 'has another weight' },
});
