import { describe, expect, it } from 'vitest';
import { type RoutedCase, type RoutingMunicipality, type RoutingRule, routeCase } from '~/workflows/review/routing';
import { pickOf, randomOf } from '../../factories/random';

const rule = (changes: Partial<RoutingRule> = {}): RoutingRule => ({
  id: 'r',
  name: 'Regel',
  sectionIds: [],
  municipalityCodes: [],
  way: 'least-loaded',
  mostOpen: null,
  toPerson: false,
  ...changes,
});
const office = (code: string, changes: Partial<RoutingMunicipality> = {}): RoutingMunicipality => ({
  code,
  openCases: 0,
  availableLeads: 1,
  isSupplier: false,
  reviewers: [],
  ...changes,
});
const routed: RoutedCase = { sectionIds: ['organisation'], runBy: ['0615'] };

describe('a case goes', () => {
  it('to whoever has the fewest open cases, then to the lowest code', () => {
    const offices = [office('0851', { openCases: 1 }), office('0615'), office('0101')];
    expect(routeCase([rule()], routed, offices)).toMatchObject({
      municipalityCode: '0101',
      reason: { openCases: 0, candidates: 3, runsProduct: false },
    });
  });

  it('by the first rule that finds somebody', () => {
    const rules = [
      rule({ id: 'other', sectionIds: ['adgangsstyring'] }),
      rule({ id: 'full', municipalityCodes: ['0101'], mostOpen: 2 }),
      rule({ id: 'runs', way: 'runs-product', sectionIds: ['organisation', 'adgangsstyring'] }),
    ];
    const found = routeCase(rules, routed, [office('0101', { openCases: 2 }), office('0615', { openCases: 9 })]);
    expect(found).toMatchObject({
      ruleId: 'runs',
      municipalityCode: '0615',
      reason: { sectionIds: ['organisation'], runsProduct: true, candidates: 1 },
    });
  });

  it('to the reviewer with the fewest cases where the rule names one, never to a municipality in which nobody can be named', () => {
    const reviewers = [
      { personId: 'busy', openCases: 4, competence: [] },
      { personId: 'first', openCases: 1, competence: [] },
      { personId: 'second', openCases: 1, competence: [] },
    ];
    const offices = [office('0101'), office('0615', { openCases: 9, reviewers })];
    expect(routeCase([rule({ toPerson: true })], routed, offices)).toMatchObject({
      municipalityCode: '0615',
      personId: 'first',
      reason: { person: { openCases: 1, candidates: 3 } },
    });
    expect(routeCase([rule()], routed, offices)).toMatchObject({ municipalityCode: '0101', personId: null });
    expect(routeCase([rule({ toPerson: true })], routed, [office('0101')])).toBeUndefined();
  });

  it('to one who knows what it is about before one who has fewer cases, and to anybody where nobody knows', () => {
    const reviewers = [
      { personId: 'elsewhere', openCases: 0, competence: ['klassifikation'] },
      { personId: 'knows', openCases: 3, competence: ['klassifikation', 'organisation'] },
      { personId: 'everything', openCases: 5, competence: [] },
    ];
    const named = (given: RoutedCase, sectionIds: string[] = []) =>
      routeCase([rule({ toPerson: true, sectionIds })], given, [office('0615', { reviewers })]);
    expect(named(routed)).toMatchObject({
      personId: 'knows',
      reason: { person: { openCases: 3, candidates: 2, isByCompetence: true } },
    });
    // A rule about some of the case's sections asks who knows those.
    const both = { ...routed, sectionIds: ['organisation', 'klassifikation'] };
    expect(named(both)?.personId).toBe('elsewhere');
    expect(named(both)?.reason.person).toEqual({ openCases: 0, candidates: 3 });
    expect(named(both, ['organisation'])?.personId).toBe('knows');
    const [first] = reviewers;
    const alone = office('0615', { reviewers: first ? [first] : [] });
    const unknown = routeCase([rule({ toPerson: true })], routed, [alone]);
    expect(unknown).toMatchObject({ personId: 'elsewhere', reason: { person: { openCases: 0, candidates: 1 } } });
    expect(unknown?.reason.person?.isByCompetence).toBeUndefined();
  });

  it('nowhere when no rule finds anybody', () => {
    expect(routeCase([], routed, [office('0101')])).toBeUndefined();
    expect(routeCase([rule({ way: 'runs-product' })], routed, [office('0101')])).toBeUndefined();
  });
});

it('whatever the rules say: always an answer, always the same, never a municipality that must not have it', () => {
  const random = randomOf(4);
  const chance = (share: number): boolean => random() < share;
  const integer = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const codes = ['0101', '0615', '0751', '0851'];
  const sections = ['organisation', 'adgangsstyring', 'klassifikation'];
  const some = (list: readonly string[]): string[] => list.filter(() => chance(0.4));
  let found = 0;
  for (let run = 0; run < 2_000; run += 1) {
    const rules = Array.from({ length: integer(0, 4) }, (_, index) =>
      rule({
        id: String(index),
        sectionIds: some(sections),
        municipalityCodes: some(codes),
        way: pickOf(random, ['least-loaded', 'runs-product'] as const),
        mostOpen: chance(0.5) ? integer(1, 4) : null,
      }),
    );
    const offices = codes.map((code) =>
      office(code, { openCases: integer(0, 5), availableLeads: integer(0, 2), isSupplier: chance(0.2) }),
    );
    const given = { sectionIds: some(sections), runBy: some(codes) };
    const chosen = routeCase(rules, given, offices);
    expect(routeCase(rules, given, [...offices].reverse())).toEqual(chosen);
    if (!chosen) continue;
    found += 1;
    const got = offices.find(({ code }) => code === chosen.municipalityCode);
    const by = rules.find(({ id }) => id === chosen.ruleId);
    expect(got).toMatchObject({ isSupplier: false });
    expect(got?.availableLeads).toBeGreaterThan(0);
    expect(got?.openCases).toBeLessThan(by?.mostOpen ?? Number.POSITIVE_INFINITY);
    if (by?.way === 'runs-product') expect(given.runBy).toContain(chosen.municipalityCode);
    if (by && by.municipalityCodes.length > 0) expect(by.municipalityCodes).toContain(chosen.municipalityCode);
  }
  expect(found).toBeGreaterThan(100);
});
