import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Autosave, type Timers } from '~/app/supplier/autosave';
import { joinAnswers } from '~/app/supplier/both-texts';
import type { Outcome, Reply, SavedAnswer, SentEdit } from '~/app/supplier/edits';
import { adoptEdits, keepEdits } from '~/app/supplier/kept-edits';

/** localStorage, with room for so many entries. */
class Shelf {
  private readonly entries = new Map<string, string>();
  constructor(private readonly room = 1_000) {}
  get length() {
    return this.entries.size;
  }
  key(index: number) {
    return [...this.entries.keys()][index] ?? null;
  }
  getItem(name: string) {
    return this.entries.get(name) ?? null;
  }
  setItem(name: string, text: string) {
    if (!this.entries.has(name) && this.entries.size >= this.room) throw new Error('QuotaExceededError');
    this.entries.set(name, text);
  }
  removeItem(name: string) {
    this.entries.delete(name);
  }
  texts() {
    return [...this.entries.values()].join();
  }
}

/** As db/answers.ts decides; its own test holds the same promises against the database. */
class Server {
  readonly present = new Map<string, SavedAnswer>();
  /** Every change with the version that its author had seen. */
  readonly history: { key: string; value: string; seen: number; version: number }[] = [];
  save({ key, value, justification, expectedVersion }: SentEdit): Outcome {
    const present = this.present.get(key);
    if (present && present.value === value) return { key, status: 'unchanged', ...present };
    if (present && present.version !== expectedVersion) {
      return { key, status: 'conflict', present, changedBy: 'Kollega' };
    }
    const version = (present?.version ?? 0) + 1;
    const saved = { value: value as string, justification, version, updatedAt: `2026-11-24T12:00:00.${version}Z` };
    this.present.set(key, saved);
    this.history.push({ key, value: value as string, seen: expectedVersion, version });
    return { key, status: 'saved', ...saved };
  }
}

class ManualTimers implements Timers {
  private waiting: (() => void)[] = [];
  set(work: () => void) {
    this.waiting.push(work);
    return work;
  }
  clear(timer: unknown) {
    this.waiting = this.waiting.filter((work) => work !== timer);
  }
  run() {
    for (const work of this.waiting.splice(0)) work();
  }
}

const keys = ['a', 'b'];
const declarationId = 'declaration';
const draft = (value: string) => ({ value, justification: null });
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Requests that are under way; the scheduler says which arrives, which reply arrives, and which is lost. */
class Network {
  waiting: { edits: readonly SentEdit[]; reply: (reply: Reply) => void; lose: () => void }[] = [];
  constructor(private readonly server: Server) {}
  readonly send = (edits: readonly SentEdit[]): Promise<Reply> =>
    new Promise((resolve, reject) => {
      this.waiting.push({ edits, reply: resolve, lose: () => reject(new Error('offline')) });
    });
  async step(at: number, fate: 'arrives' | 'request-lost' | 'reply-lost'): Promise<void> {
    const [request] = this.waiting.splice(at % Math.max(1, this.waiting.length), 1);
    if (!request) return;
    const outcomes = fate === 'request-lost' ? [] : request.edits.map((edit) => this.server.save(edit));
    if (fate === 'arrives') request.reply({ ok: true, outcomes });
    else request.lose();
    await settle();
  }
}

class Tab {
  private static opened = 0;
  readonly timers = new ManualTimers();
  readonly typed = new Map<string, string>();
  readonly pageId = `page-${++Tab.opened}`;
  readonly engine: Autosave;
  isOpen = true;

  constructor(
    shelf: Shelf,
    server: Server,
    network: Network,
    readonly personId: string,
    others: readonly Tab[],
  ) {
    const place = { personId, declarationId, pageId: this.pageId };
    const versions = Object.fromEntries([...server.present].map(([key, { version }]) => [key, version]));
    const send = (edits: readonly SentEdit[]) => (this.isOpen ? network.send(edits) : new Promise<Reply>(() => {}));
    this.engine = new Autosave(versions, send, this.timers, keepEdits(shelf, place));
    const living = new Set(others.filter(({ isOpen }) => isOpen).map(({ pageId }) => pageId));
    const adopted = adoptEdits(shelf, place, living, new Set(keys));
    this.engine.restore(adopted);
    for (const { key, newest, sent } of adopted) this.typed.set(key, String((newest ?? sent)?.value));
    this.engine.start();
  }
}

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('type' as const), tab: fc.nat(3), key: fc.nat(1) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('network' as const),
      at: fc.nat(3),
      fate: fc.constantFrom('arrives' as const, 'arrives' as const, 'request-lost' as const, 'reply-lost' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('timers' as const, 'online' as const, 'reload' as const, 'live' as const),
      tab: fc.nat(3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('mine' as const, 'theirs' as const, 'both' as const),
      tab: fc.nat(3),
      key: fc.nat(1),
    }),
  },
);

describe('tabs and colleagues over a network that loses and reorders', () => {
  it('never lose an acknowledged edit, and keep every other one until somebody has chosen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const server = new Server();
        const network = new Network(server);
        const shelves = { anna: new Shelf(), bo: new Shelf() };
        const tabs: Tab[] = [];
        const open = (personId: 'anna' | 'bo') => new Tab(shelves[personId], server, network, personId, tabs);
        tabs.push(open('anna'));
        tabs.push(open('anna'));
        tabs.push(open('bo'));
        tabs.push(open('bo'));
        /** What somebody chose to let go, having seen it beside the other text. */
        const letGo = new Set<string>();
        const everTyped = new Set<string>();
        let count = 0;
        for (const each of steps) {
          if (each.kind === 'network') {
            await network.step(each.at, each.fate);
            continue;
          }
          const tab = tabs[each.tab] as Tab;
          const key = keys[('key' in each ? each.key : 0) as number] as string;
          if (each.kind === 'type') {
            count += 1;
            const text = `${key}${count}`;
            // Typing over one's own text on the same page is what typing is.
            const before = tab.typed.get(key);
            if (before !== undefined) letGo.add(before);
            tab.typed.set(key, text);
            everTyped.add(text);
            tab.engine.edit(key, draft(text), 0);
          } else if (each.kind === 'timers') tab.timers.run();
          else if (each.kind === 'online') tab.engine.start();
          else if (each.kind === 'live') {
            for (const [of, present] of server.present) {
              if (tab.engine.receive(of, present)) tab.typed.set(of, String(present.value));
            }
          } else if (each.kind === 'reload') {
            tab.isOpen = false;
            const again = open(tab.personId as 'anna' | 'bo');
            tabs[each.tab] = again;
          } else {
            const status = tab.engine.statusOf(key);
            if (status.state !== 'conflict') continue;
            const mine = tab.typed.get(key) ?? '';
            const theirs = String(status.present.value);
            if (each.kind === 'mine') {
              letGo.add(theirs);
              tab.engine.keepMine(key);
            } else if (each.kind === 'theirs') {
              letGo.add(mine);
              tab.typed.set(key, String(tab.engine.takeTheirs(key)?.value));
            } else {
              const both = joinAnswers({ type: 'text' }, status.present, draft(mine));
              if (!both) throw new Error('Texts can be joined.');
              tab.typed.set(key, String(both.value));
              tab.engine.keepBoth(key, both);
            }
          }
          await settle();
        }
        // Nobody overwrote what they had not seen.
        for (const entry of server.history) expect(entry.seen).toBe(entry.version - 1);
        // The network comes back and everybody's pages are given their time.
        for (let round = 0; round < 12; round += 1) {
          for (const tab of tabs) {
            tab.timers.run();
            tab.engine.start();
          }
          await settle();
          while (network.waiting.length > 0) await network.step(0, 'arrives');
        }
        // What was typed is with the server, was replaced by somebody who had it before them, or waits for a choice.
        const kept = `${shelves.anna.texts()} ${shelves.bo.texts()}`;
        for (const text of everTyped) {
          const was = server.history.some(({ value }) => value.split(' / ').includes(text));
          expect(was || letGo.has(text) || kept.includes(`"${text}`) || kept.includes(` ${text}`), text).toBe(true);
        }
        for (const tab of tabs) {
          for (const [key, text] of tab.typed) {
            const { state } = tab.engine.statusOf(key);
            if (state === 'conflict') continue;
            expect(state).toBe('saved');
            expect(server.history.some((entry) => entry.key === key && entry.value === text)).toBe(true);
          }
        }
      }),
      { numRuns: 400, seed: 20261124 },
    );
  });
});

describe('edits kept in the browser', () => {
  const place = (personId: string, pageId: string) => ({ personId, declarationId, pageId });
  const edit = { key: 'a', sent: null, newest: draft('hemmeligt'), version: 3 };

  it('are found by the next page of the same person, with the version that was seen', () => {
    const shelf = new Shelf();
    keepEdits(shelf, place('anna', 'one')).keep(edit);
    expect(adoptEdits(shelf, place('anna', 'two'), new Set(), new Set(['a']))).toEqual([edit]);
    // Now they are this page's own.
    expect(adoptEdits(shelf, place('anna', 'three'), new Set(['two']), new Set(['a']))).toEqual([]);
    keepEdits(shelf, place('anna', 'two')).drop('a');
    expect(shelf.length).toBe(0);
  });

  it('are nobody else’s, and not a living page’s', () => {
    const shelf = new Shelf();
    keepEdits(shelf, place('anna', 'one')).keep(edit);
    expect(adoptEdits(shelf, place('bo', 'two'), new Set(), new Set(['a']))).toEqual([]);
    expect(adoptEdits(shelf, place('anna', 'two'), new Set(['one']), new Set(['a']))).toEqual([]);
    expect(adoptEdits(shelf, { ...place('anna', 'two'), declarationId: 'other' }, new Set(), new Set(['a']))).toEqual(
      [],
    );
    expect(shelf.length).toBe(1);
  });

  it('say so when the browser has no room', () => {
    const engine = new Autosave(
      {},
      () => new Promise(() => {}),
      new ManualTimers(),
      keepEdits(new Shelf(0), place('anna', 'one')),
    );
    engine.edit('a', draft('x'), 0);
    expect(engine.isKept()).toBe(false);
  });

  it('stay when the server will not take them', async () => {
    const shelf = new Shelf();
    const refuse = async (): Promise<Reply> => ({ ok: false, retry: false, message: 'Sendt.' });
    const engine = new Autosave({}, refuse, new ManualTimers(), keepEdits(shelf, place('anna', 'one')));
    engine.edit('a', draft('skrevet'), 0);
    await engine.flush();
    expect(shelf.texts()).toContain('skrevet');
  });
});

describe('joinAnswers', () => {
  const theirs = { value: 'Det ene', justification: null };
  it('puts texts after each other, once, and unites lists', () => {
    expect(joinAnswers({ type: 'long_text' }, theirs, draft('Det andet'))?.value).toBe('Det ene\n\nDet andet');
    expect(joinAnswers({ type: 'long_text' }, theirs, draft('Det ene og mere'))?.value).toBe('Det ene og mere');
    const lists = joinAnswers(
      { type: 'multi_choice' },
      { value: ['a', 'b'], justification: 'x' },
      { value: ['b', 'c'], justification: 'y' },
    );
    expect(lists).toEqual({ value: ['a', 'b', 'c'], justification: 'x\n\ny' });
  });
  it('cannot join yes and no', () => {
    expect(joinAnswers({ type: 'yes_no' }, { value: 'yes', justification: null }, draft('no'))).toBeNull();
  });
});
