import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Db, Transaction } from '~/db/client';
import { questionnaireDrafts, questionnaireMappings, questionnaires } from '~/db/schema';
import { hashOf } from '~/workflows/canonical';
import { definitionSchema } from '~/workflows/questionnaire/definition';
import { compareVersionNumbers } from '~/workflows/questionnaire/version-number';
import type { ContentIssue } from './content-problem';
import type { ContentChange } from './plan';
import type { FiledVersion } from './questionnaire-files';

/** A version from the files and the file that stands for it. */
export interface QuestionnaireVersion extends FiledVersion {
  file: string;
}

export interface QuestionnairePlan {
  changes: ContentChange[];
  issues: ContentIssue[];
  /** First versions of a questionnaire: there is nothing that they could cost anybody. */
  first: QuestionnaireVersion[];
  /** Later versions that are not published, oldest first: they wait for a person. */
  later: QuestionnaireVersion[];
  /** Drafts whose files are gone. */
  gone: { slug: string; version: string }[];
}

const nameOf = ({ slug, version }: { slug: string; version: string }) => `${slug} ${version}`;

/** SHA-256 of what a version says and of how it stands to the one before. */
export function draftHash({ definition, mapping }: FiledVersion): string {
  return hashOf({ definition, mapping });
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
  const mappings = await db.select().from(questionnaireMappings);
  const drafts = await db.select().from(questionnaireDrafts);
  const plan: QuestionnairePlan = { changes: [], issues: [], first: [], later: [], gone: [] };
  const seen = new Set<string>();
  const oldestFirst = [...versions].sort((a, b) => compareVersionNumbers(a.definition.version, b.definition.version));
  for (const filed of oldestFirst) {
    const { file, definition } = filed;
    const { slug, version } = definition;
    const id = nameOf(definition);
    if (seen.has(id)) {
      plan.issues.push({ file, line: null, message: `version ${version} of ${slug} stands in another folder too` });
    }
    seen.add(id);
    const published = present.find((row) => row.slug === slug && row.version === version);
    if (published) {
      const mapping = mappings.find(({ questionnaireId }) => questionnaireId === published.id)?.mapping ?? null;
      const before = { definition: definitionSchema.parse(published.definition), mapping };
      if (draftHash(before) !== draftHash(filed)) {
        plan.issues.push({ file, line: null, message: hasChanged(slug, version) });
      }
      continue;
    }
    const older = [...present, ...oldestFirst.map((each) => each.definition)]
      .filter((each) => each.slug === slug && compareVersionNumbers(each.version, version) < 0)
      .map((each) => each.version)
      .sort(compareVersionNumbers)
      .at(-1);
    if (older !== (filed.mapping?.from ?? undefined)) {
      plan.issues.push({ file, line: null, message: hasNoWay(version, older) });
    } else if (older === undefined) {
      plan.first.push(filed);
      plan.changes.push({ kind: 'questionnaire', id, change: 'published', fields: [] });
    } else {
      plan.later.push(filed);
      const draft = drafts.find((row) => row.slug === slug && row.version === version);
      if (draft?.hash !== draftHash(filed)) {
        plan.changes.push({ kind: 'questionnaire', id, change: 'drafted', fields: [] });
      }
    }
  }
  plan.gone = drafts.filter((draft) => !seen.has(nameOf(draft))).map(({ slug, version }) => ({ slug, version }));
  plan.changes.push(
    ...plan.gone.map((draft) => ({
      kind: 'questionnaire' as const,
      id: nameOf(draft),
      change: 'removed' as const,
      fields: [],
    })),
  );
  return plan;
}

function hasChanged(slug: string, version: string): string {
  return `version ${version} of ${slug} is already published in this database and says something else; a published version never changes. Put the changes into a new version (docs/questionnaire.md), or begin with an empty database while nobody uses it`;
}

function hasNoWay(version: string, older: string | undefined): string {
  return older === undefined
    ? `version ${version} is based on one that is not there`
    : `version ${version} must be based on ${older}, the version before it: else nobody who has answered that one can move on`;
}

/** Publishes first versions and keeps later ones as drafts. */
export async function writeQuestionnaires(tx: Transaction, plan: QuestionnairePlan, now: Date): Promise<void> {
  for (const { definition } of plan.first) await publishVersion(tx, { definition, mapping: null }, now);
  for (const filed of plan.later) {
    const { slug, version } = filed.definition;
    const row = { ...filed, slug, version, hash: draftHash(filed), loadedAt: now };
    const { definition, mapping, hash, loadedAt } = row;
    await tx
      .insert(questionnaireDrafts)
      .values({ slug, version, definition, mapping, hash, loadedAt })
      .onConflictDoUpdate({
        target: [questionnaireDrafts.slug, questionnaireDrafts.version],
        set: { definition, mapping, hash, loadedAt },
      });
  }
  for (const { slug, version } of plan.gone) {
    await tx
      .delete(questionnaireDrafts)
      .where(and(eq(questionnaireDrafts.slug, slug), eq(questionnaireDrafts.version, version)));
  }
}

/**
 * Writes a version for good, and how it stands to the one before.
 * @throws when the version before is not published
 */
export async function publishVersion(
  tx: Transaction,
  { definition, mapping }: FiledVersion,
  now: Date,
): Promise<string> {
  const id = randomUUID();
  const { slug, version } = definition;
  await tx.insert(questionnaires).values({ id, slug, version, definition, hash: hashOf(definition), publishedAt: now });
  if (mapping) {
    const [before] = await tx
      .select({ id: questionnaires.id })
      .from(questionnaires)
      .where(and(eq(questionnaires.slug, slug), eq(questionnaires.version, mapping.from)));
    if (!before) throw new Error(`Version ${mapping.from} of ${slug} is not published.`);
    await tx.insert(questionnaireMappings).values({ questionnaireId: id, fromQuestionnaireId: before.id, mapping });
  }
  return id;
}
