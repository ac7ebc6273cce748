import { and, asc, count, eq, isNull, sql } from 'drizzle-orm';
import { type Acting, hasRole } from '~/workflows/actor';
import { definitionSchema, type QuestionnaireDefinition } from '~/workflows/questionnaire/definition';
import { type MappingNotice, mappingNotices } from '~/workflows/questionnaire/mapping-check';
import { costOf, type RelatedAnswers } from '~/workflows/questionnaire/related-answers';
import type { RenewalCost } from '~/workflows/questionnaire/renewal-cost';
import type { VersionMapping } from '~/workflows/questionnaire/version-mapping';
import { compareVersionNumbers } from '~/workflows/questionnaire/version-number';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { Text } from '~/workflows/words';
import type { Database, Db } from './client';
import { loadDeclarations } from './declarations';
import { concludeHearing } from './hearings';
import { lockContent } from './loading/load-lock';
import type { FiledVersion } from './loading/questionnaire-files';
import { publishVersion } from './loading/questionnaire-rows';
import { appendLog } from './log';
import { rebuildPublished } from './publication';
import { relateLoaded } from './renewal-plan';
import { declarations, products, questionnaireDrafts, questionnaires } from './schema';

/** A loaded version that nobody has published yet. */
export interface QuestionnaireDraft {
  slug: string;
  version: string;
  title: Text;
  definition: QuestionnaireDefinition;
  mapping: VersionMapping | null;
  /** Of everything in it: whoever publishes names what they have seen. */
  hash: string;
  loadedAt: Date;
}

/** By questionnaire, oldest first. */
export async function listQuestionnaireDrafts(db: Db): Promise<QuestionnaireDraft[]> {
  const rows = await db.select().from(questionnaireDrafts).orderBy(asc(questionnaireDrafts.slug));
  return rows
    .map(({ definition, ...row }) => {
      const parsed = definitionSchema.parse(definition);
      return { ...row, definition: parsed, title: parsed.title };
    })
    .sort((a, b) => (a.slug === b.slug ? compareVersionNumbers(a.version, b.version) : 0));
}

export interface DraftCost extends RenewalCost {
  /** The same by product, most work first. */
  products: (RenewalCost & { id: string; productName: string })[];
  /** Kept questions that are asked or judged otherwise. */
  notices: MappingNotice[];
}

/** How many declarations are worked out at a time. */
const batch = 50;

/**
 * What it costs the suppliers whose declarations stand on the version before, if this one is published. Reads all of
 * their answers: for a person who is about to publish, not for every request.
 * @returns null for a version that has none before it, or whose version before is not published yet
 */
export async function costOfVersion(db: Db, { definition, mapping }: FiledVersion): Promise<DraftCost | null> {
  if (!mapping) return null;
  const [before] = await db
    .select()
    .from(questionnaires)
    .where(and(eq(questionnaires.slug, definition.slug), eq(questionnaires.version, mapping.from)));
  if (!before) return null;
  const rows = await db
    .select({ id: declarations.id })
    .from(declarations)
    .innerJoin(products, eq(products.id, declarations.productId))
    .where(and(eq(declarations.questionnaireId, before.id), isNull(products.endedAt)))
    .orderBy(asc(products.name), asc(declarations.id));
  const all: { id: string; productName: string; related: RelatedAnswers }[] = [];
  for (let start = 0; start < rows.length; start += batch) {
    const ids = rows.slice(start, start + batch).map(({ id }) => id);
    for (const loaded of await loadDeclarations(db, ids)) {
      const { id, name: productName } = loaded.product;
      all.push({ id, productName, related: relateLoaded(loaded, { definition, mapping }) });
    }
  }
  const byProduct = all.map(({ related, ...product }) => ({ ...product, ...costOf([related]) }));
  return {
    ...costOf(all.map(({ related }) => related)),
    products: byProduct.sort((a, b) => b.toAnswer - a.toAnswer || b.toConfirm - a.toConfirm),
    notices: mappingNotices(definitionSchema.parse(before.definition), definition, mapping),
  };
}

/** Every published version, newest first, and how many declarations stand on it. */
export async function listPublishedVersions(db: Db) {
  const rows = await db
    .select({
      id: questionnaires.id,
      slug: questionnaires.slug,
      version: questionnaires.version,
      title: sql<Text>`${questionnaires.definition}->'title'`,
      publishedAt: questionnaires.publishedAt,
      declarations: count(declarations.id),
    })
    .from(questionnaires)
    .leftJoin(declarations, eq(declarations.questionnaireId, questionnaires.id))
    .groupBy(questionnaires.id)
    .orderBy(asc(questionnaires.slug));
  return rows.sort((a, b) => (a.slug === b.slug ? compareVersionNumbers(b.version, a.version) : 0));
}

export type PublishRefusal =
  | 'hearing-not-over'
  | 'hearing-comments-open'
  | 'role-required'
  | 'draft-not-found'
  | 'draft-has-changed'
  | 'draft-not-next';

/**
 * Publishes a draft for good: from now on new declarations use it, and those on the version before can be moved.
 * @param acting without an actor: the operator at the command line; else a coordinator
 * @param input.hash of the draft that the person has seen
 */
export function publishDraft(
  db: Database,
  acting: { actor: Acting['actor'] | null; now: Date },
  input: { slug: string; version: string; hash: string },
): Promise<Result<{ questionnaireId: string }, PublishRefusal>> {
  return db.transaction(async (tx) => {
    if (acting.actor && !hasRole(acting.actor, 'coordinator')) return refuse('role-required');
    await lockContent(tx);
    const drafts = (await listQuestionnaireDrafts(tx)).filter(({ slug }) => slug === input.slug);
    const draft = drafts.find(({ version }) => version === input.version);
    if (!draft) return refuse('draft-not-found');
    if (draft.hash !== input.hash) return refuse('draft-has-changed');
    if (drafts[0] !== draft) return refuse('draft-not-next', { version: drafts[0]?.version ?? '' });
    const concluded = await concludeHearing(tx, acting, draft);
    if (!concluded.ok) return concluded;
    const { slug, version, definition, mapping, hash } = draft;
    const questionnaireId = await publishVersion(tx, { definition, mapping }, acting.now);
    await tx
      .delete(questionnaireDrafts)
      .where(and(eq(questionnaireDrafts.slug, slug), eq(questionnaireDrafts.version, version)));
    // The public pages that are kept show the newest version.
    await rebuildPublished(tx, acting.now);
    await appendLog(tx, acting, {
      action: 'questionnaire.publish',
      subject: { type: 'questionnaire', id: `${slug} ${version}` },
      details: { questionnaireId, from: mapping?.from ?? null, hash },
    });
    return ok({ questionnaireId });
  });
}
