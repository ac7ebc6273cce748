import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { count, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  findInterface,
  getCatalogue,
  listInterfaceGroups,
  listInterfaces,
  listKleGroups,
  listMunicipalities,
} from '~/db/catalogue';
import {
  ContentProblem,
  checkContent,
  contentFolder,
  loadContent,
  planCatalogue,
  planPublishing,
  readQuestionnaires,
  writeIssue,
} from '~/db/content';
import { verifyLog } from '~/db/log';
import { listQuestionnaireDrafts, publishDraft } from '~/db/questionnaire-drafts';
import { getLatestQuestionnaire, getQuestionnaire, listQuestionnaireVersions } from '~/db/questionnaires';
import { interfaces, interfaceVersions, loadedContent, log, municipalities, questionnaires } from '~/db/schema';
import { hashOf } from '~/workflows/canonical';
import type { QuestionnaireDefinition } from '~/workflows/questionnaire/definition';
import { placeQuestions } from '~/workflows/questionnaire/placed-question';
import { compareVersionNumbers } from '~/workflows/questionnaire/version-number';
import { refuse } from '~/workflows/refusal';
import { createTestDatabase, type TestDatabase } from '../database';

const slug = 'faelleskommunal-infrastruktur';
const now = new Date('2026-03-02T23:30:00Z');
let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  await loadContent(database.db, { now });
});
afterAll(() => database.drop());

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'content-'));
  cpSync(contentFolder, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const catalogueFile = path.join('catalogue', 'interfaces.yaml');
const wholeFile = path.join('questionnaires', `${slug}-1.0`, 'questionnaire.yaml');
const templateFile = path.join('questionnaires', `${slug}-1.0`, 'interface-template.yaml');
const sectionFile = path.join('questionnaires', `${slug}-1.0`, 'sections', '01-produkt.yaml');

function edit(file: string, change: (text: string) => string): void {
  const place = path.join(folder, file);
  const before = readFileSync(place, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(place, after);
}

/** Takes one interface with all its lines out of the catalogue's file. */
function withoutInterface(id: string) {
  return (text: string) => text.replace(new RegExp(`^  - id: ${id}\\n(?:    .*\\n|\\n)*`, 'm'), '');
}

async function issuesOf(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ContentProblem)) throw new Error(`Not refused as content: ${String(error)}`);
  return error.issues.map(({ file, line, message }) => `${path.relative(folder, file)}:${line}: ${message}`);
}

describe('loading', () => {
  test('what is unchanged costs one query and writes nothing', async () => {
    const rows = await database.db.$count(log);
    expect(await loadContent(database.db)).toEqual([]);
    expect(await planCatalogue(database.db)).toEqual([]);
    expect((await planPublishing(database.db)).map(({ definition }) => definition.version)).toEqual(['1.1']);
    expect(await database.db.$count(log)).toBe(rows);
  });

  test('each row is one entry of the log, by nobody', async () => {
    const [entry] = await database.db.select().from(log).where(eq(log.subjectId, 'SF1500'));
    expect(entry).toMatchObject({ action: 'interface.add', subjectType: 'interface', personId: null, at: now });
    expect((await verifyLog(database.db)).problem).toBeNull();
  });

  test('the same files under other bytes change nothing and are remembered', async () => {
    edit(catalogueFile, (text) => `# A comment more.\n${text}`);
    edit(sectionFile, (text) => `# A comment more.\n${text}`);
    expect(await loadContent(database.db, { folder })).toEqual([]);
    expect(await loadContent(database.db)).toEqual([]);
  });

  test('two loads at once do it one after the other', async () => {
    const empty = await createTestDatabase();
    const [one, two] = await Promise.all([loadContent(empty.db), loadContent(empty.db)]);
    expect([one.length, two.length].filter((changes) => changes > 0)).toHaveLength(1);
    expect(await empty.db.$count(questionnaires)).toBe(1);
    await empty.drop();
  });
});

describe('an edit of the catalogue', () => {
  let own: TestDatabase;
  beforeEach(async () => {
    own = await createTestDatabase();
    await loadContent(own.db, { now });
  });
  afterEach(() => own.drop());

  test('is shown with old and new before it is applied, then applied and logged', async () => {
    edit(catalogueFile, (text) =>
      text.replace("label: '3.1'", "label: '3.2'").replace('id: SF1500\n', 'id: SF1500\n    bilateral: true\n'),
    );
    const planned = await planCatalogue(own.db, folder);
    expect(planned).toEqual([
      {
        kind: 'interface',
        id: 'SF1500',
        change: 'changed',
        fields: [
          { field: 'details', from: expect.anything(), to: expect.objectContaining({ terms: ['bilateral'] }) },
          {
            field: 'versions',
            from: [{ label: '3.1', availableOn: '2021-05-11', sunsetOn: null, retiredOn: null }],
            to: [{ label: '3.2', availableOn: '2021-05-11', sunsetOn: null, retiredOn: null }],
          },
        ],
      },
    ]);
    expect((await getCatalogue(own.db)).get('SF1500')?.versions).toEqual(['3.1']);
    expect(await loadContent(own.db, { folder, now })).toEqual(planned);
    expect((await getCatalogue(own.db)).get('SF1500')?.versions).toEqual(['3.2']);
    const entries = await own.db.select().from(log).where(eq(log.action, 'interface.change'));
    expect(entries.map(({ details }) => details)).toEqual([{ fields: planned[0]?.fields }]);
    expect(await planCatalogue(own.db, folder)).toEqual([]);
  });

  test('a removed interface gets a tombstone and may come back', async () => {
    edit(catalogueFile, withoutInterface('nemlog-in-sts'));
    edit(wholeFile, (text) => text.replace(', nemlog-in-sts]', ']'));
    const removed = [{ kind: 'interface', id: 'nemlog-in-sts', change: 'removed', fields: [] }];
    expect(await planCatalogue(own.db, folder)).toEqual(removed);
    await loadContent(own.db, { folder, now, only: 'catalogue' });
    expect((await getCatalogue(own.db)).has('nemlog-in-sts')).toBe(false);
    expect(await findInterface(own.db, 'nemlog-in-sts')).toMatchObject({ removedOn: '2026-03-03' });
    expect(await loadContent(own.db, { now, only: 'catalogue' })).toEqual([{ ...removed[0], change: 'restored' }]);
    expect(await findInterface(own.db, 'nemlog-in-sts')).toMatchObject({ removedOn: null });
  });

  test('an interface that a questionnaire asks about cannot be removed', async () => {
    edit(catalogueFile, withoutInterface('SF1500'));
    const issues = await issuesOf(loadContent(own.db, { folder }));
    expect(issues.length).toBeGreaterThan(1);
    for (const issue of issues) expect(issue).toMatch(/:\d+: .*there is no interface "SF1500" in the catalogue$/);
  });

  test('a new place in the order is one change', async () => {
    edit(catalogueFile, (text) => {
      const block = /^ {2}- id: SF1511\n(?: {4}.*\n|\n)*/m.exec(text)?.[0] ?? '';
      return `${text.replace(block, '').trimEnd()}\n${block}`;
    });
    const changes = await loadContent(own.db, { folder, now });
    expect(changes.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['order interfaces']);
    const ids = (await own.db.select().from(interfaces).orderBy(interfaces.position)).map(({ id }) => id);
    expect(ids.at(-1)).toBe('SF1511');
  });

  test('a municipality is renamed; one that is missing from the file stays', async () => {
    edit(path.join('catalogue', 'municipalities.csv'), (text) =>
      text.replace('Københavns Kommune', 'København').replace(/^0147,.*\n/m, ''),
    );
    expect(await loadContent(own.db, { folder, now })).toEqual([
      {
        kind: 'municipality',
        id: '0101',
        change: 'changed',
        fields: [{ field: 'name', from: 'Københavns Kommune', to: 'København' }],
      },
    ]);
    expect(await own.db.$count(municipalities)).toBe(98);
  });
});

describe('what is refused, with file and line, all at once and nothing loaded', () => {
  async function refused(): Promise<string[]> {
    const before = await snapshot();
    const issues = await issuesOf(loadContent(database.db, { folder, now }));
    expect(await snapshot()).toEqual(before);
    return issues;
  }
  const snapshot = async () => ({
    loaded: await database.db.select().from(loadedContent),
    rows: await database.db.select({ rows: count() }).from(log),
    names: await database.db.select({ name: interfaces.name }).from(interfaces),
  });

  test('wrong values in several files', async () => {
    edit(catalogueFile, (text) =>
      text.replace('status: in_operation', 'status: alive').replace('SF1500\n', 'SF1500\n    colour: red\n'),
    );
    edit(path.join('catalogue', 'municipalities.csv'), (text) =>
      text.replace('0101,', '101,').replace('0151,Ballerup Kommune,', '0151,'),
    );
    edit(path.join('catalogue', 'kle.csv'), (text) => `${text.trimEnd()}\n00,Igen\n`);
    const lines = readFileSync(path.join(folder, catalogueFile), 'utf8').split('\n');
    expect(await refused()).toEqual([
      expect.stringMatching(
        new RegExp(`^${catalogueFile}:${lines.indexOf('    status: alive') + 1}: interfaces\\.0\\.status: `),
      ),
      `${catalogueFile}:${lines.indexOf('    colour: red') + 1}: interfaces.4.colour: "colour" is not known here`,
      'catalogue/municipalities.csv:2: code: must be four digits',
      'catalogue/municipalities.csv:4: has 3 columns; 4 are needed',
      'catalogue/kle.csv:38: number 00 stands in the file twice',
    ]);
  });

  test('questions that refer to nothing, in the file where they stand', async () => {
    edit(sectionFile, (text) => text.replace('in: [end_of_life]', 'in: [end_of_the_world]'));
    edit(templateFile, (text) => text.replace('question: if-support', 'question: if-suport'));
    edit(wholeFile, (text) => text.replace('interfaces: [SF1511]', 'interfaces: [SF9999]'));
    const lineIn = (file: string, words: string) =>
      readFileSync(path.join(folder, file), 'utf8')
        .split('\n')
        .findIndex((line) => line.includes(words)) + 1;
    expect((await refused()).map((issue) => issue.replace(/: [a-z0-9]\S*: /i, ': '))).toEqual([
      `${wholeFile}:${lineIn(wholeFile, 'SF9999')}: there is no interface "SF9999" in the catalogue`,
      `${templateFile}:${lineIn(templateFile, 'if-suport')}: there is no question "if-suport"`,
      `${sectionFile}:${lineIn(sectionFile, 'end_of_the_world')}: "end_of_the_world" is not an option of "gen-lifecycle"`,
    ]);
  });

  test.each<[string, string, (text: string) => string, RegExp]>([
    ['YAML that is none', catalogueFile, (text) => text.replace('groups:', 'groups: [:'), /interfaces\.yaml:\d+: /],
    [
      'the same key twice',
      catalogueFile,
      (text) => text.replace('version:', 'version: 1\nversion:'),
      /interfaces\.yaml:\d+: Map keys must be unique/,
    ],
    [
      'an alias, which could be a bomb',
      catalogueFile,
      (text) => text.replace('version: 2026-1', 'version: &a 2026-1').replace('platform: KL', 'platform: *a'),
      /interfaces\.yaml:\d+: /,
    ],
    ['an empty file', templateFile, () => '', /interface-template\.yaml:null: is missing or empty/],
    ['a section that is a list', sectionFile, () => '- a\n', /01-produkt\.yaml:1: /],
    [
      'a text without English',
      sectionFile,
      (text) => text.replace(/^( +)en: .*$/m, '$1en:'),
      /01-produkt\.yaml:\d+: \S+en: /,
    ],
    [
      'an unknown field',
      sectionFile,
      (text) => text.replace('    required: true', '    requird: true'),
      /01-produkt\.yaml:\d+: questions\.0\.required: is missing/,
    ],
    [
      'a header that is none',
      path.join('catalogue', 'kle.csv'),
      (text) => text.replace('number,title', 'nummer,titel'),
      /kle\.csv:1: the header must be number,title/,
    ],
    [
      'a quote that never ends',
      path.join('catalogue', 'kle.csv'),
      (text) => text.replace('02,', '02,"'),
      /kle\.csv:\d+: /,
    ],
  ])('%s', async (_, file, change, expected) => {
    edit(file, change);
    const issues = await refused();
    expect(issues[0]).toMatch(expected);
    expect(checkContent(folder)).toHaveLength(issues.length);
  });

  test('bytes that are not UTF-8', async () => {
    writeFileSync(path.join(folder, sectionFile), Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xe6, 0x0a]));
    expect(await refused()).toEqual([`${sectionFile}:null: is not UTF-8`]);
  });

  test('a published version that was edited, however small the edit', async () => {
    edit(sectionFile, (text) => text.replace('weight: 1', 'weight: 2'));
    expect(checkContent(folder)).toEqual([]);
    expect(await refused()).toEqual([
      expect.stringMatching(/questionnaire\.yaml:null: version 1\.0 of .* is already published/),
    ]);
    expect(await issuesOf(planPublishing(database.db, folder))).toHaveLength(1);
  });

  test('the same version in two folders', async () => {
    const home = path.join(folder, 'questionnaires');
    cpSync(path.join(home, `${slug}-1.0`), path.join(home, `${slug}-copy`), { recursive: true });
    expect(await refused()).toEqual([expect.stringMatching(/stands in another folder too$/)]);
  });
});

describe('versions of a questionnaire', () => {
  const home = () => path.join(folder, 'questionnaires');
  /** A version in a folder of its own that is word for word the one it is based on. */
  function addVersion(version: string, basedOn: string, ids: readonly string[]): string {
    const place = path.join(home(), `${slug}-${version}`);
    mkdirSync(place);
    writeFileSync(
      path.join(place, 'questionnaire.yaml'),
      `basedOn: ${slug}-${basedOn}\nslug: ${slug}\nversion: '${version}'\n`,
    );
    const changes = path.join(place, 'changes.yaml');
    writeFileSync(changes, `from: '${basedOn}'\nunchanged:\n${ids.map((id) => `  - ${id}\n`).join('')}`);
    return changes;
  }
  const idsOf = (definition: QuestionnaireDefinition) => placeQuestions(definition).map(({ question }) => question.id);
  const published = async (db: TestDatabase['db']) =>
    (await listQuestionnaireVersions(db, slug)).map(({ version }) => version);

  test('the first is published when it is loaded; a later one waits, follows its files, and is published by a person', async () => {
    const own = await createTestDatabase();
    await loadContent(own.db, { folder, now });
    const [draft] = await listQuestionnaireDrafts(own.db);
    if (!draft) throw new Error('There is no draft.');
    expect(await published(own.db)).toEqual(['1.0']);
    edit(path.join('questionnaires', `${slug}-1.1`, 'changes.yaml'), (text) =>
      text.replace('gentog ofte', 'gentog tit'),
    );
    expect(await loadContent(own.db, { folder, now })).toEqual([
      { kind: 'questionnaire', id: `${slug} 1.1`, change: 'drafted', fields: [] },
    ]);
    const byOperator = { actor: null, now };
    expect(await publishDraft(own.db, byOperator, draft)).toEqual(refuse('draft-has-changed'));
    const [fresh] = await listQuestionnaireDrafts(own.db);
    if (!fresh) throw new Error('There is no draft.');
    const both = await Promise.all([publishDraft(own.db, byOperator, fresh), publishDraft(own.db, byOperator, fresh)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await published(own.db)).toEqual(['1.0', '1.1']);
    expect((await getLatestQuestionnaire(own.db, slug)).version).toBe('1.1');
    expect(await listQuestionnaireDrafts(own.db)).toEqual([]);
    expect(await own.db.select().from(log).where(eq(log.action, 'questionnaire.publish'))).toHaveLength(2);
    await own.drop();
  });

  test('a draft whose files are taken away is gone', async () => {
    const own = await createTestDatabase();
    await loadContent(own.db, { now });
    rmSync(path.join(home(), `${slug}-1.1`), { recursive: true });
    expect(await loadContent(own.db, { folder, now })).toMatchObject([{ id: `${slug} 1.1`, change: 'removed' }]);
    expect(await listQuestionnaireDrafts(own.db)).toEqual([]);
    addVersion('1.1', '1.0', idsOf((await getLatestQuestionnaire(own.db, slug)).definition));
    expect(await loadContent(own.db, { folder, now })).toMatchObject([{ change: 'drafted' }]);
    expect(await listQuestionnaireDrafts(own.db)).toMatchObject([{ version: '1.1' }]);
    await own.drop();
  });

  test('one that leaves out a version, a question or its words is refused', async () => {
    const [first, second] = readQuestionnaires(folder);
    if (!first || !second) throw new Error('There are two versions.');
    addVersion('1.2', '1.0', idsOf(first));
    expect(await issuesOf(loadContent(database.db, { folder }))).toEqual([
      expect.stringMatching(/1\.2\/questionnaire\.yaml:null: version 1\.2 must be based on 1\.1/),
    ]);
    rmSync(path.join(home(), `${slug}-1.2`), { recursive: true });
    const changes = addVersion('1.2', '1.1', idsOf(second).slice(1));
    expect(checkContent(folder).map(writeIssue)).toEqual([
      expect.stringMatching(/1\.2\/changes\.yaml:1: nothing is said of "if-support" of version 1\.1/),
      expect.stringMatching(/nothing is said of "if-support" of version 1\.2/),
    ]);
    rmSync(changes);
    expect(checkContent(folder).map(writeIssue)).toEqual([expect.stringMatching(/needs changes\.yaml beside it/)]);
  });

  test('a reference to nothing, and a base that is not there, are told where they stand', () => {
    const section = path.join('questionnaires', `${slug}-1.1`, 'sections', '13-post.yaml');
    edit(section, (text) => text.replace('- pos-memo', '- pos-mem0'));
    const line = readFileSync(path.join(folder, section), 'utf8').split('\n').indexOf('  - pos-mem0') + 1;
    expect(checkContent(folder).map(writeIssue)).toEqual([
      expect.stringMatching(new RegExp(`13-post\\.yaml:${line}: questions\\.1: .*no question "pos-mem0"`)),
    ]);
    edit(path.join('questionnaires', `${slug}-1.1`, 'questionnaire.yaml'), (text) =>
      text.replace(`${slug}-1.0`, '../elsewhere'),
    );
    expect(checkContent(folder).map(writeIssue)[0]).toMatch(/1\.1\/\S+:/);
  });

  test('what is taken over is resolved before it is hashed', () => {
    const [first, second] = readQuestionnaires(folder);
    const find = (definition: QuestionnaireDefinition | undefined, id: string) =>
      definition && placeQuestions(definition).find(({ question }) => question.id === id)?.question;
    expect(find(second, 'gen-description')).toEqual(find(first, 'gen-description'));
    expect(find(second, 'gen-nis2')).toEqual({ ...find(first, 'gen-nis2'), text: find(second, 'gen-nis2')?.text });
    expect(find(second, 'cert-renewal')?.type).toBe('yes_no_explain');
  });

  test('are ordered by number, not as texts', () => {
    expect(['1.10', '2.0', '1.9', '1.0'].sort(compareVersionNumbers)).toEqual(['1.0', '1.9', '1.10', '2.0']);
  });

  test('what is stored is what was hashed, and is read once', async () => {
    const found = await getLatestQuestionnaire(database.db, slug);
    expect(hashOf(found.definition)).toBe(found.hash);
    expect(await getQuestionnaire(database.db, found.id)).toBe(found);
    await expect(getLatestQuestionnaire(database.db, 'other')).rejects.toThrow('no questionnaire "other"');
  });

  test('the database refuses to change one', async () => {
    await expect(database.db.update(questionnaires).set({ version: '1.1' })).rejects.toThrow();
    await expect(database.db.delete(questionnaires)).rejects.toThrow();
  });
});

describe('reads', () => {
  test('the catalogue in its order, group by group', async () => {
    const list = await listInterfaces(database.db);
    const groups = await listInterfaceGroups(database.db);
    expect([...new Set(list.map(({ groupId }) => groupId))]).toEqual(groups.map(({ id }) => id));
    expect([...(await getCatalogue(database.db)).keys()]).toEqual(list.map(({ id }) => id));
    expect(await findInterface(database.db, 'SF0000')).toBeUndefined();
    expect(await findInterface(database.db, 'SF1461')).toMatchObject({
      versions: [{ label: '2.0' }, { label: '1.0' }],
    });
  });

  test('a catalogue that was loaded by another process is noticed', async () => {
    const before = await listInterfaces(database.db);
    await database.db.update(interfaceVersions).set({ label: '9.9' }).where(eq(interfaceVersions.label, '3.1'));
    expect(await listInterfaces(database.db)).toBe(before);
    await database.db.update(loadedContent).set({ hash: 'another' }).where(eq(loadedContent.name, 'catalogue'));
    expect((await getCatalogue(database.db)).get('SF1500')?.versions).toEqual(['9.9']);
    await loadContent(database.db);
    expect((await getCatalogue(database.db)).get('SF1500')?.versions).toEqual(['3.1']);
  });

  test('municipalities as Danes sort them, and KLE main groups', async () => {
    const names = (await listMunicipalities(database.db)).map(({ name }) => name);
    expect(names).toHaveLength(98);
    expect(names.findIndex((name) => name.startsWith('Aabenraa'))).toBeGreaterThan(names.indexOf('Vejle Kommune'));
    expect((await listKleGroups(database.db)).map(({ number }) => number).slice(0, 2)).toEqual(['00', '01']);
  });
});
