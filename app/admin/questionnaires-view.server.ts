import { listNotices, listQuestionChanges } from '~/app/questionnaire-changes';
import type { Db } from '~/db/client';
import {
  costOfVersion,
  listPublishedVersions,
  listQuestionnaireDrafts,
  type QuestionnaireDraft,
} from '~/db/questionnaire-drafts';
import { findQuestionnaireVersion } from '~/db/questionnaires';
import { type Actor, hasRole } from '~/workflows/actor';

/** What the coordinator sees before publishing a version. JSON. */
export async function questionnairesView(db: Db, actor: Actor) {
  const drafts = await Promise.all((await listQuestionnaireDrafts(db)).map((draft) => draftView(db, draft)));
  const published = await listPublishedVersions(db);
  return {
    mayPublish: hasRole(actor, 'coordinator'),
    drafts,
    published: published.map(({ publishedAt, ...row }) => ({ ...row, publishedAt: publishedAt.toISOString() })),
  };
}
export type QuestionnairesView = Awaited<ReturnType<typeof questionnairesView>>;

async function draftView(db: Db, draft: QuestionnaireDraft) {
  const { slug, version, title, hash, loadedAt, mapping } = draft;
  const cost = await costOfVersion(db, draft);
  const before = mapping && (await findQuestionnaireVersion(db, slug, mapping.from));
  return {
    slug,
    version,
    title,
    hash,
    loadedAt: loadedAt.toISOString(),
    before: before?.version ?? null,
    changes: before && mapping ? listQuestionChanges(before, draft, mapping) : null,
    notices: listNotices(draft, cost?.notices ?? []),
    cost,
  };
}
