import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import {
  type DecidingState,
  decidingOf,
  decidingStates,
  type MunicipalitySort,
} from '~/workflows/review/municipality-deciding';
import type { CaseState, municipalRoles, Role } from '~/workflows/words';
import { listAbsences } from './absences';
import { type ListedAttestation, listAttestations } from './attestations';
import { listMunicipalities } from './catalogue';
import type { Db } from './client';
import { type KeptRule, listRoutingRules } from './routing-rules';
import { cases, memberships, people, products, suppliers } from './schema';

/** What the portal knows of a municipality as one that reviews; for the coordinator and the auditor. */
export interface MunicipalityRow {
  code: string;
  name: string;
  region: string;
  /** How many people have each role there now. */
  byRole: Record<(typeof municipalRoles)[number], number>;
  /** Everybody with a role, each once. */
  people: number;
  leads: string[];
  openCases: number;
  /** The routing rules that can send it a case, in their order: those that name it, and those that name none. */
  rules: string[];
  deciding: DecidingState;
  /** Where all lead reviewers are away: the first day on which one is back, yyyy-mm-dd. */
  backOn: string | null;
}

interface MunicipalPerson {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  /** The last day of an absence that holds today. */
  awayUntil: string | null;
}

/** Present holders of a municipal role, by municipality and name. */
async function listMunicipalPeople(db: Db, today: string, code?: string) {
  const rows = await db
    .select({
      code: memberships.municipalityCode,
      id: people.id,
      name: people.name,
      email: people.email,
      roles: sql<Role[]>`array_agg(distinct ${memberships.role})`,
    })
    .from(memberships)
    .innerJoin(people, and(eq(people.id, memberships.personId), isNull(people.endedAt)))
    .where(
      and(
        isNull(memberships.endedAt),
        code === undefined ? sql`${memberships.municipalityCode} is not null` : eq(memberships.municipalityCode, code),
      ),
    )
    .groupBy(memberships.municipalityCode, people.id)
    .orderBy(asc(people.name), asc(people.id));
  const away = (await listAbsences(db, today)).filter(({ startsOn }) => startsOn <= today);
  return rows.map(({ code: of, ...row }) => ({
    code: of ?? '',
    ...row,
    awayUntil: away.find(({ personId }) => personId === row.id)?.endsOn ?? null,
  }));
}

async function countOpenCases(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ code: cases.municipalityCode, count: sql<number>`count(*)::int` })
    .from(cases)
    .where(and(eq(cases.isOpen, true), sql`${cases.municipalityCode} is not null`))
    .groupBy(cases.municipalityCode);
  return new Map(rows.map(({ code, count }) => [code ?? '', count]));
}

function rulesFor(rules: readonly KeptRule[], code: string, deciding: DecidingState): KeptRule[] {
  // No rule sends a case to where nobody decides (workflows/review/routing.ts), unless it names the place it may not come.
  return rules.filter(({ municipalityCodes }) =>
    municipalityCodes.length === 0 ? deciding !== 'nobody' && deciding !== 'no-lead' : municipalityCodes.includes(code),
  );
}

function rowOf(
  { code, name, region }: { code: string; name: string; region: string },
  there: readonly MunicipalPerson[],
  { rules, openCases }: { rules: readonly KeptRule[]; openCases: number },
): MunicipalityRow {
  const holding = (role: Role) => there.filter(({ roles }) => roles.includes(role));
  const leads = holding('lead-reviewer');
  const present = leads.filter(({ awayUntil }) => awayUntil === null);
  const reviewers = holding('reviewer').filter(({ roles }) => !roles.includes('lead-reviewer')).length;
  const deciding = decidingOf({ reviewers, leads: leads.length, leadsThere: present.length });
  const ends = leads.flatMap(({ awayUntil }) => awayUntil ?? []).sort();
  return {
    code,
    name,
    region,
    byRole: {
      reviewer: holding('reviewer').length,
      'lead-reviewer': leads.length,
      'municipal-admin': holding('municipal-admin').length,
    },
    people: there.length,
    leads: leads.map((lead) => lead.name),
    openCases,
    rules: rulesFor(rules, code, deciding).map((rule) => rule.name),
    deciding,
    backOn: deciding === 'leads-away' ? (ends[0] ?? null) : null,
  };
}

export interface MunicipalityQuery {
  /** Part of a name, a code, a region or a lead reviewer's name. */
  search: string;
  sort: MunicipalitySort;
  direction: 'ascending' | 'descending';
  /** From 1 up. */
  page: number;
}

export interface MunicipalityListPage {
  rows: MunicipalityRow[];
  /** Those that are found, on all pages. */
  total: number;
  pages: number;
}

/** Cards of a phone that can still be scrolled through. */
const municipalitiesPerPage = 25;

/** @param today yyyy-mm-dd in Copenhagen */
export async function listMunicipalityRows(
  db: Db,
  today: string,
  query: MunicipalityQuery,
): Promise<MunicipalityListPage> {
  const there = await listMunicipalPeople(db, today);
  const rules = await listRoutingRules(db);
  const open = await countOpenCases(db);
  const rows = (await listMunicipalities(db)).map((each) => {
    const own = there.filter(({ code }) => code === each.code);
    return rowOf(each, own, { rules, openCases: open.get(each.code) ?? 0 });
  });
  const sought = query.search.toLocaleLowerCase('da');
  const isFound = ({ code, name, region, leads }: MunicipalityRow): boolean =>
    [code, name, region, ...leads].some((text) => text.toLocaleLowerCase('da').includes(sought));
  const sign = query.direction === 'ascending' ? 1 : -1;
  const found = rows.filter(isFound).sort((a, b) => sign * compare(a, b, query.sort) || danish.compare(a.name, b.name));
  const from = (query.page - 1) * municipalitiesPerPage;
  return {
    rows: found.slice(from, from + municipalitiesPerPage),
    total: found.length,
    pages: Math.ceil(found.length / municipalitiesPerPage),
  };
}

const danish = new Intl.Collator('da');

function compare(a: MunicipalityRow, b: MunicipalityRow, by: MunicipalitySort): number {
  switch (by) {
    case 'name':
    case 'code':
    case 'region':
      return danish.compare(a[by], b[by]);
    case 'people':
      return a.people - b.people;
    case 'cases':
      return a.openCases - b.openCases;
    case 'rules':
      return a.rules.length - b.rules.length;
    case 'deciding':
      return decidingStates.indexOf(a.deciding) - decidingStates.indexOf(b.deciding);
  }
}

export interface MunicipalCase {
  id: string;
  number: string;
  product: string;
  supplier: string;
  state: CaseState;
  stateSince: Date;
  isOpen: boolean;
  assignee: string | null;
}

export interface MunicipalityPage extends MunicipalityRow {
  cvr: string;
  who: MunicipalPerson[];
  /** Its cases, the open ones first; so many at most. */
  cases: MunicipalCase[];
  allCases: number;
  ownRules: KeptRule[];
  attestations: ListedAttestation[];
}

/** Cases that one municipality's page shows at most; the inbox has them all. */
const mostCases = 50;

/** @returns undefined for a code that no municipality has */
export async function findMunicipalityPage(db: Db, today: string, code: string): Promise<MunicipalityPage | undefined> {
  const known = (await listMunicipalities(db)).find((each) => each.code === code);
  if (!known) return undefined;
  const who = (await listMunicipalPeople(db, today, code)).map(({ code: _, ...person }) => person);
  const rules = await listRoutingRules(db);
  const open = await countOpenCases(db);
  const row = rowOf(known, who, { rules, openCases: open.get(code) ?? 0 });
  const isOwn = eq(cases.municipalityCode, code);
  const { id, number, state, stateSince, isOpen } = cases;
  return {
    ...row,
    cvr: known.cvr,
    who,
    cases: await db
      .select({
        ...{ id, number, state, stateSince, isOpen },
        product: products.name,
        supplier: suppliers.name,
        assignee: people.name,
      })
      .from(cases)
      .innerJoin(products, eq(products.id, cases.productId))
      .innerJoin(suppliers, eq(suppliers.id, cases.supplierId))
      .leftJoin(people, eq(people.id, cases.assigneeId))
      .where(isOwn)
      .orderBy(desc(cases.isOpen), desc(cases.stateSince), asc(cases.number))
      .limit(mostCases),
    allCases: await db.$count(cases, isOwn),
    ownRules: rulesFor(rules, code, row.deciding),
    attestations: await listAttestations(db, code, today),
  };
}
