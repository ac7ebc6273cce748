import { inArray } from 'drizzle-orm';
import { listInstances } from '~/workflows/questionnaire/instances';
import { type RelatedAnswers, relateAnswers } from '~/workflows/questionnaire/related-answers';
import type { VersionMapping } from '~/workflows/questionnaire/version-mapping';
import type { Db } from './client';
import type { LoadedDeclaration } from './declarations';
import { getQuestionnaire, type Questionnaire } from './questionnaires';
import { questionnaireMappings } from './schema';

/** A published version that declarations on the one before can move to. */
export interface NextVersion {
  questionnaire: Questionnaire;
  mapping: VersionMapping;
}

/** The version after each of these, by the earlier one's id. Each version has at most one after it. */
export async function listNextVersions(db: Db, questionnaireIds: readonly string[]): Promise<Map<string, NextVersion>> {
  if (questionnaireIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(questionnaireMappings)
    .where(inArray(questionnaireMappings.fromQuestionnaireId, [...new Set(questionnaireIds)]));
  const next = new Map<string, NextVersion>();
  for (const { questionnaireId, fromQuestionnaireId, mapping } of rows) {
    next.set(fromQuestionnaireId, { questionnaire: await getQuestionnaire(db, questionnaireId), mapping });
  }
  return next;
}

/** @returns undefined while there is no newer version than the one the declaration stands on */
export async function findNextVersion(db: Db, questionnaireId: string): Promise<NextVersion | undefined> {
  return (await listNextVersions(db, [questionnaireId])).get(questionnaireId);
}

/** What moving a declaration to a version would come to. */
export function relateLoaded(
  { scope, catalogue, completeness, answers }: LoadedDeclaration,
  next: { definition: Questionnaire['definition']; mapping: VersionMapping },
): RelatedAnswers {
  const included = new Set(scope.filter(({ isIncluded }) => isIncluded).map(({ interfaceId }) => interfaceId));
  return relateAnswers({
    mapping: next.mapping,
    before: { open: completeness.open, answers },
    after: listInstances(next.definition, included, catalogue),
    catalogue,
  });
}
