import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { copenhagenDay } from '~/workflows/day';
import type { Refusal, Result } from '~/workflows/refusal';
import { type Routing, type RoutingMunicipality, type RoutingReason, routeCase } from '~/workflows/review/routing';
import { listAbsences } from '../absences';
import type { Database, Db, Transaction } from '../client';
import { listRoutingRules } from '../routing-rules';
import {
  caseRoutings,
  caseSections,
  cases,
  competences,
  conflictsOfInterest,
  memberships,
  municipalities,
  people,
  products,
  suppliers,
} from '../schema';
import { countedMunicipalities } from './run-by';
import { sendCaseEvent } from './send-event';

/** A case that waits for a municipality, and where the rules would send it. */
export interface PlannedRouting {
  caseId: string;
  number: string;
  version: number;
  product: string;
  supplier: string;
  /** Null: no rule finds anybody. */
  routing: (Routing & { municipality: string; person: string | null }) | null;
}

/** The municipalities that have lead reviewers, for the choice in a rule. */
export function listReviewingMunicipalities(db: Db): Promise<{ code: string; name: string }[]> {
  return db
    .selectDistinct({ code: municipalities.code, name: municipalities.name })
    .from(memberships)
    .innerJoin(municipalities, eq(municipalities.code, memberships.municipalityCode))
    .where(and(eq(memberships.role, 'lead-reviewer'), isNull(memberships.endedAt)))
    .orderBy(asc(municipalities.name));
}

/** What came of routing one case. */
export interface RoutedResult {
  caseId: string;
  refusal: Refusal | null;
}

/** How many cases are planned at once at most. */
const planLimit = 500;

/**
 * Which waiting case would go where, the longest waiting first; each counts in the load that the next one meets. Changes
 * nothing.
 * @param only these cases; undefined: all that wait
 */
export async function planRoutings(db: Db, now: Date, only?: readonly string[]): Promise<PlannedRouting[]> {
  const waiting = await listWaiting(db, only);
  if (waiting.length === 0) return [];
  const rules = await listRoutingRules(db);
  const offices = rules.length === 0 ? [] : await readOffices(db, copenhagenDay(now));
  const opened = new Map<string, number>();
  return waiting.map(({ supplierId, cvr, sectionIds, runBy, ...row }) => {
    const candidates = offices.map((office) => officeFor(office, { supplierId, cvr }, opened));
    const routing = routeCase(rules, { sectionIds: sectionIds ?? [], runBy: runBy ?? [] }, candidates);
    if (!routing) return { ...row, routing: null };
    const office = offices.find(({ code }) => code === routing.municipalityCode);
    for (const each of [routing.municipalityCode, routing.personId]) {
      if (each !== null) opened.set(each, (opened.get(each) ?? 0) + 1);
    }
    const person = office?.people.find(({ personId }) => personId === routing.personId)?.name ?? null;
    return { ...row, routing: { ...routing, municipality: office?.name ?? '', person } };
  });
}

function listWaiting(db: Db, only: readonly string[] | undefined) {
  return (
    db
      .select({
        caseId: cases.id,
        number: cases.number,
        version: cases.version,
        product: products.name,
        supplier: suppliers.name,
        supplierId: suppliers.id,
        cvr: suppliers.cvr,
        sectionIds: sql<string[] | null>`(select array_agg(${caseSections.sectionId} order by ${caseSections.sectionId})
        from ${caseSections} where ${caseSections.caseId} = ${cases.id})`,
        runBy: sql<string[] | null>`(select array_agg(distinct named.code) from ${countedMunicipalities()} as named)`,
      })
      .from(cases)
      .innerJoin(products, eq(products.id, cases.productId))
      // Who has the product now: after a transfer the case's own supplier is the former one.
      .innerJoin(suppliers, eq(suppliers.id, products.supplierId))
      .where(
        and(
          inArray(cases.state, ['submitted', 'screening']),
          isNotNull(cases.currentSubmissionId),
          only === undefined ? undefined : inArray(cases.id, [...only]),
        ),
      )
      .orderBy(asc(cases.stateSince), asc(cases.number))
      .limit(planLimit)
  );
}

interface Office {
  code: string;
  name: string;
  cvr: string | null;
  openCases: number;
  /** Who reviews there and is at work today. */
  people: OfficeReviewer[];
}

interface OfficeReviewer {
  personId: string;
  name: string;
  isLead: boolean;
  /** Open cases that they are to handle, or have claimed a section of. */
  openCases: number;
  /** The suppliers that they must not judge. */
  barredFrom: string[];
  /** The sections that they know there; empty: no limit. */
  competence: string[];
}

/** The municipalities that have lead reviewers, with those who are there today. */
async function readOffices(db: Db, today: string): Promise<Office[]> {
  const rows = await db
    .select({
      personId: memberships.personId,
      person: people.name,
      isLead: sql<boolean>`bool_or(${memberships.role} = 'lead-reviewer')`,
      code: municipalities.code,
      name: municipalities.name,
      cvr: municipalities.cvr,
      openCases: sql<number>`(select count(*)::int from ${cases} as other
        where other.is_open and other.municipality_code = ${municipalities.code})`,
      // Two looks at an index each, and never through all open cases for each person.
      ownCases: sql<number>`(select count(*)::int from (
        select own.id from ${cases} as own where own.is_open and own.assignee_id = ${memberships.personId}
        union select taken.case_id from ${caseSections} as taken
          join ${cases} as begun on begun.id = taken.case_id and begun.is_open
          where taken.reviewer_id = ${memberships.personId} and taken.state = 'claimed') as theirs)`,
      barredFrom: sql<string[]>`(select coalesce(array_agg(barred.supplier_id::text), '{}') from (
        select ${conflictsOfInterest.supplierId} as supplier_id from ${conflictsOfInterest}
          where ${conflictsOfInterest.personId} = ${memberships.personId} and ${conflictsOfInterest.endedAt} is null
        union select own.supplier_id from ${memberships} as own
          where own.person_id = ${memberships.personId} and own.supplier_id is not null
            and own.ended_at is null) as barred)`,
      competence: sql<string[] | null>`(select known.section_ids from ${competences} as known
        where known.person_id = ${memberships.personId} and known.municipality_code = ${municipalities.code})`,
    })
    .from(memberships)
    .innerJoin(municipalities, eq(municipalities.code, memberships.municipalityCode))
    .innerJoin(people, and(eq(people.id, memberships.personId), isNull(people.endedAt)))
    .where(and(inArray(memberships.role, ['lead-reviewer', 'reviewer']), isNull(memberships.endedAt)))
    .groupBy(memberships.personId, people.name, municipalities.code, municipalities.name, municipalities.cvr)
    .orderBy(asc(municipalities.code), asc(people.name), asc(memberships.personId));
  const away = new Set(
    (await listAbsences(db, today)).filter(({ startsOn }) => startsOn <= today).map(({ personId }) => personId),
  );
  const offices = new Map<string, Office & { hasLead: boolean }>();
  for (const { code, name, cvr, openCases, personId, person, isLead, ownCases, ...row } of rows) {
    const reviewer = { barredFrom: row.barredFrom, competence: row.competence ?? [] };
    const office = offices.get(code) ?? { code, name, cvr, openCases, people: [], hasLead: false };
    offices.set(code, office);
    office.hasLead ||= isLead;
    if (!away.has(personId)) office.people.push({ personId, name: person, isLead, openCases: ownCases, ...reviewer });
  }
  return [...offices.values()].filter(({ hasLead }) => hasLead);
}

function officeFor(
  { code, cvr, openCases, people: there }: Office,
  supplier: { supplierId: string; cvr: string },
  opened: ReadonlyMap<string, number>,
): RoutingMunicipality {
  const impartial = there.filter(({ barredFrom }) => !barredFrom.includes(supplier.supplierId));
  // Whoever decides had better not have judged: leads handle a case only where nobody else is there.
  const others = impartial.filter(({ isLead }) => !isLead);
  return {
    code,
    openCases: openCases + (opened.get(code) ?? 0),
    availableLeads: impartial.length - others.length,
    isSupplier: cvr !== null && cvr === supplier.cvr,
    reviewers: (others.length > 0 ? others : impartial).map(({ personId, openCases: own, competence }) => ({
      personId,
      competence,
      openCases: own + (opened.get(personId) ?? 0),
    })),
  };
}

/**
 * Routes cases one by one, each in a transaction of its own, so that one that has moved keeps none of the others back.
 * @param chosen the version that the sender saw, and the rule's choice where a rule chose
 */
export async function routeCases(
  db: Database,
  acting: Acting,
  chosen: readonly { caseId: string; version: number; municipalityCode: string; routing?: Routing }[],
): Promise<RoutedResult[]> {
  const results: RoutedResult[] = [];
  for (const each of chosen) {
    const sent = await routeOne(db, acting, each);
    results.push({ caseId: each.caseId, refusal: sent.ok ? null : sent.refusal });
  }
  return results;
}

function routeOne(
  db: Database,
  acting: Acting,
  { caseId, version, municipalityCode, routing }: Parameters<typeof routeCases>[2][number],
): Promise<Result<unknown, string>> {
  return db.transaction(async (tx) => {
    const personId = routing?.personId ?? undefined;
    const event = { type: 'route' as const, municipalityCode, note: '', ...(personId ? { personId } : {}) };
    const sent = await sendCaseEvent(tx, acting, { caseId, expectedVersion: version, event });
    if (sent.ok && routing) await keepRouting(tx, { caseId, routing, isAutomatic: false, now: acting.now });
    return sent;
  });
}

/** Keeps with a case which rule routed it, in the words that it had then. */
export async function keepRouting(
  tx: Transaction,
  { caseId, routing, isAutomatic, now }: { caseId: string; routing: Routing; isAutomatic: boolean; now: Date },
): Promise<void> {
  const { ruleId, ruleName, municipalityCode, personId, reason } = routing;
  const row = { caseId, ruleId, ruleName, municipalityCode, personId, isAutomatic, reason, routedAt: now };
  await tx.insert(caseRoutings).values({ id: randomUUID(), ...row });
}

/**
 * Routes what waits by the rules.
 * @param seen what the sender saw: a case that moved, or would go elsewhere by now, is left alone and told of
 */
export async function routeByRules(
  db: Database,
  acting: Acting,
  seen: readonly { caseId: string; version: number; municipalityCode: string }[],
): Promise<RoutedResult[]> {
  const plan = await planRoutings(db, acting.now);
  const results: RoutedResult[] = [];
  for (const each of seen) {
    const routing = plan.find(({ caseId }) => caseId === each.caseId)?.routing;
    if (routing && routing.municipalityCode === each.municipalityCode) {
      results.push(...(await routeCases(db, acting, [{ ...each, routing }])));
    } else {
      const code = routing ? 'rule-no-longer-fits' : 'case-has-moved';
      results.push({ caseId: each.caseId, refusal: routing ? { code } : { code, params: { version: each.version } } });
    }
  }
  return results;
}

export interface SeenRouting {
  ruleName: string;
  reason: RoutingReason;
  routedAt: Date;
  /** By the portal at the submission, nobody asked. */
  isAutomatic: boolean;
  /** Whom it named. */
  person: string | null;
}

/** The rule that routed a case, if one did and the case is still where it sent it. */
export async function findRouting(
  db: Db,
  { id, municipalityCode }: { id: string; municipalityCode: string | null },
): Promise<SeenRouting | undefined> {
  if (municipalityCode === null) return undefined;
  const [row] = await db
    .select({
      ruleName: caseRoutings.ruleName,
      reason: caseRoutings.reason,
      routedAt: caseRoutings.routedAt,
      isAutomatic: caseRoutings.isAutomatic,
      person: people.name,
      code: caseRoutings.municipalityCode,
    })
    .from(caseRoutings)
    .leftJoin(people, eq(people.id, caseRoutings.personId))
    .where(eq(caseRoutings.caseId, id))
    .orderBy(desc(caseRoutings.routedAt))
    .limit(1);
  if (!row || row.code !== municipalityCode) return undefined;
  const { code: _, ...routing } = row;
  return routing;
}
