import { randomUUID } from 'node:crypto';
import type { Db, Transaction } from '~/db/client';
import { questionnaires } from '~/db/schema';
import { hashOf } from '~/workflows/canonical';
import { definitionSchema, type QuestionnaireDefinition } from '~/workflows/questionnaire/definition';
import type { ContentIssue } from './content-problem';
import type { ContentChange } from './plan';

/** A version from the files and the file that stands for it. */
export interface QuestionnaireVersion {
  file: string;
  definition: QuestionnaireDefinition;
}

export interface QuestionnairePlan {
  changes: ContentChange[];
  issues: ContentIssue[];
  unpublished: QuestionnaireDefinition[];
}

/**
 * Which versions are not published yet. A published version never changes (docs/questionnaire.md): one whose files now
 * say something else is an issue, whether or not anybody has answered it.
 */
export async function planQuestionnaires(
  db: Db,
  versions: readonly QuestionnaireVersion[],
): Promise<QuestionnairePlan> {
  const present = await db.select().from(questionnaires);
  const plan: QuestionnairePlan = { changes: [], issues: [], unpublished: [] };
  const seen = new Set<string>();
  for (const { file, definition } of versions) {
    const { slug, version } = definition;
    const name = `${slug} ${version}`;
    if (seen.has(name))
      plan.issues.push({ file, line: null, message: `version ${version} of ${slug} stands in another folder too` });
    seen.add(name);
    const published = present.find((row) => row.slug === slug && row.version === version);
    if (!published) {
      plan.unpublished.push(definition);
      plan.changes.push({ kind: 'questionnaire', id: name, change: 'published', fields: [] });
    } else if (hashOf(definitionSchema.parse(published.definition)) !== hashOf(definition)) {
      plan.issues.push({ file, line: null, message: hasChanged(slug, version) });
    }
  }
  return plan;
}

function hasChanged(slug: string, version: string): string {
  return `version ${version} of ${slug} is already published in this database and says something else; a published version never changes. Put the changes into a new version (docs/questionnaire.md), or begin with an empty database while nobody uses it`;
}

export async function writeQuestionnaires(
  tx: Transaction,
  definitions: readonly QuestionnaireDefinition[],
  now: Date,
): Promise<void> {
  if (definitions.length === 0) return;
  const rows = definitions.map((definition) => ({
    id: randomUUID(),
    slug: definition.slug,
    version: definition.version,
    definition,
    hash: hashOf(definition),
    publishedAt: now,
  }));
  await tx.insert(questionnaires).values(rows);
}
