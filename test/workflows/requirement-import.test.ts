import { describe, expect, it } from 'vitest';
import { type ListedRequirement, matchRequirements, readImportance } from '~/workflows/requirement-import';

const text = (da: string) => ({ da, en: `${da} (en)` });
const interfaces = [
  { id: 'SF1500', name: text('Organisation'), alsoCalled: ['STS Organisation', 'organisationssystem'] },
  { id: 'SF1470', name: text('Sags- og Dokumentindeks'), alsoCalled: ['SDI', 'sagsindeks'] },
  { id: 'SF1470_A', name: text('Indeksér sager'), alsoCalled: ['SDI'] },
  { id: 'context-handler-idp', name: text('Kommunal Identity Provider'), alsoCalled: [] },
];

const item = (row: number, name: string, more: Partial<ListedRequirement> = {}): ListedRequirement => ({
  ...{ row, number: '', name, description: '', importance: '', level: '' },
  ...more,
});
const match = (...items: ListedRequirement[]) => matchRequirements(items, interfaces);
const idsOf = (...items: ListedRequirement[]) =>
  match(...items).matched.map(({ requirement }) => requirement.interfaceId);

describe('matching requirements with interfaces', () => {
  it('goes by SF numbers in name and description, as people write them, and a part falls back on its whole', () => {
    expect(
      idsOf(item(2, 'Skal bruge SF 1500'), item(3, 'Indeks', { description: 'jf. sf1470_a og SF1500_B' })),
    ).toEqual(['SF1500', 'SF1470_A']);
  });

  it('else by names and synonyms, whatever the case and the letters, as whole words', () => {
    expect(idsOf(item(2, 'Integration til STS ORGANISATION'))).toEqual(['SF1500']);
    expect(idsOf(item(2, 'Kommunal identity provider'))).toEqual(['context-handler-idp']);
    expect(idsOf(item(2, 'Organisationen skal kunne rapportere'))).toEqual([]);
  });

  it('takes a single word for a name only in the name of a requirement, not in running text', () => {
    expect(idsOf(item(2, 'Rapporter', { description: 'Vis hele kommunens organisation.' }))).toEqual([]);
    expect(idsOf(item(2, 'Rapporter', { description: 'Hent fra Sags- og Dokumentindeks.' }))).toEqual(['SF1470']);
  });

  it('lists what it cannot tell, with the row and why', () => {
    const { unmatched } = match(item(2, 'SDI', { number: '7' }), item(3, 'Dansk sprog'), item(4, 'SF9999 og SF1500'));
    expect(unmatched).toEqual([
      { row: 2, number: '7', name: 'SDI', because: 'ambiguous', candidates: ['SF1470', 'SF1470_A'] },
      { row: 3, number: '', name: 'Dansk sprog', because: 'no-interface' },
      { row: 4, number: '', name: 'SF9999 og SF1500', because: 'unknown-number', found: 'SF9999' },
    ]);
  });

  it('makes one requirement of several about the same interface, as strict as the strictest', () => {
    const { matched } = match(
      item(2, 'SF1500', { number: '17', importance: 'Option', level: 'Planlagt' }),
      item(5, 'SF1500 igen', { number: '23', importance: 'Mindstekrav' }),
    );
    expect(matched).toEqual([
      {
        requirement: { interfaceId: 'SF1500', level: 'ready', importance: 'must', rung: '', label: '17, 23' },
        rows: [2, 5],
        by: 'number',
      },
    ]);
  });

  it('keeps labels short and free of what would end them in an address', () => {
    const [found] = match(item(2, 'SF1500', { number: `${'x'.repeat(60)}~\u0007` })).matched;
    expect(found?.requirement.label).toBe('x'.repeat(40));
  });

  it('numbers a requirement only where the list does', () => {
    const { matched } = match(item(2, 'SF1500 Organisation'), item(3, 'SF1500', { number: '8' }), item(4, 'SF1500'));
    expect(matched[0]?.requirement.label).toBe('8');
  });

  it('stops where a profile is full, and says so', () => {
    const many = Array.from({ length: 85 }, (_, index) => ({
      id: `SF${3000 + index}`,
      name: text(`Navn ${index}`),
      alsoCalled: [],
    }));
    const { matched, unmatched } = matchRequirements(
      many.map(({ id }, index) => item(index + 2, id)),
      many,
    );
    expect([matched.length, unmatched.length, unmatched[0]?.because]).toEqual([80, 5, 'too-many']);
  });
});

it.each([
  ['Mindstekrav', 'must'],
  ['ABSOLUTE', 'must'],
  ['', 'must'],
  ['Vigtigt krav', 'should'],
  ['Krav', 'should'],
  ['NORMAL', 'should'],
  ['Option', 'should'],
])('reads the priority »%s« as %s', (written, importance) => {
  expect(readImportance(written)).toBe(importance);
});
