import { defineTexts } from './texts';

/** The public pages. */
export const publicTexts = defineTexts({
  aboutLead: {
    da: 'Snitfladeklar viser, hvilke it-systemer der er klar til den fælleskommunale infrastruktur – og hvor godt det er dokumenteret.',
    en: 'Snitfladeklar shows which products are ready for the common municipal infrastructure – and how well that is proven.',
  },
});
