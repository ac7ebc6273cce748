import { asc, eq, isNull } from 'drizzle-orm';
import { compareVersionNumbers } from '~/workflows/questionnaire/version-number';
import type { Role, Text } from '~/workflows/words';
import type { Db } from './client';
import { listPeople } from './people';
import { interfaces, loadedContent, logHead, questionnaires } from './schema';

export interface PortalOverview {
  /** The newest version of each questionnaire. */
  questionnaires: { slug: string; version: string; title: Text; hash: string; publishedAt: Date }[];
  /** Content files as they were loaded last. */
  content: { name: string; hash: string }[];
  interfaces: number;
  /** Rows in the log. */
  logRows: number;
}

/** What the portal runs on, for the coordinator and the auditor. */
export async function readPortalOverview(db: Db): Promise<PortalOverview> {
  const { slug, version, definition, hash, publishedAt } = questionnaires;
  const versions = await db
    .select({ slug, version, definition, hash, publishedAt })
    .from(questionnaires)
    .orderBy(asc(slug));
  const newest = new Map<string, (typeof versions)[number]>();
  for (const row of versions) {
    const known = newest.get(row.slug);
    if (!known || compareVersionNumbers(known.version, row.version) < 0) newest.set(row.slug, row);
  }
  const [head] = await db.select({ number: logHead.number }).from(logHead).where(eq(logHead.id, 1));
  return {
    questionnaires: [...newest.values()].map(({ definition: { title }, ...row }) => ({ ...row, title })),
    content: await db.select().from(loadedContent).orderBy(asc(loadedContent.name)),
    interfaces: await db.$count(interfaces, isNull(interfaces.removedOn)),
    logRows: head?.number ?? 0,
  };
}

export interface OrganisationPeople {
  /** Null: the portal itself. */
  organisation: string | null;
  people: { id: string; name: string; email: string; roles: Role[] }[];
}

/** Everybody who can sign in, by the organisation they act for; the portal's own people first. */
export async function listPeopleByOrganisation(db: Db): Promise<OrganisationPeople[]> {
  const byOrganisation = new Map<string | null, OrganisationPeople['people']>();
  for (const { id, name, email, endedAt, memberships } of await listPeople(db)) {
    if (endedAt !== null) continue;
    for (const organisation of new Set(memberships.map((membership) => membership.organisation))) {
      const roles = memberships.filter((each) => each.organisation === organisation).map(({ role }) => role);
      byOrganisation.set(organisation, [...(byOrganisation.get(organisation) ?? []), { id, name, email, roles }]);
    }
  }
  return [...byOrganisation]
    .map(([organisation, people]) => ({ organisation, people }))
    .sort((a, b) => danish.compare(a.organisation ?? '', b.organisation ?? ''));
}

const danish = new Intl.Collator('da');
