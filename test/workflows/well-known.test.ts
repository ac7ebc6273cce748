import { expect, it } from 'vitest';
import { wellKnownUrl } from '~/workflows/well-known';

it.each([
  ['www.firma.dk', 'https://www.firma.dk/.well-known/snitfladeklar.json'],
  [' https://firma.dk/ ', 'https://firma.dk/.well-known/snitfladeklar.json'],
  ['https://firma.dk/.well-known/snitfladeklar.json', 'https://firma.dk/.well-known/snitfladeklar.json'],
  ['https://blåbær.dk', 'https://xn--blbr-roah.dk/.well-known/snitfladeklar.json'],
])('%j is the site of %s', (typed, url) => {
  expect(wellKnownUrl(typed)).toBe(url);
});

it.each([
  '',
  ' ',
  'https://',
  'ftp://firma.dk',
  'javascript://firma.dk/%0aalert(1)',
  'https://person:secret@firma.dk',
  'https://firma.dk/another.json',
  'https://firma.dk/?a=1',
  'https://firma.dk/#a',
  `https://${'a'.repeat(600)}.dk`,
])('%j is none', (typed) => {
  expect(wellKnownUrl(typed)).toBeNull();
});
