import type { QuestionKey } from '~/workflows/questionnaire/instances';
import type { SavedAnswer } from './edits';

/** What the server tells an open section page, by the event's name. JSON. */
export interface LiveEvents {
  /** Who else has which section open. */
  present: { name: string; sectionId: string; sectionTitle: { da: string; en: string } }[];
  /** The section's answers, and how many of the required ones there are. */
  answers: { answers: Record<QuestionKey, SavedAnswer>; required: number; requiredAnswered: number };
  /** When the session ends unless something is asked with it; ISO 8601. */
  session: { endsAt: string };
  /** The session has ended, or the right to read: nothing more comes. */
  ended: null;
}
