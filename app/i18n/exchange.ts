import { defineTexts } from './texts';

/** A declaration on its way out of the portal. */
export const exchangeTexts = defineTexts({
  download: { da: 'Hent erklæringen som JSON', en: 'Download the declaration as JSON' },
  format: { da: 'Beskrivelse af formatet', en: 'Description of the format' },
});
