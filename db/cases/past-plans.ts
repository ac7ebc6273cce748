import { type Delta, deltaOf } from '~/workflows/case/delta';
import { copenhagenDay } from '~/workflows/day';
import { freezeDeclaration } from '~/workflows/freeze-declaration';
import { isPastPlan } from '~/workflows/planned-date';
import { blockedBy } from '~/workflows/questionnaire/completeness';
import type { FrozenAnswer, SubmissionDocument } from '~/workflows/submission';
import { isEditableState } from '~/workflows/supplier-rights';
import type { Db } from '../client';
import type { LoadedDeclaration } from '../declarations';
import { listEarlierVerdicts } from './earlier-verdicts';

/** The answers whose planned date has passed; what was approved as it stands is the reviewers' matter. */
export function listPastPlans({ answers }: SubmissionDocument, { carried }: Delta, now: Date): FrozenAnswer[] {
  const today = copenhagenDay(now);
  return answers.filter(({ key, question, value }) => !carried.has(key) && isPastPlan(question.id, value, today));
}

/**
 * The declaration with what blocks its submission today: also the planned dates that have passed since they were saved.
 * Nothing is authorized here.
 */
export async function withPastPlans(db: Db, loaded: LoadedDeclaration, now: Date): Promise<LoadedDeclaration> {
  const { completeness, declaration, case: current, instances, answers } = loaded;
  if (!current?.isOpen || !isEditableState(current.state)) return loaded;
  const today = copenhagenDay(now);
  const mayBlock = instances.some(
    ({ key, question }) =>
      completeness.open.has(key) && isPastPlan(question.id, answers.get(key)?.value ?? null, today),
  );
  if (!mayBlock) return loaded;
  const document = freezeDeclaration({ ...loaded, open: completeness.open });
  const earlier = await listEarlierVerdicts(db, { caseId: current.id, declarationId: declaration.id });
  const past = listPastPlans(document, deltaOf(document.answers, earlier), now).map(({ key, sectionId }) => ({
    key,
    sectionId,
    problem: 'planned-date-past' as const,
  }));
  return { ...loaded, completeness: blockedBy(completeness, past) };
}
