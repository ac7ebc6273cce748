import type { MailUrgency } from './mail-plan';
import type { CaseEventType } from './words';

/** What somebody can choose not to get mails about. All other mails are part of a case, and everybody in it gets them. */
export const mailTopics = ['case-news', 'reminders', 'handovers'] as const;
export type MailTopic = (typeof mailTopics)[number];

/**
 * @returns the topic of a mail about a case; null for what starts a deadline, decides or takes away an approval, which
 *   nobody can opt out of
 */
export function topicOfEvent(about: CaseEventType): MailTopic | null {
  if (about === 'expire-soon') return 'reminders';
  const news: readonly CaseEventType[] = ['submit', 'resubmit', 'withdraw', 'answer-hearing', 'reinstate', 'route'];
  return news.includes(about) ? 'case-news' : null;
}

/** What decides, or takes away an approval, waits for no office hours. */
const decisive: readonly CaseEventType[] = ['confirm', 'uphold', 'overturn', 'suspend', 'revoke'];

export function urgencyOfEvent(about: CaseEventType): MailUrgency {
  if (decisive.includes(about)) return 'urgent';
  return topicOfEvent(about) === 'reminders' ? 'reminder' : 'ordinary';
}
