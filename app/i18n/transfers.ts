import { defineTexts } from './texts';

/** On a product's public page. */
export const supplierChangeTexts = defineTexts({
  heading: { da: 'Tidligere leverandører', en: 'Earlier suppliers' },
  change: { da: '{date}: Overtaget af {to} fra {from}', en: '{date}: Taken over by {to} from {from}' },
  explanation: {
    da: 'Tidligere offentliggørelser og afgørelsesbreve bærer navnet på den leverandør, der havde it-systemet dengang.',
    en: 'Earlier publications and letters of decision bear the name of the supplier that had the product at the time.',
  },
});
