import { type Competence, knowsSome } from './competence';

/** How a rule chooses among the municipalities that may get a case; the least loaded of them gets it. */
export const routingWays = ['least-loaded', 'runs-product'] as const;
export type RoutingWay = (typeof routingWays)[number];

export interface RoutingRule {
  id: string;
  name: string;
  /** Holds for cases with answers in one of these sections; empty: for every case. */
  sectionIds: readonly string[];
  /** Who may get the case; empty: every municipality that reviews. */
  municipalityCodes: readonly string[];
  way: RoutingWay;
  /** Whoever has so many open cases gets no more. */
  mostOpen: number | null;
  /** Also names the one in the municipality who is to handle the case: of those who know it, whoever has the fewest. */
  toPerson: boolean;
}

export interface RoutedCase {
  sectionIds: readonly string[];
  /** Codes of the municipalities that the declaration says run the product. */
  runBy: readonly string[];
}

export interface RoutingReviewer {
  personId: string;
  openCases: number;
  competence: Competence;
}

export interface RoutingMunicipality {
  code: string;
  openCases: number;
  /** Lead reviewers who are there and have no conflict of interest with the case's supplier. */
  availableLeads: number;
  /** The municipality is itself the supplier. */
  isSupplier: boolean;
  /** Who can handle it there: at work, without a conflict of interest. In the order in which equals are chosen. */
  reviewers: readonly RoutingReviewer[];
}

/** Why the rule chose as it did; kept with the case. */
export interface RoutingReason {
  way: RoutingWay;
  /** The sections for which the rule holds here; empty: it holds for every case. */
  sectionIds: string[];
  runsProduct: boolean;
  /** Open cases that the municipality had. */
  openCases: number;
  /** How many municipalities could have got it. */
  candidates: number;
  /** Where somebody was named: the cases that they had, how many could have been named, and whether competence told. */
  person?: { openCases: number; candidates: number; isByCompetence?: true };
}

export interface Routing {
  ruleId: string;
  ruleName: string;
  municipalityCode: string;
  /** Who is to handle it, where the rule names somebody. */
  personId: string | null;
  reason: RoutingReason;
}

/**
 * Who gets a case: the first rule that finds somebody decides, and among those that it allows the one with the fewest
 * open cases, then the lowest code. Never a municipality that is the supplier, or in which nobody impartial can decide;
 * by a rule that names a person, never one in which nobody could be named.
 * @param rules in the order in which they are tried
 * @returns undefined where no rule finds anybody: the coordinator routes the case by hand
 */
export function routeCase(
  rules: readonly RoutingRule[],
  routed: RoutedCase,
  municipalities: readonly RoutingMunicipality[],
): Routing | undefined {
  const impartial = municipalities.filter(({ isSupplier, availableLeads }) => !isSupplier && availableLeads > 0);
  for (const rule of rules) {
    const sectionIds = rule.sectionIds.filter((id) => routed.sectionIds.includes(id));
    if (rule.sectionIds.length > 0 && sectionIds.length === 0) continue;
    const candidates = impartial.filter((each) => isAllowed(rule, routed, each));
    const [chosen] = [...candidates].sort((a, b) => a.openCases - b.openCases || (a.code < b.code ? -1 : 1));
    if (!chosen) continue;
    const fit = rule.toPerson ? whoKnows(chosen.reviewers, sectionIds.length > 0 ? sectionIds : routed.sectionIds) : [];
    const person = leastLoaded(fit);
    const reason = {
      way: rule.way,
      sectionIds,
      runsProduct: routed.runBy.includes(chosen.code),
      openCases: chosen.openCases,
      candidates: candidates.length,
      ...(person ? { person: reasonOf(person, fit, chosen.reviewers) } : {}),
    };
    const personId = person?.personId ?? null;
    return { ruleId: rule.id, ruleName: rule.name, municipalityCode: chosen.code, personId, reason };
  }
  return undefined;
}

function isAllowed(
  rule: RoutingRule,
  routed: RoutedCase,
  { code, openCases, reviewers }: RoutingMunicipality,
): boolean {
  if (rule.municipalityCodes.length > 0 && !rule.municipalityCodes.includes(code)) return false;
  if (rule.toPerson && reviewers.length === 0) return false;
  if (rule.way === 'runs-product' && !routed.runBy.includes(code)) return false;
  return rule.mostOpen === null || openCases < rule.mostOpen;
}

/**
 * Who knows something of what the case is about; everybody where nobody does, for the case has to be handled.
 * @param sectionIds those for which the rule holds, else all of the case
 */
function whoKnows(reviewers: readonly RoutingReviewer[], sectionIds: readonly string[]): readonly RoutingReviewer[] {
  const knowing = reviewers.filter(({ competence }) => knowsSome(competence, sectionIds));
  return knowing.length > 0 ? knowing : reviewers;
}

function reasonOf(
  { openCases }: RoutingReviewer,
  fit: readonly RoutingReviewer[],
  all: readonly RoutingReviewer[],
): NonNullable<RoutingReason['person']> {
  const isByCompetence = fit.length < all.length;
  return { openCases, candidates: fit.length, ...(isByCompetence ? { isByCompetence } : {}) };
}

/** The first of those with the fewest. */
function leastLoaded<T extends { openCases: number }>(people: readonly T[]): T | undefined {
  return people.reduce<T | undefined>(
    (best, each) => (best && best.openCases <= each.openCases ? best : each),
    undefined,
  );
}
