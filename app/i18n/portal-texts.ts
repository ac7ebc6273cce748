import type { TextGroup } from '~/app/portal-texts/editable';
import { defineTexts, type TextsOf } from './texts';

/** The pages where the coordinator words mails and letters. */
export const portalTextsTexts = defineTexts({
  title: { da: 'Tekster i mails og breve', en: 'Texts of mails and letters' },
  lead: {
    da: 'Her kan du give portalens mails og afgørelsesbreve jeres egne ord. Det, der allerede er sendt, ændrer sig ikke.',
    en: 'Here you can give the portal’s mails and letters of decision your own words. What has been sent does not change.',
  },
  homeText: {
    da: 'Ret ordene i portalens mails og afgørelsesbreve, og se dem, før de gælder.',
    en: 'Change the words of the portal’s mails and letters of decision, and see them before they hold.',
  },
  linkFromHome: { da: 'Se og ret teksterne', en: 'See and change the texts' },
  columnText: { da: 'Tekst', en: 'Text' },
  columnState: { da: 'Ordlyd', en: 'Wording' },
  stateOwn: { da: 'Egne ord', en: 'Own words' },
  stateBuiltIn: { da: 'Indbygget', en: 'Built in' },
  stateUnfit: { da: 'Egne ord passer ikke længere', en: 'Own words no longer fit' },
  unfitText: {
    da: 'Den indbyggede tekst har fået andre pladsholdere, siden I skrev jeres egen. Indtil I retter den, bruges den indbyggede.',
    en: 'The built-in text has other placeholders than when you wrote your own. Until you correct it, the built-in one is used.',
  },
  textTitle: { da: 'Ret en tekst', en: 'Change a text' },
  letterOnlyDanish: {
    da: 'Breve skrives på dansk, uanset hvilket sprog modtageren bruger.',
    en: 'Letters are written in Danish, whatever language the receiver uses.',
  },
  fieldTextDa: { da: 'Tekst på dansk', en: 'Text in Danish' },
  fieldTextEn: { da: 'Tekst på engelsk', en: 'Text in English' },
  placeholders: {
    da: 'Teksten skal indeholde {names}. Portalen sætter oplysningen ind.',
    en: 'The text must contain {names}. The portal puts the information in.',
  },
  noPlaceholders: { da: 'Teksten har ingen pladsholdere.', en: 'The text has no placeholders.' },
  builtIn: { da: 'Den indbyggede tekst', en: 'The built-in text' },
  preview: { da: 'Se, hvordan det bliver', en: 'See how it will be' },
  save: { da: 'Gem teksten', en: 'Save the text' },
  reset: { da: 'Brug den indbyggede tekst', en: 'Use the built-in text' },
  previewHeading: { da: 'Sådan bliver det', en: 'How it will be' },
  previewText: {
    da: 'Teksten er ikke gemt endnu. Navne og tal er eksempler.',
    en: 'The text is not saved yet. Names and figures are examples.',
  },
  saved: { da: 'Teksten er gemt og gælder fra nu af.', en: 'The text is saved and holds from now on.' },
  wasReset: { da: 'Den indbyggede tekst gælder igen.', en: 'The built-in text holds again.' },
  versionsHeading: { da: 'Tidligere ordlyd', en: 'Earlier wordings' },
  version: { da: '{language}, version {version}', en: '{language}, version {version}' },
  versionReset: { da: 'Tilbage til den indbyggede tekst.', en: 'Back to the built-in text.' },
  byOperator: { da: 'den, der driver portalen', en: 'whoever runs the portal' },
  versionBy: { da: 'Af {name}', en: 'By {name}' },
});

export const textGroupTexts = defineTexts({
  'mail-subject': { da: 'Emner på mails om sager', en: 'Subjects of mails about cases' },
  'mail-body': { da: 'Mails om sager', en: 'Mails about cases' },
  'notice-subject': { da: 'Emner på øvrige mails', en: 'Subjects of other mails' },
  'notice-body': { da: 'Øvrige mails', en: 'Other mails' },
  'mail-frame': { da: 'Underskrift og fodnote i mails om sager', en: 'Signature and footer of mails about cases' },
  letter: { da: 'Afgørelsesbreve', en: 'Letters of decision' },
} satisfies TextsOf<TextGroup>);
