import { type Importance, mostRequirements, type RequiredLevel, type Requirement } from './profile';
import { foldForSearch } from './search-words';
import type { Text } from './words';

/** A requirement as a buyer's own list has it, such as the one that OS2kravmotor exports. */
export interface ListedRequirement {
  /** From 1, as the file or the pasted text counts. */
  row: number;
  /** The list's own number; may be empty. */
  number: string;
  name: string;
  /** Everything else that is written about it. */
  description: string;
  /** As it is written; may be empty. */
  importance: string;
  level: string;
}

export interface NamedInterface {
  id: string;
  name: Text;
  alsoCalled: readonly string[];
}

/** Why a requirement of the list is not in the profile. */
export type Unmatched = Pick<ListedRequirement, 'row' | 'number' | 'name'> &
  (
    | { because: 'no-interface' }
    /** Several interfaces could be meant by the word. */
    | { because: 'ambiguous'; candidates: readonly string[] }
    /** An SF number that the catalogue does not have. */
    | { because: 'unknown-number'; found: string }
    | { because: 'too-many' }
  );

export interface MatchedRequirement {
  requirement: Requirement;
  /** The rows of the list that ask for it, in its order. */
  rows: readonly number[];
  /** How the interface was found in the first of them. */
  by: 'number' | 'name';
}

export interface MatchedList {
  matched: MatchedRequirement[];
  unmatched: Unmatched[];
}

const sfNumber = /\bSF[ -]?(\d{4}(?:_[A-Z](?:_\d\d)?)?)(?![A-Z\d])/giu;
/** Shorter names and synonyms stand in too many texts that mean something else. */
const shortestName = 3;

/**
 * Finds which interface each requirement is about: by the SF numbers in it; else by a name or synonym in its name; else by
 * an interface's whole name in its description. What cannot be told for certain is listed, never guessed. Requirements of the
 * same interface become one, as strict as the strictest.
 */
export function matchRequirements(
  listed: readonly ListedRequirement[],
  interfaces: readonly NamedInterface[],
): MatchedList {
  const byId = new Map(interfaces.map(({ id }) => [id.toUpperCase(), id]));
  const names = namesOf(interfaces);
  const matched = new Map<string, MatchedRequirement & { rows: number[] }>();
  const unmatched: Unmatched[] = [];
  for (const item of listed) {
    const { row, number, name } = item;
    const found = findInterfaces(item, byId, names);
    for (const strange of found.unknown) {
      unmatched.push({ row, number, name, because: 'unknown-number', found: strange });
    }
    if (found.candidates.length > 0) {
      unmatched.push({ row, number, name, because: 'ambiguous', candidates: found.candidates });
    } else if (found.ids.length === 0 && found.unknown.length === 0) {
      unmatched.push({ row, number, name, because: 'no-interface' });
    }
    for (const interfaceId of found.ids) {
      const present = matched.get(interfaceId);
      if (!present && matched.size >= mostRequirements) {
        unmatched.push({ row, number, name, because: 'too-many' });
        continue;
      }
      const requirement = join(present?.requirement, requirementOf(item, interfaceId));
      matched.set(interfaceId, {
        requirement,
        rows: [...(present?.rows ?? []), row],
        by: present?.by ?? found.by,
      });
    }
  }
  return { matched: [...matched.values()], unmatched };
}

interface Found {
  ids: string[];
  unknown: string[];
  candidates: readonly string[];
  by: 'number' | 'name';
}

function findInterfaces(
  { name, description }: ListedRequirement,
  byId: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, ReadonlySet<string>>,
): Found {
  const numbers = [...`${name}\n${description}`.matchAll(sfNumber)].map(([, rest = '']) => `SF${rest.toUpperCase()}`);
  const known = numbers.map((number) => byId.get(number) ?? byId.get(number.split('_', 1)[0] ?? ''));
  const ids = [...new Set(known.filter((id) => id !== undefined))];
  const unknown = [...new Set(numbers.filter((_, index) => known[index] === undefined))];
  if (numbers.length > 0) return { ids, unknown, candidates: [], by: 'number' };
  const told = findByName(name, names);
  const hits = told.length > 0 ? told : findByName(description, wholeNames(names));
  const [only] = hits;
  if (!only) return { ids: [], unknown: [], candidates: [], by: 'name' };
  return only.size === 1
    ? { ids: [...only], unknown: [], candidates: [], by: 'name' }
    : { ids: [], unknown: [], candidates: [...only], by: 'name' };
}

/** What stands in a text, the longest first: »STS Organisation« says more than »Organisation«. */
function findByName(text: string, names: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string>[] {
  const folded = ` ${foldForSearch(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return [...names]
    .filter(([name]) => folded.includes(` ${name} `))
    .sort(([a], [b]) => b.length - a.length)
    .map(([, ids]) => ids);
}

/** In running text only a name of several words is a name. */
function wholeNames(names: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map([...names].filter(([name]) => name.includes(' ')));
}

/** Interfaces by folded name, id and synonym; one word may stand for several. */
function namesOf(interfaces: readonly NamedInterface[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const { id, name, alsoCalled } of interfaces) {
    const withoutBrackets = [name.da, name.en].map((each) => each.replace(/\([^)]*\)/g, ''));
    for (const called of [id, name.da, name.en, ...withoutBrackets, ...alsoCalled]) {
      const folded = foldForSearch(called)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      if (folded.length < shortestName) continue;
      names.set(folded, (names.get(folded) ?? new Set()).add(id));
    }
  }
  return names;
}

/** At most as long as a profile's address takes it, and without what would end it there. */
const longestLabel = 40;

function requirementOf({ number, importance, level }: ListedRequirement, interfaceId: string): Requirement {
  return {
    interfaceId,
    level: readLevel(level),
    importance: readImportance(importance),
    rung: '',
    label: labelOf(number),
  };
}

function labelOf(text: string): string {
  return text
    .replaceAll(/[\p{C}~]/gu, ' ')
    .trim()
    .slice(0, longestLabel)
    .trim();
}

function join(present: Requirement | undefined, added: Requirement): Requirement {
  if (!present) return added;
  const levels: readonly RequiredLevel[] = ['in_production', 'ready', 'planned'];
  const strictest = Math.min(levels.indexOf(present.level), levels.indexOf(added.level));
  const labels = [...new Set([present.label, added.label])].filter(Boolean).join(', ');
  return {
    ...present,
    level: levels[strictest] ?? present.level,
    importance: present.importance === 'must' ? 'must' : added.importance,
    label: labels.length > longestLabel ? present.label : labels,
  };
}

/**
 * OS2kravmotor's OPTIONAL, NORMAL, HIGH and ABSOLUTE, or its words for them (Option, Krav, Vigtigt krav, Mindstekrav): of these only
 * the last may never be left unmet. Where a list has no weights every requirement is one that must be met.
 */
export function readImportance(written: string): Importance {
  const word = foldForSearch(written)
    .replace(/[^a-z]+/g, ' ')
    .trim();
  if (word === '') return 'must';
  return /^(?:absolut|ufravigelig|mindste|minimum|must|skal)/.test(word) ? 'must' : 'should';
}

function readLevel(written: string): RequiredLevel {
  const word = foldForSearch(written).replaceAll('_', ' ').trim();
  if (/^i(?:n production| drift)/.test(word)) return 'in_production';
  return /planlagt|planned/.test(word) ? 'planned' : 'ready';
}
