import { LRUCache } from 'lru-cache';
import type { SharedAnswer } from './shared-answer';

/** In milliseconds: how long what the database said of the present version is believed. */
export const lease = 250;
/** In milliseconds: after this no process believes what was true before. The clocks of two processes may run unevenly. */
const leaseOver = lease + 50;

export interface KeptOptions {
  /** What the public sees, as a short text that is another one after each change; from where pages are read. */
  readState: () => Promise<string>;
  /** The number of the last change, from the database that is written to. */
  readVersion: () => Promise<number>;
  /** In bytes. */
  limit?: number;
}

/** Answers that are the same for everybody, kept while they are true (docs/decisions/0015). */
export interface KeptPages {
  /** @returns what is kept, if that is certain to be true this moment; no waiting */
  find(key: string): SharedAnswer | undefined;
  /**
   * Since when, in milliseconds, what the public sees has been as it is, as far as this process knows: each state has a moment
   * of its own. Null where that is not certain.
   */
  changedAt(): number | null;
  /** What is kept, or what is made now; many who ask for the same at once wait for one. */
  get(key: string, make: () => Promise<SharedAnswer>): Promise<SharedAnswer>;
  /** What `make` gave, until something is published; where that is not certain, it is made anew. */
  remember<Fact>(key: string, make: () => Promise<Fact>): Promise<Fact>;
  /** Asks what the public sees where the last answer is no longer good; never throws. */
  refresh(): Promise<void>;
  /**
   * Call before something that may publish.
   * @returns to be awaited before whoever published is told: afterwards no process serves what was true before
   */
  beginChange(): () => Promise<void>;
}

const megabyte = 1024 * 1024;
/** Of a closed few kinds; the limit is for the days that pass while nothing is published. */
const mostFacts = 10;
/** What a fact of a past day begins with: anybody can ask for every day there was, and each is as large as the present. */
export const pastFact = 'past ';
const mostPastFacts = 4;

export function createKeptPages({ readState, readVersion, limit = 64 * megabyte }: KeptOptions): KeptPages {
  const plain = keep(limit / 2);
  // Anybody can make up queries and addresses without end; they must not drive out the pages that everybody reads.
  const countless = keep(limit / 2);
  const making = new Map<string, Promise<SharedAnswer>>();
  const facts = new LRUCache<string, Promise<unknown>>({ max: mostFacts });
  const pastFacts = new LRUCache<string, Promise<unknown>>({ max: mostPastFacts });
  const clock = leaseClock();
  let state: string | null = null;
  let changedAt = 0;
  let asking: Promise<void> | null = null;
  let seen: number | null = null;

  const ask = async (): Promise<void> => {
    // Counted from the question, not from the answer: it may have been on its way for long.
    const asked = clock.now();
    const found = await readState();
    if (found !== state) {
      for (const each of [plain, countless, making, facts, pastFacts]) each.clear();
      state = found;
      changedAt = Math.max(Date.now(), changedAt + 1);
    }
    clock.renew(asked);
  };
  const renew = async (): Promise<boolean> => {
    for (let attempt = 0; attempt < 3 && !clock.isGood(); attempt += 1) {
      asking ??= ask().finally(() => {
        asking = null;
      });
      await asking;
    }
    return clock.isGood();
  };
  const make = (key: string, maker: () => Promise<SharedAnswer>): Promise<SharedAnswer> => {
    const begun = state;
    const made = maker()
      .then((answer) => {
        if (answer.isKept && state === begun) (isCountless(key, answer) ? countless : plain).set(key, answer);
        return answer;
      })
      .finally(() => {
        if (making.get(key) === made) making.delete(key);
      });
    making.set(key, made);
    return made;
  };

  const findKept = (key: string) => plain.get(key) ?? countless.get(key);
  return {
    changedAt: () => (clock.isGood() ? changedAt : null),
    find: (key) => (clock.isGood() ? findKept(key) : undefined),
    get: async (key, maker) => {
      // Whatever keeps the database from answering keeps pages from being shared, and no more than that.
      const isCertain = await renew().catch(() => false);
      if (!isCertain) return maker();
      return findKept(key) ?? making.get(key) ?? make(key, maker);
    },
    remember: async <Fact>(key: string, maker: () => Promise<Fact>): Promise<Fact> => {
      // The lease may have run out while the page that needs the fact was being made; asking again is what is cheap.
      const isCertain = clock.isGood() || (await renew().catch(() => false));
      if (!isCertain) return maker();
      const store = key.startsWith(pastFact) ? pastFacts : facts;
      const known = store.get(key);
      if (known) return known as Promise<Fact>;
      const made = maker();
      store.set(key, made);
      made.catch(() => {
        if (store.peek(key) === made) store.delete(key);
      });
      return made;
    },
    refresh: async () => {
      await renew().catch(() => undefined);
    },
    beginChange: () => {
      const before = seen;
      return async () => {
        const after = await readVersion().catch(() => null);
        if (after !== null && after === before) return;
        seen = after;
        await new Promise((resolve) => setTimeout(resolve, leaseOver));
      };
    },
  };
}

function keep(size: number) {
  // A cache has to have room for something: a byte is room for no page.
  const maxSize = Math.max(1, size);
  return new LRUCache<string, SharedAnswer>({
    maxSize,
    maxEntrySize: Math.min(maxSize, 2 * megabyte),
    sizeCalculation: ({ body }, key) => body.byteLength + key.length + megabyte / 1024,
  });
}

function isCountless(key: string, { status }: SharedAnswer): boolean {
  return status !== 200 || key.includes('?');
}

interface Moment {
  steady: number;
  wall: number;
}

/**
 * Tells whether the lease holds, by two clocks: the steady one cannot be set, the wall's goes on while a machine sleeps.
 * When they disagree the lease is over.
 */
function leaseClock() {
  let asked: Moment = { steady: Number.NEGATIVE_INFINITY, wall: 0 };
  const now = (): Moment => ({ steady: performance.now(), wall: Date.now() });
  return {
    now,
    renew: (moment: Moment): void => {
      asked = moment;
    },
    isGood: (): boolean => {
      const { steady, wall } = now();
      const walled = wall - asked.wall;
      return steady - asked.steady < lease && walled >= 0 && walled < lease;
    },
  };
}
