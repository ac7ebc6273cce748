import { defineTexts } from './texts';

/** The reviewer's workspace. */
export const reviewTexts = defineTexts({
  inboxTitle: { da: 'Sager til gennemgang', en: 'Cases for review' },
});
