import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Autosave, type Timers } from '~/app/supplier/autosave';
import type { Outcome, Reply, SavedAnswer, SentEdit } from '~/app/supplier/edits';

/** A server as db/answers.ts is one: versions, "unchanged" for the same text, conflicts; and a log of who saw what. */
class Server {
  readonly present = new Map<string, SavedAnswer>();
  readonly history: { key: string; value: unknown; seen: number; version: number }[] = [];

  save(edits: readonly SentEdit[]): Outcome[] {
    return edits.map((edit) => this.saveOne(edit));
  }

  saveOne({ key, value, justification, expectedVersion }: SentEdit): Outcome {
    const present = this.present.get(key);
    if (present && present.value === value) return { key, status: 'unchanged', ...present };
    if (present && present.version !== expectedVersion) {
      return { key, status: 'conflict', present, changedBy: 'Colleague' };
    }
    const version = (present?.version ?? 0) + 1;
    const saved = { value: value as string, justification, version, updatedAt: `2026-11-24T12:00:${version}Z` };
    this.present.set(key, saved);
    this.history.push({ key, value, seen: expectedVersion, version });
    return { key, status: 'saved', ...saved };
  }
}

/** Timers that run when the test says so. */
class ManualTimers implements Timers {
  private waiting: { work: () => void }[] = [];
  set(work: () => void) {
    const timer = { work };
    this.waiting.push(timer);
    return timer;
  }
  clear(timer: unknown) {
    this.waiting = this.waiting.filter((each) => each !== timer);
  }
  runAll() {
    for (const { work } of this.waiting.splice(0)) work();
  }
}

const draft = (value: string) => ({ value, justification: null });

function setUp(versions: Record<string, number> = {}) {
  const server = new Server();
  const timers = new ManualTimers();
  const faults: ('lose-request' | 'lose-reply' | 'none')[] = [];
  const engine = new Autosave(
    versions,
    async (edits): Promise<Reply> => {
      const fault = faults.shift() ?? 'none';
      if (fault === 'lose-request') throw new Error('offline');
      const outcomes = server.save(edits);
      if (fault === 'lose-reply') throw new Error('offline');
      return { ok: true, outcomes };
    },
    timers,
  );
  return { server, timers, faults, engine };
}

describe('Autosave', () => {
  it('saves the last of several edits once, after the delay', async () => {
    const { server, engine } = setUp();
    engine.edit('a', draft('x'), 900);
    engine.edit('a', draft('xy'), 900);
    expect(engine.statusOf('a')).toEqual({ state: 'pending' });
    expect(await engine.flush()).toBe(true);
    expect(server.history).toEqual([{ key: 'a', value: 'xy', seen: 0, version: 1 }]);
    expect(engine.statusOf('a')).toMatchObject({ state: 'saved' });
    expect(engine.hasUnsaved()).toBe(false);
  });

  it('says that it waits without a connection, tries again, and never calls an own text a conflict', async () => {
    const { server, engine, faults, timers } = setUp();
    faults.push('lose-reply');
    engine.edit('a', draft('first'), 0);
    expect(await engine.flush()).toBe(false);
    expect(engine.statusOf('a')).toEqual({ state: 'waiting', reason: 'offline' });
    engine.edit('a', draft('second'), 0);
    timers.runAll();
    expect(await engine.flush()).toBe(true);
    expect(server.present.get('a')).toMatchObject({ value: 'second', version: 2 });
    expect(engine.statusOf('a')).toMatchObject({ state: 'saved' });
  });

  it('holds an answer in conflict until somebody chooses', async () => {
    const { server, engine } = setUp({ a: 0 });
    server.saveOne({ key: 'a', ...draft('theirs'), expectedVersion: 0 });
    engine.edit('a', draft('mine'), 0);
    expect(await engine.flush()).toBe(false);
    expect(engine.statusOf('a')).toMatchObject({
      state: 'conflict',
      present: { value: 'theirs' },
      changedBy: 'Colleague',
    });
    engine.edit('a', draft('mine, longer'), 0);
    expect(server.present.get('a')?.value).toBe('theirs');
    engine.keepMine('a');
    expect(await engine.flush()).toBe(true);
    expect(server.present.get('a')).toMatchObject({ value: 'mine, longer', version: 2 });
  });

  it('lets the other text stand when it is chosen', async () => {
    const { server, engine } = setUp();
    server.saveOne({ key: 'a', ...draft('theirs'), expectedVersion: 0 });
    engine.edit('a', draft('mine'), 0);
    await engine.flush();
    expect(engine.takeTheirs('a')).toMatchObject({ value: 'theirs', version: 1 });
    expect(engine.hasUnsaved()).toBe(false);
    engine.edit('a', draft('after that'), 0);
    expect(await engine.flush()).toBe(true);
    expect(server.history.at(-1)).toMatchObject({ value: 'after that', seen: 1, version: 2 });
  });

  it('stops trying what will never be accepted, and says why', async () => {
    const engine = new Autosave({}, async () => ({ ok: false, retry: false, message: 'Sendt.' }), new ManualTimers());
    engine.edit('a', draft('x'), 0);
    await engine.flush();
    expect(engine.statusOf('a')).toEqual({ state: 'failed', message: 'Sendt.' });
    expect(engine.hasUnsaved()).toBe(false);
  });

  it('never loses an edit that it called saved, whatever is lost on the way and whoever else writes', async () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('edit' as const),
        key: fc.constantFrom('a', 'b'),
        value: fc.string({ maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constant('colleague' as const),
        key: fc.constantFrom('a', 'b'),
        value: fc.string({ maxLength: 3 }),
      }),
      fc.record({ kind: fc.constantFrom('flush' as const, 'retry' as const, 'keep' as const, 'take' as const) }),
      fc.record({ kind: fc.constantFrom('lose-request' as const, 'lose-reply' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { server, engine, faults, timers } = setUp();
        const typed = new Map<string, string>();
        for (const each of steps) {
          if (each.kind === 'edit') {
            typed.set(each.key, each.value);
            engine.edit(each.key, draft(each.value), 0);
          } else if (each.kind === 'colleague') {
            const version = server.present.get(each.key)?.version ?? 0;
            server.saveOne({ key: each.key, ...draft(each.value), expectedVersion: version });
          } else if (each.kind === 'lose-request' || each.kind === 'lose-reply') faults.push(each.kind);
          else if (each.kind === 'flush') await engine.flush();
          else if (each.kind === 'retry') timers.runAll();
          else {
            for (const key of ['a', 'b']) {
              if (each.kind === 'keep') engine.keepMine(key);
              else {
                const theirs = engine.takeTheirs(key);
                if (theirs) typed.set(key, String(theirs.value));
              }
            }
          }
        }
        faults.splice(0);
        // The first may still wait for a request that was lost.
        for (let round = 0; round < 2; round += 1) {
          timers.runAll();
          await engine.flush();
        }
        for (const [key, value] of typed) {
          const status = engine.statusOf(key);
          if (status.state === 'conflict') continue;
          // What the page calls saved is what the server has, or was overwritten by somebody who had seen it.
          expect(status.state).toBe('saved');
          const own = server.history.findLast((entry) => entry.key === key && entry.value === value);
          const later = server.history.filter((entry) => entry.key === key && entry.version > (own?.version ?? 0));
          expect(own === undefined && server.present.get(key)?.value !== value).toBe(false);
          for (const entry of later) expect(entry.seen).toBe(entry.version - 1);
        }
      }),
      { numRuns: 300 },
    );
  });
});
