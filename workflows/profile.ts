import { type QueryProblem, tracking } from './product-query';
import { isIsoDate } from './questionnaire/answer';
import { type ProductType, productTypes, type Rung, rungs, type SupportLevel, supportLevels } from './words';

/**
 * A requirement profile (kravprofil): which interfaces a buyer requires and how, and how published products meet it. The
 * whole profile is in its address, so that a link is the profile; nothing is stored.
 */
export interface Profile {
  title: string;
  requirements: readonly Requirement[];
  /** Product types and KLE main groups to look at; empty: all. */
  type: readonly ProductType[];
  kle: readonly string[];
  /**
   * yyyy-mm-dd in Copenhagen: the products as they were published on that day, or with what is expected of a coming one.
   * Empty: today.
   */
  on: string;
}

export interface Requirement {
  interfaceId: string;
  level: RequiredLevel;
  importance: Importance;
  /** How far it has to be proven; empty: no matter. */
  rung: Rung | '';
  /** The requirement's number or short name in the buyer's own list; may be empty. */
  label: string;
}

/** Levels that can be required, most demanding first; a better one meets them too. */
export const requiredLevels = ['in_production', 'ready', 'planned'] as const satisfies readonly SupportLevel[];
export type RequiredLevel = (typeof requiredLevels)[number];

export const importances = ['must', 'should'] as const;
export type Importance = (typeof importances)[number];

/** What a profile may hold: enough for any tender, and short enough for an address. */
export const mostRequirements = 80;
const longestTitle = 100;
const longestLabel = 40;

/** How a product meets one requirement. */
export const fits = ['met', 'unproven', 'later', 'otherwise', 'missing', 'undeclared'] as const;
export type Fit = (typeof fits)[number];

export interface KnownToProfiles {
  interfaces: ReadonlySet<string>;
  kle: ReadonlySet<string>;
  /** yyyy-mm-dd: the last day that can be asked for. */
  furthest: string;
}

export type ReadProfile = { ok: true; profile: Profile } | { ok: false; problem: QueryProblem };

/** Parameters of a profile's address. */
export const profileParameters = ['title', 'need', 'type', 'kle', 'on'] as const;

/** Neither control characters nor the mark between the parts of a requirement. */
const plain = /^[^\p{C}~]*$/u;

/** Reads a profile from its address; what cannot be meant is refused, never passed over. */
export function readProfile(search: URLSearchParams, known: KnownToProfiles): ReadProfile {
  const problems: QueryProblem[] = [];
  const blame = (parameter: string, value: string, because: QueryProblem['because'] = 'unknown-value') => {
    problems.push({ parameter, value: value.slice(0, 100), because });
  };
  for (const name of search.keys()) {
    const isKnown = profileParameters.some((each) => each === name) || tracking.test(name);
    if (!isKnown) blame(name.slice(0, 100), '', 'unknown-parameter');
  }
  const given = (name: string): string[] => [...new Set(search.getAll(name).filter((value) => value !== ''))];
  const needs = given('need');
  if (needs.length > mostRequirements) blame('need', needs[mostRequirements] ?? '', 'too-many');
  const requirements = needs.slice(0, mostRequirements).flatMap((text) => {
    const requirement = readRequirement(text, known.interfaces);
    if (!requirement) blame('need', text);
    return requirement ?? [];
  });
  const title = (search.get('title') ?? '').trim();
  if (title.length > longestTitle) blame('title', title, 'too-long');
  else if (!plain.test(title)) blame('title', '');
  const type = given('type');
  for (const value of type) if (!isProductType(value)) blame('type', value);
  const kle = given('kle');
  for (const value of kle) if (!known.kle.has(value)) blame('kle', value);
  const on = search.get('on') ?? '';
  if (on !== '' && !isIsoDate(on)) blame('on', on, 'not-a-day');
  else if (on > known.furthest) blame('on', on, 'too-far-ahead');
  const [problem] = problems;
  if (problem) return { ok: false, problem };
  return { ok: true, profile: { title, requirements, type: type.filter(isProductType), kle, on } };
}

/** `SF1500~ready~must~reviewed~K7`; what is left out at the end is its default. */
function readRequirement(text: string, interfaces: ReadonlySet<string>): Requirement | undefined {
  const [interfaceId = '', level = 'ready', importance = 'must', rung = '', label = '', ...rest] = text.split('~');
  const required = requiredLevels.find((each) => each === level);
  const weight = importances.find((each) => each === importance);
  const proof = rung === '' ? '' : rungs.find((each) => each === rung);
  const isWrong = rest.length > 0 || !interfaces.has(interfaceId) || label.length > longestLabel || !plain.test(label);
  if (isWrong || !required || !weight || proof === undefined) return undefined;
  return { interfaceId, level: required, importance: weight, rung: proof, label: label.trim() };
}

export function writeRequirement({ interfaceId, level, importance, rung, label }: Requirement): string {
  const parts = [interfaceId, level, importance, rung, label];
  while (parts.at(-1) === '') parts.pop();
  return parts.join('~');
}

/** The profile as its address holds it. */
export function writeProfile({
  title,
  requirements,
  type,
  kle,
  on,
}: Profile): Record<string, string | readonly string[]> {
  return { title, need: requirements.map(writeRequirement), type, kle, on };
}

/** A requirement of the same interface takes the earlier one's place; a profile never asks twice. */
export function withRequirement(profile: Profile, added: Requirement): Profile {
  const at = profile.requirements.findIndex(({ interfaceId }) => interfaceId === added.interfaceId);
  const requirements =
    at < 0
      ? [...profile.requirements, added]
      : profile.requirements.map((each, index) =>
          index === at ? { ...added, label: added.label || each.label } : each,
        );
  return { ...profile, requirements };
}

/** What is published about a product and an interface. */
export interface OfferedSupport {
  level: SupportLevel;
  rung: Rung;
  /** yyyy-mm-dd, where it is planned or in development. */
  plannedOn: string | null;
  version: string | null;
}

export interface OfferedProduct {
  slug: string;
  name: string;
  support: ReadonlyMap<string, OfferedSupport>;
}

const rankOf = (level: SupportLevel): number => supportLevels.indexOf(level);

/** How what is published meets a requirement. */
export function fitOf({ level, rung }: Requirement, offered: OfferedSupport | undefined): Fit {
  if (!offered) return 'undeclared';
  if (offered.level === 'via_other') return 'otherwise';
  if (offered.level === 'not_supported' || offered.level === 'not_relevant') return 'missing';
  if (rankOf(offered.level) > rankOf(level)) return isToCome(offered.level) ? 'later' : 'missing';
  const isProven = rung === '' || rungs.indexOf(offered.rung) >= rungs.indexOf(rung);
  return isProven ? 'met' : 'unproven';
}

/** Not there yet, but announced. */
function isToCome(level: SupportLevel): boolean {
  return level === 'in_development' || level === 'planned';
}

export interface ProductMatch<Product extends OfferedProduct> {
  product: Product;
  /** In the order of the requirements. */
  fits: Fit[];
  met: number;
  mustMet: number;
  /** Whether every requirement that must be met is. */
  isFit: boolean;
}

export interface ProfileMatch<Product extends OfferedProduct> {
  /** Those that fit first, then by how much is met, then by name. */
  matches: ProductMatch<Product>[];
  fitting: number;
  mustCount: number;
  /** Requirements without which more products would fit, best first. */
  relaxations: Relaxation<Product>[];
}

export interface Relaxation<Product extends OfferedProduct> {
  /** Of the requirement, from 0. */
  index: number;
  /** Products that fit but for this one. */
  more: Product[];
  /** Of these, what asking for less instead of nothing gains: the smallest concession first, none that gains no more than one before. */
  softer: { level: RequiredLevel; rung: Rung | ''; more: Product[] }[];
}

const byName = new Intl.Collator('da');

/** Matches products with a profile's requirements. */
export function matchProfile<Product extends OfferedProduct>(
  requirements: readonly Requirement[],
  products: readonly Product[],
): ProfileMatch<Product> {
  const isMust = requirements.map(({ importance }) => importance === 'must');
  const mustCount = isMust.filter(Boolean).length;
  const matches = products.map((product) => {
    const found = requirements.map((requirement) => fitOf(requirement, product.support.get(requirement.interfaceId)));
    const met = found.filter((fit) => fit === 'met').length;
    const mustMet = found.filter((fit, index) => fit === 'met' && isMust[index]).length;
    return { product, fits: found, met, mustMet, isFit: mustMet === mustCount };
  });
  matches.sort(
    (a, b) =>
      b.mustMet - a.mustMet ||
      b.met - a.met ||
      byName.compare(a.product.name, b.product.name) ||
      (a.product.slug < b.product.slug ? -1 : 1),
  );
  const nearly = matches.filter(({ mustMet }) => mustMet === mustCount - 1);
  const relaxations = requirements
    .map((requirement, index) => {
      const barred = nearly.filter(({ fits: found }) => isMust[index] && found[index] !== 'met');
      const more = barred.map(({ product }) => product);
      return { index, more, softer: softerOf(requirement, more) };
    })
    .filter(({ more }) => more.length > 0)
    .sort((a, b) => b.more.length - a.more.length || a.index - b.index);
  return { matches, fitting: matches.filter(({ isFit }) => isFit).length, mustCount, relaxations };
}

function softerOf<Product extends OfferedProduct>(
  requirement: Requirement,
  barred: readonly Product[],
): Relaxation<Product>['softer'] {
  const lower = requiredLevels.slice(requiredLevels.indexOf(requirement.level) + 1);
  const concessions = [
    ...(requirement.rung === '' ? [] : [{ level: requirement.level, rung: '' as const }]),
    ...lower.map((level) => ({ level, rung: requirement.rung })),
  ];
  const softer: Relaxation<Product>['softer'] = [];
  for (const { level, rung } of concessions) {
    const isMet = ({ support }: Product) =>
      fitOf({ ...requirement, level, rung }, support.get(requirement.interfaceId)) === 'met';
    const more = barred.filter(isMet);
    const gained = Math.max(0, ...softer.filter((each) => each.rung === rung).map((each) => each.more.length));
    if (more.length > gained) softer.push({ level, rung, more });
  }
  return softer;
}

function isProductType(value: string): value is ProductType {
  return productTypes.some((type) => type === value);
}
