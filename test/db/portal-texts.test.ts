import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeLetter } from '~/app/letters/compose-letter';
import { composer } from '~/app/mail/compose';
import { digestComposer } from '~/app/mail/digest';
import { findEditableText, ruleOf } from '~/app/portal-texts/editable';
import { findSentLetter, sendLetters } from '~/db/letters';
import { verifyLog } from '~/db/log';
import { prepareMails } from '~/db/mail/prepare';
import { changePortalText, listTextVersions, presentVersion, readRewordings } from '~/db/portal-texts';
import { log, mails, portalTexts } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import { createTestDatabase, type TestDatabase } from '../database';
import { CaseWalk, type CaseWorld, getValue, makeCaseWorld } from '../factories/reviewed-case';

const publicUrl = 'https://portal.example.dk';
let test: TestDatabase;
let world: CaseWorld;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
});
afterAll(() => test.drop());

async function change(key: string, text: string | null, expectedVersion: number, by: Acting = world.coordinator) {
  const edited = findEditableText(key);
  if (!edited) throw new Error(`There is no text ${key}.`);
  const rule = ruleOf(edited, 'da');
  return changePortalText(test.db, by, { key, language: 'da', text, expectedVersion, rule });
}

describe('a text', () => {
  const key = 'notice-subject.steward';

  it('gets own words, other own words, and its built-in ones again, each a version', async () => {
    getValue(await change(key, '  Ansvarlig for {product}\r\n', 0));
    expect((await readRewordings(test.db)).get(`${key}:da`)).toBe('Ansvarlig for {product}');
    getValue(await change(key, 'Du passer nu {product}', 1));
    getValue(await change(key, null, 2));
    expect((await readRewordings(test.db)).has(`${key}:da`)).toBe(false);
    const versions = await listTextVersions(test.db, key);
    expect(versions.map(({ version, text }) => [version, text])).toEqual([
      [3, null],
      [2, 'Du passer nu {product}'],
      [1, 'Ansvarlig for {product}'],
    ]);
    const logged = await test.db.select({ action: log.action }).from(log).where(eq(log.subjectId, key));
    expect(logged.map(({ action }) => action).sort()).toEqual(['text.change', 'text.change', 'text.reset']);
    expect(await verifyLog(test.db)).toMatchObject({ problem: null });
    await expect(test.db.update(portalTexts).set({ text: 'x' })).rejects.toThrow();
    await expect(test.db.delete(portalTexts)).rejects.toThrow();
  });

  it.each([
    ['Du er ansvarlig', 'text-placeholder-missing', { names: '{product}' }],
    ['{product} hos {navn}', 'text-placeholder-unknown', { names: '{navn}' }],
    ['{product} }', 'text-placeholder-unknown', { names: '}' }],
    ['', 'text-not-valid', { limit: 200 }],
    ['To\nlinjer {product}', 'text-not-valid', { limit: 200 }],
    [`{product}${'x'.repeat(200)}`, 'text-not-valid', { limit: 200 }],
  ])('is refused as %j', async (text, code, params) => {
    expect(await change(key, text, await presentVersion(test.db, key, 'da'))).toMatchObject({
      refusal: { code, params },
    });
  });

  it('is changed by the coordinator alone, from a page that is up to date, and by one of two at once', async () => {
    const body = 'notice-body.access-request-arrived';
    for (const by of [world.auditor, world.leadA, world.signatory]) {
      expect(await change(body, 'CVR {cvr}', 0, by)).toMatchObject({ refusal: { code: 'role-required' } });
    }
    const both = await Promise.all([1, 2, 3].map((each) => change(body, `Fra ${each}: {cvr}`, 0)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await change(body, 'CVR {cvr}', 0)).toMatchObject({ refusal: { code: 'text-has-moved' } });
    expect(await listTextVersions(test.db, body)).toHaveLength(1);
  });
});

describe('own words', () => {
  it('are in what is written from then on; what was sent keeps its own', async () => {
    const write = async () => {
      const own = await readRewordings(test.db);
      await prepareMails(test.db, {
        now: world.coordinator.now,
        delivery: 'inbox',
        compose: composer(publicUrl, own),
        composeDigest: digestComposer(publicUrl, own),
        onError: (error) => {
          throw error;
        },
      });
      await sendLetters(test.db, {
        compose: (facts, at) => composeLetter(facts, at, publicUrl, null, own),
        render: async () => new Uint8Array([37, 80, 68, 70]),
        datedAt: () => world.coordinator.now,
        onError: (error) => {
          throw error;
        },
      });
    };
    const decide = async () => {
      const walk = await CaseWalk.begin(world);
      await walk.toDecision(['accepted', 'accepted']);
      await walk.decide('approved');
      await write();
      return JSON.stringify((await findSentLetter(test.db, { caseId: walk.caseId }))?.document);
    };
    const first = await decide();
    const before = await test.db.select().from(mails).orderBy(mails.id);
    getValue(await change('mail-body.confirm', 'Læs afgørelsen, linje et.\nOg linje to.', 0));
    getValue(await change('letter.basis', 'Afgørelsen hviler på jeres egne svar.', 0));
    const second = await decide();
    expect(first).not.toContain('jeres egne svar');
    expect(second).toContain('jeres egne svar');
    const after = await test.db.select().from(mails).orderBy(mails.id);
    const known = new Set(before.map(({ id }) => id));
    expect(after.filter(({ id }) => known.has(id))).toEqual(before);
    const fresh = after.filter(({ id, text }) => !known.has(id) && text.includes('Læs afgørelsen'));
    expect(fresh.length).toBeGreaterThan(0);
    expect(fresh.every(({ html }) => html.includes('linje et.<br>Og linje to.'))).toBe(true);
  });
});
