import { type ComparableAnswer, isSameAnswer, type ProposalRelation, relateProposal } from '../proposal';
import type { Answer } from '../questionnaire/answer';
import { completenessOf } from '../questionnaire/completeness';
import type { Catalogue, QuestionInstance, QuestionKey } from '../questionnaire/instances';
import { markOf, type Place, type StagedAnswer } from './staged-answer';

/** One answer that a file would change. */
export interface ImportDifference {
  key: QuestionKey;
  relation: Exclude<ProposalRelation, 'same'>;
  present: ComparableAnswer | null;
  proposed: ComparableAnswer;
  /** The approved answer that is public, where it says something else than the file. */
  published: ComparableAnswer | null;
  /** Somebody has changed the answer in the portal since the file was made. */
  isStale: boolean;
  /** With the answers as they would be, the question is not asked: the answer is kept, but not submitted. */
  isHidden: boolean;
  place: Place;
}

export interface ComparedImport {
  /** In the order of the questionnaire. */
  differences: ImportDifference[];
  /** How many answers of the file are there already. */
  same: number;
  /** How many nobody has changed in the file, but somebody in the portal since: they stay as they are in the portal. */
  left: number;
  /** Answers to what is not in the declaration's scope any more. */
  gone: number;
}

interface Present {
  instances: readonly QuestionInstance[];
  answers: ReadonlyMap<QuestionKey, Answer>;
  published: ReadonlyMap<QuestionKey, ComparableAnswer>;
  catalogue: Catalogue;
}

const nothing: ComparableAnswer = { value: null, justification: null };

/** Lays the answers of a file beside those that are there now. */
export function compareImport(staged: readonly StagedAnswer[], present: Present): ComparedImport {
  const byKey = new Map(staged.map((answer) => [answer.key, answer]));
  const after = new Map(present.answers);
  const differences: ImportDifference[] = [];
  let same = 0;
  let left = 0;
  for (const { key } of present.instances) {
    const answer = byKey.get(key);
    if (!answer) continue;
    const now = comparable(present.answers.get(key));
    const proposed = { value: answer.value, justification: answer.justification };
    if (isSameAnswer(now, proposed)) same += 1;
    else if (answer.mark === markOf(proposed)) left += 1;
    else {
      differences.push(differenceOf(answer, now, proposed, present));
      after.set(key, { ...proposed, evidenceCount: present.answers.get(key)?.evidenceCount ?? 0 });
    }
  }
  const { open } = completenessOf({ instances: present.instances, answers: after, catalogue: present.catalogue });
  const asked = new Set(present.instances.map(({ key }) => key));
  return {
    differences: differences.map((each) => ({ ...each, isHidden: !open.has(each.key) })),
    same,
    left,
    gone: staged.filter(({ key }) => !asked.has(key)).length,
  };
}

function comparable(answer: Answer | undefined): ComparableAnswer {
  return answer ? { value: answer.value, justification: answer.justification } : nothing;
}

function differenceOf(
  { key, mark, place }: StagedAnswer,
  now: ComparableAnswer,
  proposed: ComparableAnswer,
  { published }: Present,
): ImportDifference {
  const relation = relateProposal(now, published.get(key), proposed);
  const approved = published.get(key);
  return {
    key,
    relation: relation === 'same' ? 'proposed' : relation,
    present: isSameAnswer(now, nothing) ? null : now,
    proposed,
    published: relation === 'disagrees' && approved ? approved : null,
    isStale: mark !== null && mark !== markOf(now),
    isHidden: false,
    place,
  };
}
