import { expect, test } from 'vitest';
import {
  formatDate,
  formatDateTime,
  formatFileSize,
  formatList,
  formatMonth,
  formatNumber,
  formatPercent,
  formatShortDate,
  formatTime,
} from '~/app/i18n/format';

const winter = '2026-11-24T13:32:00Z';
const summerNight = '2026-06-30T22:30:00Z';

test('dates and times are written as people in Denmark write them, in Danish time', () => {
  expect(formatDate(winter, 'da')).toBe('24. november 2026');
  expect(formatDate(winter, 'en')).toBe('24 November 2026');
  expect(formatDate(summerNight, 'da')).toBe('1. juli 2026');
  expect(formatShortDate(winter, 'da')).toBe('24.11.2026');
  expect(formatShortDate(winter, 'en')).toBe('24 Nov 2026');
  expect(formatMonth(winter, 'da')).toBe('november 2026');
  expect(formatTime(winter, 'da')).toBe('14.32');
  expect(formatTime(winter, 'en')).toBe('14:32');
  expect(formatTime(summerNight, 'da')).toBe('00.30');
  expect(formatDateTime(winter, 'da')).toBe('24. november 2026 kl. 14.32');
  expect(formatDateTime(winter, 'en')).toBe('24 November 2026 at 14:32');
});

test('a date without a time stays the day it is', () => {
  expect(formatDate('2026-11-24', 'da')).toBe('24. november 2026');
});

test('numbers, shares, sizes and lists', () => {
  expect(formatNumber(1204.5, 'da')).toBe('1.204,5');
  expect(formatNumber(1204.5, 'en')).toBe('1,204.5');
  expect(formatPercent(0.714, 'da').replace(/\s/, ' ')).toBe('71 %');
  expect(formatPercent(0.714, 'en')).toBe('71%');
  expect(formatFileSize(999, 'da')).toBe('999 B');
  expect(formatFileSize(1_440_000, 'da')).toBe('1,4 MB');
  expect(formatFileSize(20_000_000, 'en')).toBe('20 MB');
  expect(formatList(['a', 'b', 'c'], 'da')).toBe('a, b og c');
  expect(formatList(['a', 'b', 'c'], 'en')).toBe('a, b and c');
});
