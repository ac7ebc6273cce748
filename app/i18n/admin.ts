import { defineTexts } from './texts';

/** The coordinator's and auditor's pages. */
export const adminTexts = defineTexts({
  homeTitle: { da: 'Administration', en: 'Administration' },
});
