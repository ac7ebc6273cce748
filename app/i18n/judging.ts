import { defineTexts } from './texts';

/** What helps a reviewer to get through a section. */
export const judgingTexts = defineTexts({
  restHeading: { da: 'Resten af afsnittet', en: 'The rest of the section' },
  restText: {
    da: {
      one: '{count} svar i afsnittet har ikke fået en vurdering. Det, du har valgt ovenfor uden at gemme, bliver gemt; svar uden valg bliver godkendt.',
      other:
        '{count} svar i afsnittet har ikke fået en vurdering. Det, du har valgt ovenfor uden at gemme, bliver gemt; svar uden valg bliver godkendt.',
    },
    en: {
      one: '{count} answer in the section has no verdict. What you have chosen above without saving is saved; answers without a choice are accepted.',
      other:
        '{count} answers in the section have no verdict. What you have chosen above without saving is saved; answers without a choice are accepted.',
    },
  },
  restWarned: {
    da: {
      one: 'Ved {count} af dem er dokumentationen udløbet, over et år gammel eller mangler. Se på den først.',
      other: 'Ved {count} af dem er dokumentationen udløbet, over et år gammel eller mangler. Se på dem først.',
    },
    en: {
      one: 'For {count} of them the evidence has expired, is more than a year old or is missing. Look at it first.',
      other: 'For {count} of them the evidence has expired, is more than a year old or is missing. Look at them first.',
    },
  },
  restButton: {
    da: { one: 'Godkend resten ({count} svar)', other: 'Godkend resten ({count} svar)' },
    en: { one: 'Accept the rest ({count} answer)', other: 'Accept the rest ({count} answers)' },
  },
  restDone: { da: 'Resten af svarene er godkendt.', en: 'The rest of the answers are accepted.' },

  canned: { da: 'Vælg en standardbegrundelse', en: 'Pick a standard reason' },
  cannedNone: { da: 'Ingen', en: 'None' },
  cannedHint: {
    da: 'Teksten sættes foran det, du selv skriver.',
    en: 'The text is put before what you write yourself.',
  },

  carriedApproved: {
    da: '{verdict} {date} af {name}, {municipality}, mod version {version} af spørgeskemaet (indsendelse {submission})',
    en: '{verdict} on {date} by {name}, {municipality}, against version {version} of the questionnaire (submission {submission})',
  },
  savedMinutes: {
    da: {
      one: 'De uændrede svar sparer cirka {count} minuts gennemgang.',
      other: 'De uændrede svar sparer cirka {count} minutters gennemgang.',
    },
    en: {
      one: 'The unchanged answers save about {count} minute of review.',
      other: 'The unchanged answers save about {count} minutes of review.',
    },
  },
  savedHow: {
    da: 'Beregnet af loggen: en vurdering har i det seneste år i gennemsnit taget {minutes} minutter, når pauser over en halv time ikke tælles med.',
    en: 'Computed from the log: over the last year a verdict has taken {minutes} minutes on average, pauses of more than half an hour not counted.',
  },
  savedUnknown: {
    da: 'Hvor meget tid de uændrede svar sparer, kan først beregnes, når der er givet mindst {least} vurderinger.',
    en: 'How much time the unchanged answers save can be computed only when at least {least} verdicts have been given.',
  },

  elsewhere: {
    da: { one: 'Sådan har en anden leverandør svaret', other: 'Sådan har andre leverandører svaret ({count})' },
    en: { one: 'How another supplier answered', other: 'How other suppliers answered ({count})' },
  },
  elsewhereIntro: {
    da: 'Kun offentliggjorte svar. De er et holdepunkt, ikke en facitliste.',
    en: 'Published answers only. They are something to go by, not the right answer.',
  },
  elsewhereLine: { da: '{supplier}, godkendt {date}', en: '{supplier}, approved on {date}' },

  keysHeading: { da: 'Tastaturgenveje', en: 'Keyboard shortcuts' },
  keysOn: { da: 'Brug tastaturgenveje på siden', en: 'Use keyboard shortcuts on this page' },
  keysIntro: {
    da: 'Genvejene virker ikke, mens du skriver i et felt. Valget huskes på din konto.',
    en: 'The shortcuts do not work while you write in a field. The choice is remembered on your account.',
  },
  keyNext: { da: 'Næste svar', en: 'Next answer' },
  keyPrevious: { da: 'Forrige svar', en: 'Previous answer' },
  keyVerdict: { da: 'Vurdering i det markerede svar: {verdict}', en: 'Verdict on the current answer: {verdict}' },
  keyReason: { da: 'Skriv begrundelse', en: 'Write the reasons' },
  keyLeave: { da: 'Forlad feltet', en: 'Leave the field' },
  keyUnjudged: { da: 'Næste svar uden vurdering', en: 'Next answer without a verdict' },
});
