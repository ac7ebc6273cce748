import { defineTexts } from './texts';

/** Blind second reviews, and how far reviewers agree. */
export const calibrationTexts = defineTexts({
  title: { da: 'Kalibrering', en: 'Calibration' },
  link: { da: 'Vurder blindt', en: 'Review blind' },
  lead: {
    da: 'Et udsnit af afsnittene bliver vurderet igen af en bedømmer, der ikke kender den første vurdering. Det viser, om spørgsmålene kan vurderes ens. Din vurdering ændrer intet i sagen.',
    en: 'A sample of sections is judged again by a reviewer who does not know the first verdicts. It shows whether the questions can be judged alike. Your verdicts change nothing in the case.',
  },
  open: { da: 'Afsnit, der er udtrukket', en: 'Sections that are drawn' },
  openNone: { da: 'Der er ingen udtrukne afsnit til dig', en: 'There are no drawn sections for you' },
  own: { da: 'Dine afsnit', en: 'Your sections' },
  take: { da: 'Tag afsnittet', en: 'Take the section' },
  about: { da: '{section} i {product}', en: '{section} in {product}' },
  caseNumber: { da: 'Sag {number}', en: 'Case {number}' },
  done: { da: 'Dine vurderinger er gemt. Tak!', en: 'Your verdicts are saved. Thank you!' },
  finished: { da: 'Afsluttet {date}', en: 'Finished {date}' },
  goOn: { da: 'Mangler', en: 'To do' },
  blindLead: {
    da: 'Vurder svarene, som de står. Den første bedømmers vurderinger vises ikke, og afsnittet i sagen er lukket for dig, til du er færdig.',
    en: 'Judge the answers as they stand. The first reviewer’s verdicts are not shown, and the section in the case is closed to you until you have finished.',
  },
  verdict: { da: 'Din vurdering', en: 'Your verdict' },
  finish: { da: 'Afslut', en: 'Finish' },
  ownDone: { da: 'Du har afsluttet dette afsnit.', en: 'You have finished this section.' },
  adminTitle: { da: 'Kalibrering: hvor enige er bedømmerne?', en: 'Calibration: how far do reviewers agree?' },
  adminLead: {
    da: 'Enighed pr. spørgsmål i de blinde vurderinger. Spørgsmål under grænsen bør læses igennem af redaktionen.',
    en: 'Agreement per question in the blind reviews. The editors should look through questions below the limit.',
  },
  adminDone: { da: 'Indstillingerne er gemt.', en: 'The settings are saved.' },
  settings: { da: 'Udtræk og grænse', en: 'Sample and limit' },
  share: {
    da: 'Andel af afsnit, der vurderes to gange (procent)',
    en: 'Share of sections that are judged twice (per cent)',
  },
  threshold: { da: 'Grænse for lav enighed (procent)', en: 'Limit of low agreement (per cent)' },
  save: { da: 'Gem', en: 'Save' },
  agreement: { da: 'Enighed', en: 'Agreement' },
  agreementNone: { da: 'Ingen blinde vurderinger er afsluttet endnu', en: 'No blind review has been finished yet' },
  question: { da: 'Spørgsmål', en: 'Question' },
  agreed: { da: 'Enige', en: 'Agreed' },
  agreedOf: { da: '{percent} ({agreed} af {pairs})', en: '{percent} ({agreed} of {pairs})' },
  kappa: { da: 'Cohens kappa', en: 'Cohen’s kappa' },
  low: { da: 'Lav enighed: til redaktionen', en: 'Low agreement: for the editors' },
  tooFew: {
    da: 'Et spørgsmål skal være vurderet to gange mindst {least} gange, før enigheden siger noget.',
    en: 'A question must have been judged twice at least {least} times before its agreement says anything.',
  },
});
