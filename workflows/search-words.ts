import { editDistance } from './edit-distance';
import { groupBy } from './group-by';

/**
 * Text as search compares it: lower case, accents taken off, and the Danish letters written out, so that »Ålborg«,
 * »aalborg« and »AALBORG« are the same to it.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('å', 'aa')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** More than this is refused: nobody types it, and each term costs the database a look. */
export const mostSearchTerms = 20;

/** Terms of which a product has to have one; or, negated, must have none. */
export interface SearchClause {
  /** Folded words and »phrases in quotes«. */
  terms: readonly string[];
  negated: boolean;
}

const or: ReadonlySet<string> = new Set(['ELLER', 'OR', '|']);
const not: ReadonlySet<string> = new Set(['IKKE', 'NOT']);
const and: ReadonlySet<string> = new Set(['OG', 'AND', '+', '&']);
const token = /(-?)(?:["»“”]([^"»«“”]*)["«“”]?|([^\s,;"»«“”]+))/gu;

/**
 * A search as a visitor writes it: every word has to be found; »a ELLER b« is satisfied by one of the two, »-a« or
 * »IKKE a« leaves out what has a, quotes hold words together. The operators, also in English, are capitals alone, so that
 * an ordinary word is never one.
 */
export function readSearch(query: string): SearchClause[] {
  const clauses: { terms: string[]; negated: boolean }[] = [];
  let joins = false;
  let negates = false;
  for (const [, minus = '', phrase, word = ''] of query.normalize('NFC').matchAll(token)) {
    if (phrase === undefined && minus === '' && (or.has(word) || not.has(word) || and.has(word))) {
      joins = or.has(word) && clauses.length > 0;
      negates = not.has(word);
      continue;
    }
    const term = foldForSearch(phrase ?? word);
    if (term === '') continue;
    const negated = negates || minus === '-';
    const last = clauses.at(-1);
    if (joins && last && !last.negated && !negated) last.terms.push(term);
    else clauses.push({ terms: [term], negated });
    joins = false;
    negates = false;
  }
  return clauses;
}

/** The terms of a search, each once. */
export function termsOf(clauses: readonly SearchClause[]): string[] {
  return [...new Set(clauses.flatMap(({ terms }) => terms))];
}

interface Named {
  name: string;
  supplierName: string;
}

/** Of what a search finds first what is called so, then what comes from somebody called so; else in the order given. */
export function namedFirst<Item extends Named>(items: Item[], terms: readonly string[]): Item[] {
  if (terms.length === 0) return items;
  const has = (name: string): boolean => {
    const folded = foldForSearch(name);
    return terms.some((term) => folded.includes(term));
  };
  const ranks = items.map(({ name, supplierName }) => (has(name) ? 0 : has(supplierName) ? 1 : 2));
  return [0, 1, 2].flatMap((rank) => items.filter((_, place) => ranks[place] === rank));
}

/** As similar as two words have to be, from 0 to 1, by the three-letter sequences that they share. */
const similarEnough = 0.4;
/** So much of a word must be in a longer one that begins like it: Danish joins words (»bygesag«, »byggesagsbehandler«). */
const containedEnough = 0.7;
const mostSimilar = 3;
/** Shorter words are similar to too much. */
const shortestSimilar = 3;

/** Finds words that are spelt like another one: the most similar ones first, none where it is too short to tell. */
export type SimilarWords = (word: string) => string[];

/**
 * First those that one or two wrong letters lead to, and only the nearest of them; where there are none, those that
 * share most of their sequences.
 * @param words folded, each once
 */
export function similarWordsAmong(words: readonly string[]): SimilarWords {
  const sequences = words.map(sequencesOf);
  const having = new Map<string, number[]>();
  for (const [index, own] of sequences.entries()) {
    for (const sequence of own) {
      const known = having.get(sequence);
      if (known) known.push(index);
      else having.set(sequence, [index]);
    }
  }
  const byLength = groupBy(words, ({ length }) => length);
  return (word) => {
    if (word.length < shortestSimilar || !/^[a-z0-9]+$/.test(word)) return [];
    const mistyped = nearestOf(word, byLength);
    return mistyped.length > 0 || word.length === shortestSimilar
      ? mistyped
      : sharing(word, { words, sequences, having });
  };
}

interface Sequenced {
  words: readonly string[];
  sequences: readonly ReadonlySet<string>[];
  /** Places of the words that have a sequence. */
  having: ReadonlyMap<string, readonly number[]>;
}

function sharing(word: string, { words, sequences, having }: Sequenced): string[] {
  const wanted = sequencesOf(word);
  const shared = new Map<number, number>();
  for (const sequence of wanted) {
    for (const index of having.get(sequence) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
  }
  return [...shared]
    .map(([index, count]) => {
      const all = wanted.size + (sequences[index]?.size ?? 0) - count;
      return { word: words[index] ?? '', likeness: count / all, contained: count / wanted.size };
    })
    .filter(({ likeness, contained }) => likeness >= similarEnough || contained >= containedEnough)
    .sort((one, other) => other.likeness - one.likeness || (one.word < other.word ? -1 : 1))
    .slice(0, mostSimilar)
    .map((found) => found.word);
}

/** Two letters of five could be anything. */
function mostWrong({ length }: string): number {
  return length < 6 ? 1 : 2;
}

function nearestOf(word: string, byLength: ReadonlyMap<number, readonly string[]>): string[] {
  const most = mostWrong(word);
  const found: { other: string; distance: number }[] = [];
  for (let length = word.length - most; length <= word.length + most; length += 1) {
    // Of three letters one can be missing; one that is wrong leads to every other word of three.
    if (length < shortestSimilar + 1) continue;
    for (const other of byLength.get(length) ?? []) {
      const distance = editDistance(word, other, most);
      // The first letter is rarely the wrong one.
      if (distance <= most) found.push({ other, distance: distance + (word[0] === other[0] ? 0 : 0.5) });
    }
  }
  const least = Math.min(...found.map(({ distance }) => distance));
  return found
    .filter(({ distance }) => distance === least)
    .map(({ other }) => other)
    .sort()
    .slice(0, mostSimilar);
}

/** Every three letters in a row, with where the word begins and ends; as PostgreSQL's pg_trgm has them. */
function sequencesOf(word: string): ReadonlySet<string> {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}
