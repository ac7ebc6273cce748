import { describe, expect, test } from 'vitest';
import { Clock } from '~/app/demo/clock';
import { playInOrder, type Story } from '~/app/demo/timeline';
import { copenhagenDay, isWorkingDay } from '~/workflows/working-days';

describe('the clock of a story', () => {
  test.each(['2026-11-24T05:00:00Z', '2027-01-03T23:30:00Z', '2026-04-06T12:00:00Z'])(
    'keeps to working days and stays before %s',
    (moment) => {
      const now = new Date(moment);
      const clock = new Clock(now, 'a story');
      let last = 0;
      for (let daysAgo = 430; daysAgo > 0; daysAgo -= 1) {
        const at = clock.at(daysAgo);
        expect(isWorkingDay(copenhagenDay(at))).toBe(true);
        expect(at.getTime()).toBeGreaterThan(last);
        expect(at.getTime()).toBeLessThan(now.getTime());
        last = at.getTime();
      }
      expect(clock.soon().getTime()).toBeGreaterThan(last);
    },
  );
});

describe('stories side by side', () => {
  test('happen in the order of time, whoever begins', async () => {
    const told: string[] = [];
    async function* story(name: string, days: readonly number[]): Story {
      for (const day of days) {
        yield new Date(Date.UTC(2026, 0, day));
        told.push(`${name}${day}`);
      }
    }
    await playInOrder([story('a', [2, 5, 6]), story('b', [1, 5, 9]), story('c', [])]);
    expect(told).toEqual(['b1', 'a2', 'a5', 'b5', 'a6', 'b9']);
  });
});
