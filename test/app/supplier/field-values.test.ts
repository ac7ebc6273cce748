import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDecimal, readField, writeField } from '~/app/supplier/field-values';
import { parseKleNumbers } from '~/app/supplier/kle-numbers';
import { parseMunicipalities, writeMunicipalities } from '~/app/supplier/municipality-names';

const municipalities = [
  { code: '0101', name: 'Københavns Kommune' },
  { code: '0751', name: 'Aarhus Kommune' },
  { code: '0740', name: 'Silkeborg Kommune' },
  { code: '0400', name: 'Bornholms Regionskommune' },
];

describe('numbers', () => {
  it.each([
    ['12', 'da', 12],
    ['12,5', 'da', 12.5],
    ['12.5', 'da', 12.5],
    ['1.234', 'da', 1234],
    ['1.234,5', 'da', 1234.5],
    ['1 234,5', 'da', 1234.5],
    ['1,234', 'en', 1234],
    ['1,234.5', 'en', 1234.5],
    ['12,5', 'en', 12.5],
  ] as const)('reads %s in %s as %d', (text, language, expected) => {
    expect(readDecimal(text, language)).toBe(expected);
  });

  it.each(['', 'mange', '1,2,3', '12,', 'NaN', '1e3', '0x10'])('leaves %j as the text it is', (text) => {
    expect(readDecimal(text, 'da')).toBe(text);
  });

  it('reads back what it has written, in both languages', () => {
    const number = fc.integer({ min: 0, max: 99_999_999 }).map((value) => value / 100);
    fc.assert(
      fc.property(number, fc.constantFrom('da' as const, 'en' as const), (value, language) => {
        const question = { type: 'number' as const };
        expect(readField(question, writeField(question, value, language), language)).toBe(value);
      }),
    );
  });
});

describe('fields of every type', () => {
  it('write an answer and read the same one', () => {
    const columns = [
      { id: 'name', text: { da: 'Navn', en: 'Name' }, type: 'text' as const },
      { id: 'on', text: { da: 'Den', en: 'On' }, type: 'date' as const },
    ];
    const cases = [
      [{ type: 'text' as const }, 'abc'],
      [{ type: 'multi_choice' as const }, ['a', 'b']],
      [{ type: 'municipality_list' as const }, ['0101']],
      [{ type: 'kle_list' as const }, ['27.36', '28']],
      [{ type: 'checkbox' as const }, true],
      [{ type: 'date' as const }, '2026-11-24'],
      [{ type: 'table' as const, columns }, [{ name: 'Rolle', on: '' }]],
    ] as const;
    for (const [question, value] of cases) {
      const asked = 'columns' in question ? { ...question, columns: [...columns] } : question;
      const given = Array.isArray(value) ? [...value] : value;
      expect(readField(asked, writeField(asked, given as never, 'da'), 'da')).toEqual(given);
    }
  });

  it('take empty rows of a table for nothing', () => {
    expect(readField({ type: 'table' }, [{ a: ' ', b: '' }], 'da')).toEqual([]);
  });
});

describe('municipalities as people write them', () => {
  it('are found by name in several spellings, and by code', () => {
    const text = 'Aarhus\nÅrhus Kommune, silkeborg; 0101\nKøbenhavn\nBornholms Regionskommune';
    expect(parseMunicipalities(text, municipalities)).toEqual(['0751', '0751', '0740', '0101', '0101', '0400']);
  });

  it('stay as they are when there is none of the name', () => {
    expect(parseMunicipalities('Andeby', municipalities)).toEqual(['Andeby']);
    expect(writeMunicipalities(['0751', '9999'], municipalities)).toBe('Aarhus Kommune\n9999');
  });
});

describe('KLE numbers as people write them', () => {
  it('come with commas, spaces, lines and titles', () => {
    expect(parseKleNumbers('27.36, 28\n27.12.16 Afgørelser; 03 04')).toEqual(['27.36', '28', '27.12.16', '03', '04']);
    expect(parseKleNumbers('social')).toEqual(['social']);
    expect(parseKleNumbers(' ')).toEqual([]);
  });
});
