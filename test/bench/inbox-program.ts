import { sql } from 'drizzle-orm';
import { listInbox } from '~/db/cases/read-inbox';
import { connect } from '~/db/client';
import { setCompetence } from '~/db/competences';
import { type InboxQuery, inboxFilters } from '~/workflows/review/inbox';
import { copyCase } from '../factories/copied-cases';
import { CaseWalk, type CaseWorld, getValue, makeCaseWorld, municipalityA } from '../factories/reviewed-case';
import { onDatabase, schemaTemplate, startTestServer, withAdmin } from '../setup/server';

/**
 * Bundled and run by test/bench/inbox.js. Every case is in review, half of it the reader's and half of it free. A lead
 * reviewer knows the free half of each, which is the most that there can be to count.
 */
const sizes = [100, 10_000] as const;
const turns = Number(process.argv[2] ?? 15);

const usual = { view: 'mine', sort: 'since', direction: 'ascending', search: '' } as const;
const queries: Record<string, InboxQuery & { knows?: true }> = {
  'my sections, first page': usual,
  'my sections, last page': {
    ...usual,
    from: { direction: 'after', value: '2030-01-01T00:00:00.000Z', number: '2026-109950' },
  },
  'ready to claim, by deadline': { ...usual, view: 'available', sort: 'due' },
  'ready to claim, in my areas': { ...usual, view: 'available', sort: 'due', knows: true },
  'ready to claim, other areas too': { ...usual, view: 'available', sort: 'due', isWide: true, knows: true },
  'by share that changed': { ...usual, sort: 'changed', direction: 'descending' },
  'by product': { ...usual, sort: 'product' },
  'with every filter': { ...usual, only: inboxFilters },
  'searched by case number': { ...usual, search: '2026-1000' },
};

const server = await startTestServer();
const close: (() => Promise<void>)[] = [];
try {
  const worlds: CaseWorld[] = [];
  for (const size of sizes) worlds.push(await fill(size));
  const rows = [];
  for (const [name, query] of Object.entries(queries)) {
    const [small, large] = await inTurn(worlds, query);
    rows.push({ name, small, large, ratio: large / small });
  }
  process.stdout.write(`${JSON.stringify({ sizes, turns, rows })}\n`);
} finally {
  for (const each of close) await each();
  await server.stop();
}

async function fill(size: number): Promise<CaseWorld> {
  const name = `bench_${size}`;
  const { admin, owner } = server;
  await withAdmin(admin, (admins) =>
    admins.unsafe(`create database ${name} template ${schemaTemplate} owner ${owner.name}`),
  );
  const connection = connect(onDatabase(owner.target, name), { applicationName: 'bench', max: 2, statementTimeout: 0 });
  close.push(connection.close);
  const world = await makeCaseWorld(connection.db);
  const walk = await CaseWalk.begin(world);
  await walk.submit();
  await walk.send(world.coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
  await walk.send(world.reviewerA, { type: 'claim', sectionId: 'first' });
  await copyCase(walk, size - 1);
  const { personId } = world.leadC.actor;
  const competence = { personId, municipalityCode: municipalityA, sectionIds: ['second'] };
  getValue(await setCompetence(connection.db, world.coordinator, competence));
  await connection.db.execute(sql`analyze`);
  return world;
}

/** The median of each size in milliseconds, measured in turn, so that what else the machine does falls on both. */
async function inTurn(
  worlds: readonly CaseWorld[],
  { knows = false, ...query }: InboxQuery & { knows?: boolean },
): Promise<[number, number]> {
  const measured: [number[], number[]] = [[], []];
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const [index, { db, reviewerA, leadC }] of worlds.entries()) {
      const { actor, now } = knows ? leadC : reviewerA;
      const begun = performance.now();
      await listInbox(db, actor, query, now);
      // The first is not counted: it plans and warms up.
      if (turn > 0) measured[index === 0 ? 0 : 1].push(performance.now() - begun);
    }
  }
  return [median(measured[0]), median(measured[1])];
}

function median(list: number[]): number {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
}
