import type { Language } from '~/workflows/words';
import { locales, useLanguage } from './language';

/** Dates, times and numbers as people in Denmark write them; instants are shown in Danish time. */
export type Instant = Date | string | number;

const timeZone = 'Europe/Copenhagen';

type DateOptions = Intl.DateTimeFormatOptions;
const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(language: Language, options: DateOptions): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], { timeZone, ...options });
  formats.set(key, format);
  return format;
}

/** "24. november 2026", "24 November 2026". @param value an instant, or a date such as `2026-11-24` */
export function formatDate(value: Instant, language: Language): string {
  return dateFormat(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(value));
}

/** For tables: "24.11.2026", "24 Nov 2026". */
export function formatShortDate(value: Instant, language: Language): string {
  const options: DateOptions =
    language === 'da'
      ? { day: '2-digit', month: '2-digit', year: 'numeric' }
      : { day: 'numeric', month: 'short', year: 'numeric' };
  return dateFormat(language, options).format(new Date(value));
}

/** "november 2026", "November 2026". */
export function formatMonth(value: Instant, language: Language): string {
  return dateFormat(language, { month: 'long', year: 'numeric' }).format(new Date(value));
}

/** "14.32", "14:32". */
export function formatTime(value: Instant, language: Language): string {
  return dateFormat(language, { hour: '2-digit', minute: '2-digit' }).format(new Date(value));
}

/** "24. november 2026 kl. 14.32", "24 November 2026 at 14:32". */
export function formatDateTime(value: Instant, language: Language): string {
  const between = language === 'da' ? 'kl.' : 'at';
  return `${formatDate(value, language)} ${between} ${formatTime(value, language)}`;
}

/** "1.204", "1,204". @param options of Intl.NumberFormat, e.g. `{ maximumFractionDigits: 1 }` */
export function formatNumber(value: number, language: Language, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(locales[language], options).format(value);
}

/** "71 %", "71%". @param share from 0 to 1 */
export function formatPercent(share: number, language: Language): string {
  return formatNumber(share, language, { style: 'percent', maximumFractionDigits: 0 });
}

const sizeUnits = ['B', 'kB', 'MB', 'GB'] as const;

/** "1,4 MB", "1.4 MB". @param bytes a size in bytes; a thousand bytes are one kB */
export function formatFileSize(bytes: number, language: Language): string {
  const exponent = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), sizeUnits.length - 1);
  const value = bytes / 1000 ** exponent;
  return `${formatNumber(value, language, { maximumFractionDigits: value < 10 ? 1 : 0 })} ${sizeUnits[exponent]}`;
}

/** "a, b og c", "a, b and c". */
export function formatList(parts: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { style: 'long', type: 'conjunction' }).format(parts);
}

/** The formats in the reader's language: `const format = useFormat()`, then `format.date(decidedAt)`. */
export function useFormat() {
  const language = useLanguage();
  return {
    date: (value: Instant) => formatDate(value, language),
    shortDate: (value: Instant) => formatShortDate(value, language),
    month: (value: Instant) => formatMonth(value, language),
    time: (value: Instant) => formatTime(value, language),
    dateTime: (value: Instant) => formatDateTime(value, language),
    number: (value: number, options?: Intl.NumberFormatOptions) => formatNumber(value, language, options),
    percent: (share: number) => formatPercent(share, language),
    fileSize: (bytes: number) => formatFileSize(bytes, language),
    list: (parts: readonly string[]) => formatList(parts, language),
  };
}
