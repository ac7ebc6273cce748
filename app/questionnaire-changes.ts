import type { Questionnaire } from '~/db/questionnaires';
import type { MappingNotice } from '~/workflows/questionnaire/mapping-check';
import { placeQuestions } from '~/workflows/questionnaire/placed-question';
import type { VersionMapping } from '~/workflows/questionnaire/version-mapping';
import type { Text } from '~/workflows/words';

/** One change between two versions: the questions it takes and the questions it gives. */
export interface QuestionChange {
  id: string;
  before: ChangedQuestion[];
  after: ChangedQuestion[];
  why: Text;
}

export interface ChangedQuestion {
  id: string;
  text: Text;
  /** The texts of what can be chosen. */
  options: Text[];
}

export const changeKinds = ['reworded', 'stricter', 'split', 'merged', 'new', 'retired'] as const;
export type ChangeKind = (typeof changeKinds)[number];

type Version = Pick<Questionnaire, 'definition'>;

/** What a mapping says, with the questions' own words. */
export function listQuestionChanges(
  before: Version,
  after: Version,
  mapping: VersionMapping,
): Record<ChangeKind, QuestionChange[]> {
  const old = finderOf(before);
  const fresh = finderOf(after);
  return {
    reworded: mapping.reworded.map(({ question, why }) => changeOf(old([question]), fresh([question]), why)),
    stricter: mapping.stricter.map(({ question, why }) => changeOf(old([question]), fresh([question]), why)),
    split: mapping.split.map(({ question, into, why }) => changeOf(old([question]), fresh(into), why)),
    merged: mapping.merged.map(({ questions, into, why }) => changeOf(old(questions), fresh([into]), why)),
    new: mapping.new.map(({ question, why }) => changeOf([], fresh([question]), why)),
    retired: mapping.retired.map(({ question, why }) => changeOf(old([question]), [], why)),
  };
}

/** Kept questions that are asked otherwise, with their words. */
export function listNotices(after: Version, notices: readonly MappingNotice[]) {
  const find = finderOf(after);
  return notices.flatMap(({ question, fields }) => find([question]).map((found) => ({ ...found, fields })));
}

function finderOf({ definition }: Version) {
  const byId = new Map(placeQuestions(definition).map(({ question }) => [question.id, question]));
  return (ids: readonly string[]): ChangedQuestion[] =>
    ids.flatMap((id) => {
      const question = byId.get(id);
      return question ? [{ id, text: question.text, options: question.options?.map(({ text }) => text) ?? [] }] : [];
    });
}

function changeOf(before: ChangedQuestion[], after: ChangedQuestion[], why: Text): QuestionChange {
  return { id: (after[0] ?? before[0])?.id ?? '', before, after, why };
}
