import { expect, test } from 'vitest';
import { inLanguage, languageOf, languageOfPath, withoutLanguage } from '~/app/i18n/language';

test.each([
  ['/', 'da'],
  ['/products', 'da'],
  ['/en', 'en'],
  ['/en/products', 'en'],
  ['/enheder', 'da'],
  ['/products/en', 'da'],
] as const)('%s is read in %s', (path, language) => {
  expect(languageOfPath(path)).toBe(language);
  expect(languageOf(new Request(`http://portal.test${path}?x=/en`))).toBe(language);
});

test.each([
  ['/', '/en'],
  ['/products', '/en/products'],
  ['/products/sagsflow', '/en/products/sagsflow'],
])('%s is %s in English, and back', (danish, english) => {
  expect(inLanguage(danish, 'en')).toBe(english);
  expect(inLanguage(english, 'da')).toBe(danish);
  expect(inLanguage(english, 'en')).toBe(english);
  expect(withoutLanguage(english)).toBe(danish);
});
