import type { Db } from '~/db/client';
import { type HearingComment, listComments } from '~/db/hearing-comments';
import { countAnswersByQuestion, listHearings } from '~/db/hearings';
import { findHearingById } from '~/db/published/hearings';
import { costOfVersion, listQuestionnaireDrafts } from '~/db/questionnaire-drafts';
import { copenhagenDay } from '~/workflows/day';
import { isHearingOpen } from '~/workflows/hearing';
import type { Text } from '~/workflows/words';

/** What was written about one question, or about the whole. JSON. */
export interface CommentGroup {
  /** Null: the version as a whole. */
  questionId: string | null;
  question: Text | null;
  /** Answers that there are to it today. */
  answers: number;
  comments: HearingComment[];
}

/** The coordinator's page of a hearing: comments by question, with what a change of each would reach. */
export async function hearingView(db: Db, hearingId: string, now: Date) {
  const hearing = await findHearingById(db, hearingId);
  if (!hearing) return undefined;
  const { id, slug, version, definition, mapping, closesOn, endedAt } = hearing;
  const [comments, counts, drafts, all] = await Promise.all([
    listComments(db, id),
    countAnswersByQuestion(db),
    listQuestionnaireDrafts(db),
    listHearings(db),
  ]);
  const questions = [...definition.sections.flatMap((section) => section.questions), ...definition.interfaceTemplate];
  const groups: CommentGroup[] = [
    { questionId: null, question: null, answers: 0, comments: [] },
    ...questions.map((each) => ({
      questionId: each.id,
      question: each.text,
      answers: counts.get(each.id) ?? 0,
      comments: [],
    })),
  ];
  for (const comment of comments)
    groups.find(({ questionId }) => questionId === comment.questionId)?.comments.push(comment);
  const isDraft = drafts.some((draft) => draft.slug === slug && draft.version === version);
  return {
    hearing: {
      id,
      slug,
      version,
      title: definition.title,
      closesOn,
      isOpen: isHearingOpen({ closesOn, endedAt }, copenhagenDay(now)),
    },
    isEnded: endedAt !== null,
    waiting: all.find((each) => each.id === id)?.waiting ?? 0,
    cost: isDraft ? await costOfVersion(db, { definition, mapping }) : null,
    groups: groups.filter((group) => group.comments.length > 0),
  };
}

export type HearingView = NonNullable<Awaited<ReturnType<typeof hearingView>>>;
