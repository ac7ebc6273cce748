import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Fit,
  fitOf,
  importances,
  matchProfile,
  type OfferedSupport,
  type Profile,
  type Requirement,
  readProfile,
  requiredLevels,
  withRequirement,
  writeProfile,
} from '~/workflows/profile';
import { rungs, type SupportLevel, supportLevels } from '~/workflows/words';

const known = {
  interfaces: new Set(['SF1500', 'SF1470', 'sts-adgang']),
  kle: new Set(['27', '85']),
  furthest: '2031-11-24',
};
const requirement = (changes: Partial<Requirement> = {}): Requirement => ({
  interfaceId: 'SF1500',
  level: 'ready',
  importance: 'must',
  rung: '',
  label: '',
  ...changes,
});
const offered = (level: SupportLevel, rung: OfferedSupport['rung'] = 'reviewed'): OfferedSupport => ({
  level,
  rung,
  plannedOn: null,
  version: null,
});

function addressOf(profile: Profile): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(writeProfile(profile))) {
    for (const each of [value].flat()) if (each !== '') search.append(name, each);
  }
  return search;
}

describe('a profile’s address', () => {
  it('is the profile, whatever is in it', () => {
    const requirements = fc.uniqueArray(
      fc.record({
        interfaceId: fc.constantFrom(...known.interfaces),
        level: fc.constantFrom(...requiredLevels),
        importance: fc.constantFrom(...importances),
        rung: fc.constantFrom('' as const, ...rungs),
        label: fc.constantFrom('', 'K7', '12.3 Ærø & co.'),
      }),
      { selector: ({ interfaceId }) => interfaceId },
    );
    const profiles = fc.record({
      title: fc.constantFrom('', 'Udbud af omsorgssystem, »2027«'),
      requirements,
      type: fc.constantFrom([], ['esdh' as const]),
      kle: fc.subarray([...known.kle]),
      on: fc.constantFrom('', '2026-01-31'),
    });
    fc.assert(
      fc.property(profiles, (profile) => {
        const read = readProfile(new URLSearchParams(addressOf(profile).toString()), known);
        expect(read).toEqual({ ok: true, profile });
      }),
    );
  });

  it('may leave out what is usual', () => {
    expect(readProfile(new URLSearchParams('need=SF1500&need=&utm_source=x'), known)).toMatchObject({
      ok: true,
      profile: { requirements: [requirement()] },
    });
  });

  it.each([
    ['need=SF9', 'need', 'unknown-value'],
    ['need=SF1500~done', 'need', 'unknown-value'],
    ['need=SF1500~ready~maybe', 'need', 'unknown-value'],
    ['need=SF1500~ready~must~sworn', 'need', 'unknown-value'],
    ['need=SF1500~ready~must~~K~7', 'need', 'unknown-value'],
    [`need=SF1500~ready~must~~${'x'.repeat(41)}`, 'need', 'unknown-value'],
    ['need=SF1500~ready~must~~%07', 'need', 'unknown-value'],
    [`title=${'x'.repeat(101)}`, 'title', 'too-long'],
    ['title=a%00b', 'title', 'unknown-value'],
    ['type=all', 'type', 'unknown-value'],
    ['kle=99', 'kle', 'unknown-value'],
    ['on=2026-02-30', 'on', 'not-a-day'],
    ['on=2031-11-25', 'on', 'too-far-ahead'],
    ['needs=SF1500', 'needs', 'unknown-parameter'],
    [Array.from({ length: 81 }, (_, index) => `need=SF1500~ready~must~~${index}`).join('&'), 'need', 'too-many'],
  ])('with %s is refused', (address, parameter, because) => {
    expect(readProfile(new URLSearchParams(address), known)).toMatchObject({
      ok: false,
      problem: { parameter, because },
    });
  });

  it('never asks for an interface twice', () => {
    const profile: Profile = { title: '', requirements: [requirement({ label: 'K1' })], type: [], kle: [], on: '' };
    const changed = withRequirement(profile, requirement({ level: 'in_production' }));
    expect(changed.requirements).toEqual([requirement({ level: 'in_production', label: 'K1' })]);
    expect(withRequirement(changed, requirement({ interfaceId: 'SF1470' })).requirements).toHaveLength(2);
  });
});

describe('a requirement', () => {
  it.each<[Requirement['level'], Record<SupportLevel, Fit>]>([
    [
      'in_production',
      {
        in_production: 'met',
        ready: 'missing',
        in_development: 'later',
        planned: 'later',
        via_other: 'otherwise',
        not_supported: 'missing',
        not_relevant: 'missing',
      },
    ],
    [
      'ready',
      {
        in_production: 'met',
        ready: 'met',
        in_development: 'later',
        planned: 'later',
        via_other: 'otherwise',
        not_supported: 'missing',
        not_relevant: 'missing',
      },
    ],
    [
      'planned',
      {
        in_production: 'met',
        ready: 'met',
        in_development: 'met',
        planned: 'met',
        via_other: 'otherwise',
        not_supported: 'missing',
        not_relevant: 'missing',
      },
    ],
  ])('of %s is met by what is at least that', (level, expected) => {
    const found = Object.fromEntries(
      supportLevels.map((given) => [given, fitOf(requirement({ level }), offered(given))]),
    );
    expect(found).toEqual(expected);
  });

  it('of proof is met by the rung and those above', () => {
    const need = requirement({ rung: 'reviewed' });
    expect(rungs.map((rung) => fitOf(need, offered('ready', rung)))).toEqual([
      'unproven',
      'unproven',
      'met',
      'met',
      'met',
    ]);
    expect(fitOf(need, undefined)).toBe('undeclared');
  });
});

describe('a match', () => {
  const product = (name: string, support: Record<string, SupportLevel>) => ({
    slug: name.toLowerCase(),
    name,
    support: new Map(Object.entries(support).map(([id, level]) => [id, offered(level)])),
  });
  const requirements = [
    requirement(),
    requirement({ interfaceId: 'SF1470', level: 'in_production' }),
    requirement({ interfaceId: 'sts-adgang', importance: 'should' }),
  ];
  const products = [
    product('Åben', { SF1500: 'ready', SF1470: 'in_production' }),
    product('Beta', { SF1500: 'ready', SF1470: 'in_production', 'sts-adgang': 'ready' }),
    product('Delta', { SF1500: 'ready', SF1470: 'ready', 'sts-adgang': 'ready' }),
    product('Epsilon', { SF1500: 'planned', SF1470: 'in_production' }),
    product('Gamma', { SF1500: 'ready', SF1470: 'planned' }),
    product('Zeta', {}),
  ];

  it('puts what fits first, then what meets most, then by name as Danes sort', () => {
    const { matches, fitting, mustCount } = matchProfile(requirements, products);
    expect(matches.map(({ product: { name }, isFit }) => [name, isFit])).toEqual([
      ['Beta', true],
      ['Åben', true],
      ['Delta', false],
      ['Epsilon', false],
      ['Gamma', false],
      ['Zeta', false],
    ]);
    expect([fitting, mustCount]).toEqual([2, 2]);
  });

  it('tells which requirement keeps others out', () => {
    const { relaxations } = matchProfile(requirements, products);
    expect(relaxations.map(({ index, more }) => [index, more.map(({ name }) => name)])).toEqual([
      [1, ['Delta', 'Gamma']],
      [0, ['Epsilon']],
    ]);
    for (const { index, more } of relaxations) {
      const relaxed = requirements.filter((_, at) => at !== index);
      expect(matchProfile(relaxed, products).fitting).toBe(2 + more.length);
    }
  });

  it('tells which smaller concessions let some of them in, and none that gains nothing more', () => {
    const [production, ready] = matchProfile(requirements, products).relaxations;
    const shown = (relaxation: typeof production) =>
      relaxation?.softer.map(({ level, rung, more }) => [level, rung, more.map(({ name }) => name)]);
    expect(shown(production)).toEqual([
      ['ready', '', ['Delta']],
      ['planned', '', ['Delta', 'Gamma']],
    ]);
    expect(shown(ready)).toEqual([['planned', '', ['Epsilon']]]);
    const proven = [requirement({ rung: 'in-use' })];
    expect(shown(matchProfile(proven, [product('Alfa', { SF1500: 'ready' })]).relaxations[0])).toEqual([
      ['ready', '', ['Alfa']],
    ]);
    // Asked for as smaller concessions, they gain what was said.
    for (const { index, softer } of matchProfile(requirements, products).relaxations) {
      for (const { level, rung, more } of softer) {
        const asked = requirements.map((each, at) => (at === index ? { ...each, level, rung } : each));
        expect(matchProfile(asked, products).fitting).toBe(2 + more.length);
      }
    }
  });

  it('of nothing fits everything', () => {
    expect(matchProfile([], products)).toMatchObject({ fitting: 6, mustCount: 0, relaxations: [] });
  });
});
