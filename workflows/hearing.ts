import { isEmailAddress, isLine, isText } from './email-address';
import type { Refusal } from './refusal';

/** In characters. */
export const hearingLimits = { name: 200, organisation: 200, body: 4_000, introduction: 2_000, answer: 2_000 } as const;

/** Days that a hearing lasts at most, and at least. */
export const hearingDays = { least: 7, most: 365 } as const;

export interface NewComment {
  name: string;
  email: string;
  organisation: string;
  body: string;
}
export type CommentField = keyof NewComment;

/** @returns the fields that cannot be taken as they are */
export function commentProblems({ name, email, organisation, body }: NewComment): CommentField[] {
  const problems: CommentField[] = [];
  if (!isText(body, hearingLimits.body) || body.trim() === '') problems.push('body');
  if (!isLine(name.trim(), hearingLimits.name)) problems.push('name');
  if (!isEmailAddress(email.trim())) problems.push('email');
  if (!isLine(organisation.trim(), hearingLimits.organisation)) problems.push('organisation');
  return problems;
}

/** Whether comments are taken: up to and including the last day. @param today yyyy-mm-dd in Copenhagen */
export function isHearingOpen(
  { closesOn, endedAt }: { closesOn: string; endedAt: Date | null },
  today: string,
): boolean {
  return endedAt === null && today <= closesOn;
}

/** Whether a hearing can run until a day. */
export function isHearingDay(closesOn: string, today: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(closesOn) || Number.isNaN(Date.parse(closesOn))) return false;
  const days = (Date.parse(closesOn) - Date.parse(today)) / (24 * 60 * 60_000);
  return days >= hearingDays.least && days <= hearingDays.most;
}

export interface HearingGap {
  field: 'closesOn' | 'introduction';
  refusal: Refusal<'hearing-day' | 'hearing-introduction'>;
}

/** Everything that has to be corrected before a hearing can be opened, each at its field. */
export function listHearingGaps(
  { closesOn, introduction }: { closesOn: string; introduction: string },
  today: string,
): HearingGap[] {
  const { introduction: limit } = hearingLimits;
  const isIntroduced = introduction.trim() !== '' && isText(introduction.trim(), limit);
  return [
    ...(isHearingDay(closesOn, today)
      ? []
      : [{ field: 'closesOn' as const, refusal: { code: 'hearing-day' as const, params: hearingDays } }]),
    ...(isIntroduced
      ? []
      : [{ field: 'introduction' as const, refusal: { code: 'hearing-introduction' as const, params: { limit } } }]),
  ];
}
