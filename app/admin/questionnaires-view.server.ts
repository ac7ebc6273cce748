import { listNotices, listQuestionChanges } from '~/app/questionnaire-changes';
import type { Db } from '~/db/client';
import { listHearings } from '~/db/hearings';
import {
  costOfVersion,
  listPublishedVersions,
  listQuestionnaireDrafts,
  type QuestionnaireDraft,
} from '~/db/questionnaire-drafts';
import { findQuestionnaireVersion } from '~/db/questionnaires';
import { type Actor, hasRole } from '~/workflows/actor';
import { copenhagenDay } from '~/workflows/day';

/** What the coordinator sees before publishing a version. JSON. */
export async function questionnairesView(db: Db, actor: Actor, now: Date) {
  const drafts = await Promise.all((await listQuestionnaireDrafts(db)).map((draft) => draftView(db, draft)));
  const published = await listPublishedVersions(db);
  const hearings = await listHearings(db);
  return {
    mayPublish: hasRole(actor, 'coordinator'),
    drafts: drafts.map((draft) => ({ ...draft, hearing: hearingOf(hearings, draft) })),
    hearings: hearings.map(hearingView),
    today: copenhagenDay(now),
    published: published.map(({ publishedAt, ...row }) => ({ ...row, publishedAt: publishedAt.toISOString() })),
  };
}
export type QuestionnairesView = Awaited<ReturnType<typeof questionnairesView>>;

type HearingRow = Awaited<ReturnType<typeof listHearings>>[number];

function hearingView({ openedAt, endedAt, ...row }: HearingRow) {
  return { ...row, openedAt: openedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null };
}

function hearingOf(hearings: readonly HearingRow[], { slug, version }: { slug: string; version: string }) {
  const found = hearings.find((each) => each.slug === slug && each.version === version && each.endedAt === null);
  return found ? hearingView(found) : null;
}

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
