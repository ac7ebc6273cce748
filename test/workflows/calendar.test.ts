import { describe, expect, it } from 'vitest';
import { type CalendarEvent, writeCalendar } from '~/workflows/calendar';

const event = (change: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'case-due@snitfladeklar',
  at: new Date('2026-11-24T22:59:59Z'),
  summary: 'Frist',
  description: 'Sag 2026-0001',
  url: 'https://portal.example.dk/review/cases/1',
  ...change,
});
const write = (...events: CalendarEvent[]) =>
  writeCalendar({ name: 'Frister', language: 'da', madeAt: new Date('2026-11-01T10:00:00.123Z'), events });
/** As a program reads it: folded lines put together again. */
const read = (text: string) => text.replace(/\r\n /g, '').split('\r\n');

describe('writeCalendar', () => {
  it.each([
    ['in winter', '2026-11-24T22:59:59Z', '20261124T235959'],
    ['in summer', '2026-07-01T21:59:59Z', '20260701T235959'],
    ['just before the clock goes forward', '2026-03-29T00:59:59Z', '20260329T015959'],
    ['just after the clock went forward', '2026-03-29T01:00:00Z', '20260329T030000'],
    ['after the clock went back', '2026-10-25T01:30:00Z', '20261025T023000'],
  ])('gives the time of Copenhagen %s', (_name, at, local) => {
    expect(read(write(event({ at: new Date(at) })))).toContain(`DTSTART;TZID=Europe/Copenhagen:${local}`);
  });

  it('brings the zone along with both of its changes', () => {
    const lines = read(write());
    expect(lines.filter((line) => line.startsWith('RRULE'))).toEqual([
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    ]);
    expect([lines[0], lines.at(-2)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR']);
  });

  it('folds at 75 octets and never within a character', () => {
    const summary = 'Ærøskøbing '.repeat(30);
    const text = write(event({ summary }));
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(read(text)).toContain(`SUMMARY:${summary}`);
    expect(text).not.toContain('\uFFFD');
  });

  it('lets no name begin a line or a property of its own', () => {
    const lines = read(
      write(event({ summary: 'A\r\nEND:VEVENT\nBEGIN:VALARM; B, C\\', url: 'https://x\r\nATTACH:y' })),
    );
    expect(lines).toContain('SUMMARY:A\\nEND:VEVENT\\nBEGIN:VALARM\\; B\\, C\\\\');
    expect(lines.filter((line) => /^(?:BEGIN:VALARM|ATTACH)/.test(line))).toEqual([]);
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  });
});
