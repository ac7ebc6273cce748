/** A deadline in somebody's calendar. */
export interface CalendarEvent {
  /** The same each time the calendar is read, so that a moved deadline moves. */
  uid: string;
  at: Date;
  summary: string;
  description: string;
  url: string;
}

export interface Calendar {
  name: string;
  language: 'da' | 'en';
  /** When it was made. */
  madeAt: Date;
  events: readonly CalendarEvent[];
}

/** Danish time with both clock changes. Source: the rule of the European Union since 1996, Directive 2000/84/EC. */
const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Copenhagen',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/**
 * Writes a calendar that programs subscribe to. Source: RFC 5545, and RFC 7986 for its name.
 * @returns lines that end with CRLF and are folded at 75 octets
 */
export function writeCalendar({ name, language, madeAt, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Snitfladeklar//Frister//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...zone,
    ...events.flatMap((event) => linesOf(event, madeAt)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function linesOf({ uid, at, summary, description, url }: CalendarEvent, madeAt: Date): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stamp(madeAt)}`,
    `DTSTART;TZID=Europe/Copenhagen:${localTime(at)}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    `URL:${url.replace(/\p{Cc}/gu, '')}`,
    // A deadline takes up nobody's time.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const clockFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** `2026-11-24 23:59:59` as `20261124T235959`. */
function localTime(at: Date): string {
  return clockFormat.format(at).replace(/[-:]/g, '').replace(' ', 'T');
}

function stamp(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, '');
}

/** Names come from people: what they write begins no line and no property of its own. */
function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** A line of at most 75 octets; what follows begins with a space. A character is never cut. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
