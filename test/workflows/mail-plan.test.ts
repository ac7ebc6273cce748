import { describe, expect, it } from 'vitest';
import { afterQuiet, isQuiet, nextOpening, planMail, usualWish } from '~/workflows/mail-plan';
import { urgencyOfEvent } from '~/workflows/mail-topics';
import { caseEvents } from '~/workflows/words';

const at = (iso: string) => new Date(iso);

describe('quiet hours', () => {
  it.each([
    ['Tuesday at noon', '2026-12-01T11:00:00Z', '2026-12-01T11:00:00.000Z'],
    ['a second before offices open', '2026-12-01T06:59:59Z', '2026-12-01T07:00:00.000Z'],
    ['as offices open', '2026-12-01T07:00:00Z', '2026-12-01T07:00:00.000Z'],
    ['the last second before they close', '2026-12-01T15:59:59Z', '2026-12-01T15:59:59.000Z'],
    ['as offices close', '2026-12-01T16:00:00Z', '2026-12-02T07:00:00.000Z'],
    ['after midnight', '2026-12-01T23:30:00Z', '2026-12-02T07:00:00.000Z'],
    ['Friday evening', '2026-12-04T17:00:00Z', '2026-12-07T07:00:00.000Z'],
    // Christmas Eve on a Thursday, Christmas Day on a Friday: Monday is the first working day.
    ['the evening before Christmas Eve', '2026-12-23T18:00:00Z', '2026-12-28T07:00:00.000Z'],
    ['Maundy Thursday', '2027-03-25T10:00:00Z', '2027-03-30T06:00:00.000Z'],
    ['New Year’s Eve', '2026-12-31T10:00:00Z', '2027-01-04T07:00:00.000Z'],
    // Summer time begins on Sunday 29 March 2026 and ends on Sunday 25 October 2026.
    ['the night in which an hour is skipped', '2026-03-29T00:30:00Z', '2026-03-30T06:00:00.000Z'],
    ['the Friday before it', '2026-03-27T16:30:00Z', '2026-03-30T06:00:00.000Z'],
    ['the night in which an hour comes twice', '2026-10-25T00:30:00Z', '2026-10-26T07:00:00.000Z'],
    ['the Friday before that', '2026-10-23T15:30:00Z', '2026-10-26T07:00:00.000Z'],
  ])('%s', (_, now, expected) => expect(afterQuiet(at(now)).toISOString()).toBe(expected));

  it('end at eight by the clock on the wall, in every hour of two years', () => {
    const hour = 3_600_000;
    for (let now = Date.parse('2026-01-01T00:00:00Z'); now < Date.parse('2028-01-01T00:00:00Z'); now += 5 * hour) {
      const opening = nextOpening(new Date(now));
      expect(opening.getTime()).toBeGreaterThan(now);
      expect(isQuiet(opening)).toBe(false);
      expect(isQuiet(new Date(opening.getTime() - 1))).toBe(true);
    }
  });
});

describe('a mail', () => {
  const night = at('2026-12-05T22:00:00Z');
  const monday = at('2026-12-07T07:00:00Z');

  it('that is urgent leaves at once, whatever the hour and the wish', () => {
    for (const gathers of ['reminders', 'everything', 'nothing'] as const) {
      const plan = planMail('urgent', { gathers, keepsQuiet: true }, night);
      expect(plan).toEqual({ kind: 'alone', at: night, leaves: 'at-once' });
    }
  });

  it('waits for the daily mail or for office hours, as its receiver wants', () => {
    expect(planMail('reminder', usualWish, night)).toEqual({ kind: 'gathered', at: monday });
    expect(planMail('ordinary', usualWish, night)).toEqual({ kind: 'alone', at: monday, leaves: 'office-hours' });
    expect(planMail('ordinary', { gathers: 'everything', keepsQuiet: true }, night).kind).toBe('gathered');
    expect(planMail('reminder', { gathers: 'nothing', keepsQuiet: true }, night)).toMatchObject({ at: monday });
    const anyHour = planMail('reminder', { gathers: 'nothing', keepsQuiet: false }, night);
    expect(anyHour).toEqual({ kind: 'alone', at: night, leaves: 'at-once' });
  });

  it('that becomes due as offices open goes into the next daily mail, never into one that may be made already', () => {
    expect(planMail('reminder', usualWish, monday)).toEqual({ kind: 'gathered', at: at('2026-12-08T07:00:00Z') });
  });

  it('about what decides or ends an approval is urgent; the rest is not', () => {
    const urgent = caseEvents.filter((about) => urgencyOfEvent(about) === 'urgent');
    expect(urgent.sort()).toEqual(['confirm', 'overturn', 'revoke', 'suspend', 'uphold']);
    expect(caseEvents.filter((about) => urgencyOfEvent(about) === 'reminder')).toEqual(['expire-soon']);
  });
});
