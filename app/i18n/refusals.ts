import type { Refusal } from '~/workflows/refusal';
import type { Language } from '~/workflows/words';
import { useLanguage } from './language';
import { defineTexts, type Texts, translator } from './texts';

/**
 * One sentence for every refusal code: what is not possible, and what the person can do about it. A code's
 * placeholders are the params of its refusal.
 */
export const refusalTexts = defineTexts({
  unknown: { da: 'Det kan ikke lade sig gøre lige nu.', en: 'That is not possible right now.' },
});

/** @returns the sentence of a refusal; one without a sentence of its own gets a general one */
export function refusalSentence(refusal: Refusal, language: Language): string {
  const texts: Texts = refusalTexts;
  const entry = texts[refusal.code] ?? refusalTexts.unknown;
  return translator<Texts>({ refusal: entry }, language)('refusal', refusal.params ?? {});
}

/** `const sentence = useRefusal()`, then `sentence(actionData.refusal)`. */
export function useRefusal(): (refusal: Refusal) => string {
  const language = useLanguage();
  return (refusal) => refusalSentence(refusal, language);
}
