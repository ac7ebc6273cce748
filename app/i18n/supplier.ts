import { defineTexts } from './texts';

/** The supplier's workspace. */
export const supplierTexts = defineTexts({
  homeTitle: { da: 'Jeres it-systemer', en: 'Your products' },
});
