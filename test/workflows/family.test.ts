import { expect, test } from 'vitest';
import { findException, inheritanceOf, interfacePart, sectionPart } from '~/workflows/family';
import { insertLibraryText, libraryPlaceOf, replaceLibraryText } from '~/workflows/library-text';

const said = (value: string | null, justification: string | null = null) => ({ value, justification });

test('the narrowest exception counts', () => {
  const question = { key: 'if-how@SF1500', sectionId: 'organisation', interfaceId: 'SF1500' };
  const wide = { part: sectionPart('organisation'), reason: 'hele afsnittet' };
  const narrow = { part: interfacePart('SF1500'), reason: 'kun SF1500' };
  expect(findException([wide, narrow], question)).toEqual(narrow);
  expect(findException([wide], question)).toEqual(wide);
  expect(findException([narrow], { ...question, key: 'if-how@SF1511', interfaceId: 'SF1511' })).toBeUndefined();
  expect(findException([{ part: 'if-how@SF1500', reason: 'x' }, narrow], question)?.reason).toBe('x');
});

test('an answer is the same, differs, or is excepted; facts of the one product are none of the family’s', () => {
  expect(inheritanceOf('gen-api-docs', said('a'), said('a'), false)).toBe('same');
  expect(inheritanceOf('gen-api-docs', said('a'), said('b'), false)).toBe('differs');
  expect(inheritanceOf('gen-api-docs', said('a'), said('a', 'fordi'), false)).toBe('differs');
  expect(inheritanceOf('gen-api-docs', said('a'), said('b'), true)).toBe('excepted');
  expect(inheritanceOf('gen-api-docs', said('a'), undefined, false)).toBeUndefined();
  expect(inheritanceOf('gen-api-docs', said(null), said('b'), false)).toBeUndefined();
  expect(inheritanceOf('gen-version', said('1'), said('2'), false)).toBeUndefined();
});

test('a library text goes where prose is written, after what stands there, and once', () => {
  expect(libraryPlaceOf('long_text')).toBe('value');
  expect(libraryPlaceOf('yes_no_explain')).toBe('justification');
  expect(libraryPlaceOf('date')).toBeNull();
  expect(insertLibraryText('  ', 'Tekst')).toBe('Tekst');
  expect(insertLibraryText('Først.\n', 'Tekst')).toBe('Først.\n\nTekst');
  expect(insertLibraryText('Først.\n\nTekst', 'Tekst')).toBe('Først.\n\nTekst');
});

test('a changed text replaces the old one where it still stands as it was', () => {
  expect(replaceLibraryText('Før. Gammel. Efter.', 'Gammel.', 'Ny $& tekst.')).toBe('Før. Ny $& tekst. Efter.');
  expect(replaceLibraryText('Skrevet om.', 'Gammel.', 'Ny.')).toBeUndefined();
});
