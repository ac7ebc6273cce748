import { expect, test } from 'vitest';
import { refusalSentence, refusalTexts } from '~/app/i18n/refusals';

test('a refusal without a sentence of its own still says something', () => {
  expect(refusalSentence({ code: 'never-heard-of' }, 'da')).toBe(refusalTexts.unknown.da);
  expect(refusalSentence({ code: 'never-heard-of' }, 'en')).toBe(refusalTexts.unknown.en);
});

test('a code that is a property of every object is no sentence', () => {
  expect(refusalSentence({ code: 'constructor' }, 'da')).toBe(refusalTexts.unknown.da);
});
