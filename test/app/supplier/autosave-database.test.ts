import { and, asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Autosave } from '~/app/supplier/autosave';
import type { Outcome, Reply, SentEdit } from '~/app/supplier/edits';
import { saveAnswers } from '~/db/answers';
import { log } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import { createTestDatabase, type TestDatabase } from '../../database';
import { makeDeclaration, makeSupplier, makeSupplierPerson } from '../../factories/supplier-people';

const key = 'gen-version';
let database: TestDatabase;
let people: [Acting, Acting];

beforeAll(async () => {
  database = await createTestDatabase({ content: true });
  const { supplierId } = await makeSupplier(database.db);
  people = [
    await makeSupplierPerson(database.db, supplierId, 'editor'),
    await makeSupplierPerson(database.db, supplierId, 'signatory'),
  ];
});
afterAll(() => database.drop());

const step = fc.record({
  kind: fc.constantFrom('type' as const, 'send' as const, 'send' as const, 'mine' as const, 'theirs' as const),
  tab: fc.nat(2),
  fate: fc.constantFrom('arrives' as const, 'arrives' as const, 'request-lost' as const, 'reply-lost' as const),
});

/** Two tabs of one person and one of a colleague, who write at once. */
it('loses no acknowledged edit in the real database, however requests are lost and meet', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      run += 1;
      const { declarationId } = await makeDeclaration(database.db, people[0], { name: `Produkt ${run}` });
      const acknowledged: string[] = [];
      let fate: 'arrives' | 'request-lost' | 'reply-lost' = 'arrives';
      const makeTab = (acting: Acting) => {
        const send = async (edits: readonly SentEdit[]): Promise<Reply> => {
          const happens = fate;
          if (happens === 'request-lost') throw new Error('offline');
          const saved = await saveAnswers(database.db, acting, { declarationId, answers: edits });
          if (!saved.ok) throw new Error(saved.refusal.code);
          if (happens === 'reply-lost') throw new Error('offline');
          const outcomes = saved.value.outcomes.map((outcome) => JSON.parse(JSON.stringify(outcome)) as Outcome);
          for (const outcome of outcomes) if (outcome.status === 'saved') acknowledged.push(String(outcome.value));
          return { ok: true, outcomes };
        };
        return new Autosave({}, send, { set: () => null, clear: () => undefined });
      };
      const tabs = [makeTab(people[0]), makeTab(people[0]), makeTab(people[1])];
      const flushes: Promise<unknown>[] = [];
      let count = 0;
      for (const each of steps) {
        const tab = tabs[each.tab] as Autosave;
        count += 1;
        fate = each.fate;
        if (each.kind === 'type') tab.edit(key, { value: `${run}.${count}`, justification: null }, 0);
        else if (each.kind === 'send') flushes.push(tab.flush());
        else if (each.kind === 'mine') tab.keepMine(key);
        else tab.takeTheirs(key);
        // Now and then two requests are under way at once.
        if (count % 3 === 0) await Promise.all(flushes.splice(0));
      }
      await Promise.all(flushes);
      fate = 'arrives';
      for (const tab of tabs) for (let round = 0; round < 3; round += 1) await tab.flush();
      const entries = await database.db
        .select({ details: log.details })
        .from(log)
        .where(and(eq(log.subjectId, declarationId), eq(log.action, 'answer.save')))
        .orderBy(asc(log.number));
      const own = entries.map(({ details }) => details).filter((details) => details.key === key);
      const values = own.map((details) => (details.to as { value: unknown }).value);
      // Each acknowledged text is in the history, which has no gap and no fork.
      for (const text of acknowledged) expect(values).toContain(text);
      expect(own.map(({ version }) => version)).toEqual(own.map((_, index) => index + 1));
      // Whoever is not in conflict sees what the server has, or what was overwritten by somebody who had seen it.
      for (const tab of tabs) expect(['saved', 'conflict', 'idle']).toContain(tab.statusOf(key).state);
    }),
    { numRuns: 12, seed: 20261124 },
  );
}, 60_000);
