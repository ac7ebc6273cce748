import type { Language } from '~/workflows/words';
import { locales, useLanguage } from './language';

/** Dates, times and numbers as people in Denmark write them; instants are shown in Danish time. */
export type Instant = Date | string | number;

const timeZone = 'Europe/Copenhagen';

type DateOptions = Intl.DateTimeFormatOptions;

// Making one of Intl's formats costs a hundred times what using it does, so each is made once.
function perLanguage<Format>(make: (locale: string) => Format): Record<Language, Format> {
  return { da: make(locales.da), en: make(locales.en) };
}

/** Days are asked for again and again on one page: what the last few thousand were written as. */
function dayFormat(options: Record<Language, DateOptions>): (value: Instant, language: Language) => string {
  const formats = {
    da: new Intl.DateTimeFormat(locales.da, { timeZone, ...options.da }),
    en: new Intl.DateTimeFormat(locales.en, { timeZone, ...options.en }),
  };
  const written = { da: new Map<string, string>(), en: new Map<string, string>() };
  return (value, language) => {
    if (typeof value !== 'string') return formats[language].format(new Date(value));
    const known = written[language].get(value);
    if (known !== undefined) return known;
    const text = formats[language].format(new Date(value));
    if (written[language].size >= mostDays) written[language].clear();
    written[language].set(value, text);
    return text;
  };
}

const mostDays = 4_000;
const same = (options: DateOptions): Record<Language, DateOptions> => ({ da: options, en: options });
const dates = dayFormat(same({ day: 'numeric', month: 'long', year: 'numeric' }));
const shortDates = dayFormat({
  da: { day: '2-digit', month: '2-digit', year: 'numeric' },
  en: { day: 'numeric', month: 'short', year: 'numeric' },
});
const months = dayFormat(same({ month: 'long', year: 'numeric' }));
const times = dayFormat(same({ hour: '2-digit', minute: '2-digit' }));
const numbers = perLanguage((locale) => new Intl.NumberFormat(locale));
const lists = perLanguage((locale) => new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' }));

/** "24. november 2026", "24 November 2026". @param value an instant, or a date such as `2026-11-24` */
export function formatDate(value: Instant, language: Language): string {
  return dates(value, language);
}

/** For tables: "24.11.2026", "24 Nov 2026". */
export function formatShortDate(value: Instant, language: Language): string {
  return shortDates(value, language);
}

/** "november 2026", "November 2026". */
export function formatMonth(value: Instant, language: Language): string {
  return months(value, language);
}

/** "14.32", "14:32". */
export function formatTime(value: Instant, language: Language): string {
  return times(value, language);
}

/** "24. november 2026 kl. 14.32", "24 November 2026 at 14:32". */
export function formatDateTime(value: Instant, language: Language): string {
  const between = language === 'da' ? 'kl.' : 'at';
  return `${formatDate(value, language)} ${between} ${formatTime(value, language)}`;
}

/** "1.204", "1,204". @param options of Intl.NumberFormat, e.g. `{ maximumFractionDigits: 1 }` */
export function formatNumber(value: number, language: Language, options?: Intl.NumberFormatOptions): string {
  return (options ? new Intl.NumberFormat(locales[language], options) : numbers[language]).format(value);
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
  return lists[language].format(parts);
}

/** The formats in the reader's language: `const format = useFormat()`, then `format.date(decidedAt)`. */
export function useFormat() {
  return formatsIn[useLanguage()];
}

function formatsOf(language: Language) {
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

const formatsIn = { da: formatsOf('da'), en: formatsOf('en') };
