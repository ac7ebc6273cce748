import type { Db } from '~/db/client';
import type { LoadedDeclaration } from '~/db/declarations';
import { findMapping } from '~/db/questionnaires';
import { listRenewals, listUnconfirmed } from '~/db/renewals';
import { canonicalJson } from '~/workflows/canonical-json';
import { type QuestionKey, splitKey } from '~/workflows/questionnaire/instances';
import { placeQuestions } from '~/workflows/questionnaire/placed-question';
import type { AnswerNeeded, EarlierAnswer } from '~/workflows/questionnaire/related-answers';
import { originsOf } from '~/workflows/questionnaire/version-mapping';
import { earlierOf } from './renewal-view.server';
import type { EarlierAnswers } from './section-view';

/**
 * What was answered to the version before, at the questions that the move has emptied, also once they are answered anew:
 * until the case is decided. Answers that wait for their click stand there as proposals, and are left out.
 */
export async function earlierAnswers(db: Db, loaded: LoadedDeclaration): Promise<Record<QuestionKey, EarlierAnswers>> {
  const { id, questionnaireId } = loaded.declaration;
  const renewal = (await listRenewals(db, [id])).get(id);
  if (!renewal || renewal.toQuestionnaireId !== questionnaireId || loaded.case?.isOpen === false) return {};
  const origin = await findMapping(db, questionnaireId);
  if (!origin) return {};
  const { before, mapping } = origin;
  const waiting = await listUnconfirmed(db, loaded);
  const isConfirmed = ({ key, value }: EarlierAnswer) =>
    canonicalJson(loaded.answers.get(key)?.value ?? null) === canonicalJson(value);
  const declined = renewal.toConfirm
    .filter((earlier) => !isConfirmed(earlier))
    .map((earlier): AnswerNeeded => ({ key: earlier.key, relation: 'reworded', earlier: [earlier] }));
  const old = new Map(placeQuestions(before.definition).map(({ question }) => [question.id, question]));
  const origins = originsOf(mapping);
  return Object.fromEntries(
    [...renewal.toAnswer, ...declined]
      .filter(({ key, earlier }) => earlier.length > 0 && !waiting.has(key))
      .map(({ key, relation, earlier }) => [
        key,
        {
          version: before.version,
          relation,
          why: origins.get(splitKey(key).questionId)?.why ?? null,
          answers: earlier.map((each) => earlierOf(each, old)),
        },
      ]),
  );
}
