import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createKeptPages, lease, pastFact } from '~/app/server/kept-pages';
import type { SharedAnswer } from '~/app/server/shared-answer';

let state: string;
let version: number;
let asked: number;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance', 'Date'], now: 1_800_000_000_000 });
  state = 'a';
  version = 1;
  asked = 0;
});
afterEach(() => void vi.useRealTimers());

const open = (limit?: number) =>
  createKeptPages({
    readState: async () => {
      asked += 1;
      return state;
    },
    readVersion: async () => version,
    ...(limit === undefined ? {} : { limit }),
  });

const answer = (text: string, changes: Partial<SharedAnswer> = {}): SharedAnswer => ({
  status: 200,
  headers: [],
  unchangedHeaders: [],
  tag: '"1"',
  changedAt: null,
  body: Buffer.from(text),
  isKept: true,
  ...changes,
});
const make = (text: string, changes?: Partial<SharedAnswer>) => vi.fn(async () => answer(text, changes));

describe('while the lease holds', () => {
  test('what was made is given again, without a question', async () => {
    const kept = open();
    const maker = make('one');
    await kept.get('/', maker);
    expect(kept.find('/')?.body.toString()).toBe('one');
    await kept.get('/', maker);
    expect([maker.mock.calls.length, asked]).toEqual([1, 1]);
  });

  test('facts of a few past days are remembered, and do not drive out those of the present', async () => {
    const kept = open();
    await kept.refresh();
    const maker = vi.fn(async () => ({}));
    const days = Array.from({ length: 40 }, (_, index) => `${pastFact}${index}`);
    for (const key of ['present', ...days, 'present', ...days.slice(-4)]) await kept.remember(key, maker);
    expect(maker).toHaveBeenCalledTimes(1 + 40);
    await kept.remember(`${pastFact}0`, maker);
    expect(maker).toHaveBeenCalledTimes(1 + 40 + 1);
  });

  test('a fact is not made anew because the lease ran out while a page was made, only because something changed', async () => {
    const kept = open();
    const maker = vi.fn(async () => ({}));
    await kept.refresh();
    const first = await kept.remember('fact', maker);
    vi.advanceTimersByTime(lease + 1);
    expect(await kept.remember('fact', maker)).toBe(first);
    expect(maker).toHaveBeenCalledTimes(1);
    state = '2';
    vi.advanceTimersByTime(lease + 1);
    expect(await kept.remember('fact', maker)).not.toBe(first);
    expect(maker).toHaveBeenCalledTimes(2);
  });

  test('many who ask for the same at once wait for one', async () => {
    const kept = open();
    const maker = make('one');
    const all = await Promise.all(Array.from({ length: 20 }, () => kept.get('/', maker)));
    expect(new Set(all).size).toBe(1);
    expect([maker.mock.calls.length, asked]).toEqual([1, 1]);
  });

  test('what may not be kept, or could not be made, is made again', async () => {
    const kept = open();
    const [unkept, broken] = [make('once', { isKept: false }), vi.fn(async () => Promise.reject(new Error('no')))];
    for (const _ of [1, 2]) {
      await kept.get('/a', unkept);
      await expect(kept.get('/b', broken)).rejects.toThrow('no');
    }
    expect([unkept.mock.calls.length, broken.mock.calls.length]).toEqual([2, 2]);
  });
});

describe('when the lease is over', () => {
  test('nothing is given before the question is answered, and nothing of before a change', async () => {
    const kept = open();
    await kept.get('/', make('old'));
    vi.advanceTimersByTime(lease);
    expect(kept.find('/')).toBeUndefined();
    state = 'b';
    expect((await kept.get('/', make('new'))).body.toString()).toBe('new');
    expect(kept.find('/')?.body.toString()).toBe('new');
  });

  test.each([
    ['a machine that slept', 60_000],
    ['a clock that was set back', -1],
  ])('which it also is for %s', async (_name, jump) => {
    const kept = open();
    await kept.get('/', make('old'));
    vi.setSystemTime(Date.now() + jump);
    expect(kept.find('/')).toBeUndefined();
  });

  test('an answer that was long on its way renews nothing', async () => {
    let answerNow: (text: string) => void = () => undefined;
    const slow = createKeptPages({
      readState: () =>
        new Promise((resolve) => {
          answerNow = resolve;
        }),
      readVersion: async () => version,
    });
    const got = slow.get('/', make('one'));
    vi.advanceTimersByTime(lease);
    answerNow('a');
    await vi.waitFor(() => Promise.resolve());
    expect(slow.find('/')).toBeUndefined();
    await vi.advanceTimersByTimeAsync(0);
    answerNow('a');
    expect((await got).body.toString()).toBe('one');
    expect(slow.find('/')?.body.toString()).toBe('one');
  });

  test('what was begun before a change is neither kept nor waited for', async () => {
    const kept = open();
    let finish: (made: SharedAnswer) => void = () => undefined;
    const begun = kept.get(
      '/',
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    await vi.advanceTimersByTimeAsync(lease);
    state = 'b';
    expect((await kept.get('/', make('new'))).body.toString()).toBe('new');
    finish(answer('old'));
    await begun;
    expect(kept.find('/')?.body.toString()).toBe('new');
  });

  test('a database that does not answer leaves pages to be made each time', async () => {
    const kept = createKeptPages({ readState: () => Promise.reject(new Error('gone')), readVersion: async () => 1 });
    const maker = make('one');
    await kept.get('/', maker);
    await kept.get('/', maker);
    expect(maker).toHaveBeenCalledTimes(2);
  });
});

describe('whoever changes something', () => {
  const isDoneAfter = async (done: Promise<void>, milliseconds: number) => {
    let isDone = false;
    void done.then(() => {
      isDone = true;
    });
    await vi.advanceTimersByTimeAsync(milliseconds);
    return isDone;
  };

  test('waits until every lease of before is over, and only when something public moved', async () => {
    const kept = open();
    await isDoneAfter(kept.beginChange()(), 1_000);
    expect(await isDoneAfter(kept.beginChange()(), 0)).toBe(true);
    const published = kept.beginChange();
    version = 2;
    const done = published();
    expect(await isDoneAfter(done, lease)).toBe(false);
    expect(await isDoneAfter(done, lease)).toBe(true);
  });

  test('waits also when another change saw the new number first', async () => {
    const kept = open();
    await isDoneAfter(kept.beginChange()(), 1_000);
    const [publishing, saving] = [kept.beginChange(), kept.beginChange()];
    version = 2;
    await isDoneAfter(saving(), 1_000);
    expect(await isDoneAfter(publishing(), lease)).toBe(false);
  });

  test('waits when the database does not tell', async () => {
    const kept = createKeptPages({
      readState: async () => state,
      readVersion: () => Promise.reject(new Error('gone')),
    });
    expect(await isDoneAfter(kept.beginChange()(), lease)).toBe(false);
  });
});

test('made-up addresses take a quarter of the room and drive out no page', async () => {
  const kept = open(256 * 1024);
  await kept.get('/products', make('page'));
  for (let at = 0; at < 500; at += 1) {
    await kept.get(`/products?q=${at}`, make('x'.repeat(4_000)));
    await kept.get(`/${at}`, make('x'.repeat(4_000), { status: 404, tag: null }));
  }
  expect(kept.find('/products')?.body.toString()).toBe('page');
  expect(kept.find('/products?q=0')).toBeUndefined();
  expect(kept.find('/499')).toBeDefined();
});
