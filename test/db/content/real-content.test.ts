import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getCatalogue, listInterfaceGroups, listInterfaces, listKleGroups, listMunicipalities } from '~/db/catalogue';
import { checkContent, contentFolder } from '~/db/content';
import { getLatestQuestionnaire } from '~/db/questionnaires';
import type { QuestionnaireDefinition } from '~/workflows/questionnaire/definition';
import type { Catalogue } from '~/workflows/questionnaire/instances';
import { placeQuestions } from '~/workflows/questionnaire/placed-question';
import { proposeScope } from '~/workflows/questionnaire/scope';
import { type ProductType, productTypes, type Text } from '~/workflows/words';
import { createTestDatabase, type TestDatabase } from '../../database';

/** The content that ships: what an editor may have overlooked. */
let database: TestDatabase;
let definition: QuestionnaireDefinition;
let catalogue: Catalogue;

beforeAll(async () => {
  database = await createTestDatabase({ content: true });
  definition = (await getLatestQuestionnaire(database.db, 'faelleskommunal-infrastruktur')).definition;
  catalogue = await getCatalogue(database.db);
});
afterAll(() => database.drop());

const files = readdirSync(contentFolder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(yaml|csv)$/.test(name),
);
const contentOf = (name: string) => readFileSync(path.join(contentFolder, name), 'utf8');

test('has no problems', () => {
  expect(checkContent()).toEqual([]);
});

test('is all there: 65 interfaces in 22 groups, 98 municipalities, 36 KLE main groups', async () => {
  expect((await listInterfaces(database.db)).length).toBe(65);
  expect((await listInterfaceGroups(database.db)).length).toBe(22);
  expect((await listMunicipalities(database.db)).length).toBe(98);
  expect((await listKleGroups(database.db)).length).toBe(36);
  expect(definition.interfaceTemplate.length).toBe(16);
  expect(placeQuestions(definition).length).toBeGreaterThanOrEqual(150);
});

test.each(files)('%s: nothing left to do, no hidden characters', (name) => {
  const content = contentOf(name);
  expect(content).not.toMatch(/\b(TODO|FIXME|XXX|TBD|lorem)\b/i);
  expect(content).not.toMatch(/\r|\u00a0|\u200b|\ufeff/);
  expect(content.normalize('NFC')).toBe(content);
});

/** Every text for people, with where it stands. */
function textsIn(value: unknown, at: string): { at: string; text: Text }[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => textsIn(item, `${at}.${index}`));
  if (typeof value !== 'object' || value === null) return [];
  if ('da' in value && 'en' in value && typeof value.da === 'string' && typeof value.en === 'string') {
    return [{ at, text: { da: value.da, en: value.en } }];
  }
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => textsIn(item, `${at}.${key}`));
}

describe('texts', () => {
  const allTexts = async () => [
    ...textsIn(definition, 'questionnaire'),
    ...textsIn(await listInterfaces(database.db), 'interfaces'),
    ...textsIn(await listInterfaceGroups(database.db), 'groups'),
  ];
  const wrongWith = async (isWrong: (text: Text) => boolean) =>
    (await allTexts()).filter(({ text }) => isWrong(text)).map(({ at, text }) => `${at}: ${text.da} | ${text.en}`);

  test('are many', async () => {
    expect((await allTexts()).length).toBeGreaterThan(800);
  });

  test('have no dash between spaces, no straight quotes in Danish, no space where none belongs', async () => {
    expect(await wrongWith(({ da }) => / - /.test(da))).toEqual([]);
    expect(
      await wrongWith(({ da, en }) => /^\s|\s$|\s{2}|\s[,.;:?!](?:\s|$)/.test(da) || /^\s|\s$|\s{2}/.test(en)),
    ).toEqual([]);
    expect(await wrongWith(({ da }) => /"/.test(da))).toEqual([]);
  });

  test('are translated: no sentence is the same in both languages', async () => {
    expect(await wrongWith(({ da, en }) => da === en && /\p{L}+ \p{Ll}+ \p{Ll}+/u.test(da))).toEqual([]);
  });

  test('Danish is Danish and English English', async () => {
    expect(await wrongWith(({ da }) => /\b(the|which|must|should|with)\b/.test(da))).toEqual([]);
    expect(await wrongWith(({ en }) => /\b(og|ikke|skal|eller|som)\b/.test(en))).toEqual([]);
  });

  test('a question asks or asks for something, and its help and example are short enough to read', () => {
    const questions = placeQuestions(definition).map(({ question }) => question);
    expect(questions.filter(({ text }) => !/[?.]$/.test(text.da)).map(({ id }) => id)).toEqual([]);
    expect(questions.filter(({ help }) => help.da.length > 500).map(({ id }) => id)).toEqual([]);
    expect(questions.filter(({ evidenceExample }) => evidenceExample.da.length > 400).map(({ id }) => id)).toEqual([]);
  });
});

describe('scope', () => {
  test('every group of the catalogue has its section', async () => {
    const groups = (await listInterfaceGroups(database.db)).map(({ id }) => id);
    const sections = definition.sections.flatMap(({ group }) => (group === null ? [] : [group]));
    expect(sections).toEqual(groups);
  });

  /** Interfaces that no rule proposes on purpose, and why. */
  const neverProposed: Readonly<Record<string, string>> = {
    SF1460_C: 'an older way of what SF1462 does',
    SF2250: 'SF1601 sends NemSMS today',
    SF0770_E: 'closed to new users',
    SF0780: 'only the sickness benefit system may use it',
    SF1590_E: 'only for the systems of the municipalities’ own IT community',
    SF1611: 'only the sickness benefit system reports its cases there',
  };

  test('every interface in use is proposed for some product, or is left out on purpose', () => {
    const proposed = new Set(definition.scopeRules.flatMap(({ interfaces }) => interfaces));
    const inUse = [...catalogue.values()].filter(({ status }) => status !== 'retired' && status !== 'replaced');
    const forgotten = inUse.map(({ id }) => id).filter((id) => !proposed.has(id) && !(id in neverProposed));
    expect(forgotten).toEqual([]);
    expect(Object.keys(neverProposed).filter((id) => proposed.has(id) || !catalogue.has(id))).toEqual([]);
  });

  test('the KLE groups of the rules exist', async () => {
    const known = new Set((await listKleGroups(database.db)).map(({ number }) => number));
    expect(definition.scopeRules.flatMap(({ kle }) => kle).filter((number) => !known.has(number))).toEqual([]);
  });

  const idsFor = (type: ProductType, ...kle: string[]) =>
    proposeScope(definition, { type, kle }, catalogue).map(({ interfaceId }) => interfaceId);

  test('a product is proposed what its type and area call for', () => {
    expect(idsFor('andet')).toEqual(['SF1511', 'SF1514', 'administrationsmodul', 'SF1500']);
    expect(idsFor('esdh')).toEqual(expect.arrayContaining(['SF1470', 'SF1510', 'SF1601', 'SF2900']));
    expect(idsFor('fagsystem', '27.03.01', '15')).toEqual(
      expect.arrayContaining(['SF1520', 'borgerblikket', 'nemrefusion', 'SF6006']),
    );
    expect(idsFor('fagsystem', '81')).not.toContain('SF1520');
  });

  test('in the catalogue’s order, once, with every reason, never what is retired or replaced', () => {
    for (const type of productTypes) {
      const proposals = proposeScope(
        definition,
        { type, kle: ['15', '23.05', '27', '28', '29', '32', '81'] },
        catalogue,
      );
      const ids = proposals.map(({ interfaceId }) => interfaceId);
      expect([...catalogue.keys()].filter((id) => ids.includes(id))).toEqual(ids);
      for (const { interfaceId, reasons } of proposals) {
        expect(reasons.length).toBeGreaterThan(0);
        expect(['retired', 'replaced']).not.toContain(catalogue.get(interfaceId)?.status);
      }
    }
  });
});
