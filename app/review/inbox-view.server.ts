import { requireReviewReader } from '~/app/auth/actor.server';
import type { PortalContext } from '~/app/context.server';
import { usesShortcuts } from '~/db/account';
import { type Assignable, listAssignable } from '~/db/cases/assignable';
import { type Inbox, listInbox } from '~/db/cases/read-inbox';
import { listReviewingMunicipalities } from '~/db/cases/routing';
import { listKnowableSections } from '~/db/competences';
import { type InboxBookmark, listInboxBookmarks } from '~/db/inbox-bookmarks';
import { getPortalSettings } from '~/db/portal-settings';
import type { Actor } from '~/workflows/actor';
import type { InboxQuery, InboxView } from '~/workflows/review/inbox';
import type { Text } from '~/workflows/words';
import { copenhagenDay } from '~/workflows/working-days';
import { readInboxQuery, usualView, viewsFor } from './inbox-query';

export interface InboxPageView {
  inbox: Inbox;
  query: InboxQuery;
  views: readonly InboxView[];
  today: string;
  bookmarks: InboxBookmark[];
  /** Where the reader may send waiting cases; empty: nowhere. */
  municipalities: { code: string; name: string }[];
  /** Whom the reader may give waiting cases to; empty: nobody. */
  assignable: Assignable[];
  /** Whether single keys do something here, as the reader chose. */
  usesShortcuts: boolean;
  /** Whether the rules route by themselves; null where nobody asks. */
  isRoutingAutomatic: boolean | null;
  /** What the reader knows, where the list is about it. */
  knownSections: { id: string; title: Text }[];
}

/** All that the inbox shows. @param usual the tab without `?view=`; undefined: the reader's own */
export async function loadInboxView(
  request: Request,
  context: PortalContext,
  usual?: InboxView,
): Promise<InboxPageView> {
  const actor = await requireReviewReader(request, context);
  const query = readInboxQuery(new URL(request.url), usual ?? usualView(actor));
  const inbox = await listInbox(context.db, actor, query, context.now());
  const known = query.view === 'available' ? (inbox.competence?.sectionIds ?? []) : [];
  const sections = known.length === 0 ? [] : await listKnowableSections(context.db);
  return {
    query,
    inbox,
    knownSections: sections.filter(({ id }) => known.includes(id)),
    views: viewsFor(actor),
    today: copenhagenDay(context.now()),
    bookmarks: await listInboxBookmarks(context.db, actor),
    usesShortcuts: await usesShortcuts(context.db, actor.personId),
    isRoutingAutomatic: query.view === 'routing' ? (await getPortalSettings(context.db)).isRoutingAutomatic : null,
    municipalities: query.view === 'routing' ? await listTargets(context, actor) : [],
    assignable: isWaiting(query) ? await listAssignees(context, actor) : [],
  };
}

/** The coordinator chooses among all who can decide a case; a lead reviewer takes cases home. */
async function listTargets({ db }: PortalContext, actor: Actor): Promise<{ code: string; name: string }[]> {
  const { roles, municipalityCode } = actor;
  const isCoordinator = roles.includes('coordinator');
  if (!isCoordinator && !roles.includes('lead-reviewer')) return [];
  const all = await listReviewingMunicipalities(db);
  return isCoordinator ? all : all.filter(({ code }) => code === municipalityCode);
}

/** Tabs whose cases wait for somebody. */
const isWaiting = ({ view }: InboxQuery): boolean => view === 'routing' || view === 'available';

/** The coordinator chooses among all who review; a lead reviewer among those of their own municipality. */
async function listAssignees({ db }: PortalContext, { roles, municipalityCode }: Actor): Promise<Assignable[]> {
  if (roles.includes('coordinator')) return listAssignable(db, { supplierId: null, municipalityCode: null });
  if (!roles.includes('lead-reviewer') || municipalityCode === null) return [];
  return listAssignable(db, { supplierId: null, municipalityCode });
}
