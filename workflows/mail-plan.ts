import { addDays, copenhagenDay, hourOf, isWorkingDay, momentAt } from './working-days';

/**
 * When a mail leaves. `urgent`: decides, or somebody waits for it (a decision, an invitation, a link to sign in or
 * confirm with); `ordinary`: news of a case; `reminder`: of something that is known and draws near.
 */
export type MailUrgency = 'urgent' | 'ordinary' | 'reminder';

/** What somebody wants gathered in one mail a day. */
export const gatherings = ['reminders', 'everything', 'nothing'] as const;
export type Gathering = (typeof gatherings)[number];

export interface MailWish {
  gathers: Gathering;
  /** False: mails leave at any hour. */
  keepsQuiet: boolean;
}

/** What holds for whoever has chosen nothing. */
export const usualWish: MailWish = { gathers: 'reminders', keepsQuiet: true };

/** In Copenhagen, on working days: from the first hour up to the second, which does not count. */
export const officeHours = { from: 8, to: 17 } as const;

/** Evenings, nights, weekends, public holidays and the days on which municipalities are closed. */
export function isQuiet(now: Date): boolean {
  const hour = hourOf(now);
  return !isWorkingDay(copenhagenDay(now)) || hour < officeHours.from || hour >= officeHours.to;
}

/** The next time that an office opens, later than a moment. Daily mails leave then. */
export function nextOpening(now: Date): Date {
  for (let day = copenhagenDay(now); ; day = addDays(day, 1)) {
    const opening = momentAt(day, officeHours.from);
    if (opening > now && isWorkingDay(day)) return opening;
  }
}

/** The moment itself, or where it is in quiet hours, their end. */
export function afterQuiet(now: Date): Date {
  return isQuiet(now) ? nextOpening(now) : now;
}

export type MailPlan =
  /** A mail of its own. */
  | { kind: 'alone'; at: Date; leaves: 'at-once' | 'office-hours' }
  /** In the daily mail. */
  | { kind: 'gathered'; at: Date };

/** When and how a notice reaches somebody. @param now when the mail is made */
export function planMail(urgency: MailUrgency, wish: MailWish, now: Date): MailPlan {
  if (urgency === 'urgent') return { kind: 'alone', at: now, leaves: 'at-once' };
  const isGathered = wish.gathers === 'everything' || (wish.gathers === 'reminders' && urgency === 'reminder');
  if (isGathered) return { kind: 'gathered', at: nextOpening(now) };
  if (!wish.keepsQuiet) return { kind: 'alone', at: now, leaves: 'at-once' };
  return { kind: 'alone', at: afterQuiet(now), leaves: 'office-hours' };
}
