import { defineTexts } from './texts';

/** What was read in a test report that was attached as evidence. */
export const evidenceReportTexts = defineTexts({
  heading: { da: 'Læst i »{title}«', en: 'Read in “{title}”' },
  lead: {
    da: 'Rapporten er vedlagt. Det, I ikke selv skrev om den, er taget fra filen. Svar i erklæringen er ikke ændret: det, rapporten taler for, står nedenfor som forslag.',
    en: 'The report is attached. What you did not state about it yourselves was taken from the file. No answer of the declaration has changed: what the report speaks for stands below as proposals.',
  },
  observedOn: { da: 'Testet', en: 'Tested' },
  disagrees: { da: 'uenig: I skrev {stated}', en: 'disagrees: you wrote {stated}' },
  noInterface: {
    da: 'Rapporten nævner ingen snitflade fra kataloget, så den giver ingen forslag. En test hører til en snitflade, når snitfladens nummer står i testens eller testgruppens navn.',
    en: 'The report names no interface of the catalogue, so it gives no proposals. A test belongs to an interface when the number of the interface stands in the name of the test or its group.',
  },
  result: {
    da: {
      one: '{interface}: {passed} af {count} test bestået.',
      other: '{interface}: {passed} af {count} tests bestået.',
    },
    en: {
      one: '{interface}: {passed} of {count} test passed.',
      other: '{interface}: {passed} of {count} tests passed.',
    },
  },
  notAll: {
    da: 'Ikke alle er bestået, så der foreslås ikke noget svar.',
    en: 'Not all passed, so no answer is proposed.',
  },
  notAsked: { da: 'Erklæringen dækker ikke snitfladen.', en: 'The declaration does not cover the interface.' },
});
