import { sql } from 'drizzle-orm';
import {
  foldForSearch,
  readSearch,
  type SearchClause,
  type SimilarWords,
  similarWordsAmong,
  termsOf,
} from '~/workflows/search-words';
import type { Db } from '../client';
import { interfaceGroups, interfaces, kleGroups, publicProducts } from '../schema';
import { matchesTerm } from './term';

/** A search with the words in it that were found only after forgiving typing errors. */
export interface ResolvedSearch {
  clauses: readonly SearchClause[];
  /** What was written, and what was looked for in its place. */
  corrections: readonly { from: string; to: readonly string[] }[];
}

/** Where the words come from that a misspelt one is compared with; asked only when there is one. */
type OpenVocabulary = () => Promise<Vocabulary>;

export interface Vocabulary {
  similarTo: SimilarWords;
  /** Whether the catalogue calls something so: what is not misspelt is not replaced where no product has it. */
  isNamed(term: string): boolean;
}

/**
 * Reads a search. A word that no published product has is replaced by published words that are spelt like it; only what is
 * public is looked at, so a correction tells nothing else. Hyphens are read in the other ways that people write them first.
 * @param open a vocabulary that is kept between publications; without, it is read anew
 */
export async function resolveSearch(
  db: Db,
  query: string,
  open: OpenVocabulary = () => openVocabulary(db),
): Promise<ResolvedSearch> {
  const clauses = readSearch(query);
  const wanted = termsOf(clauses.filter(({ negated }) => !negated));
  const unknown = await listUnknownTerms(db, wanted);
  if (unknown.length === 0) return { clauses, corrections: [] };
  const readings = unknown.map(otherReadings);
  const unread = new Set(readings.some((each) => each.length > 0) ? await listUnknownTerms(db, readings.flat()) : []);
  const { similarTo, isNamed } = await open();
  const corrections = unknown
    .map((from, index) => {
      const reading = readings[index]?.find((each) => !unread.has(each));
      if (reading !== undefined) return { from, to: [reading] };
      return { from, to: [from, ...(readings[index] ?? [])].some(isNamed) ? [] : similarTo(from) };
    })
    .filter(({ to }) => to.length > 0);
  const better = new Map(corrections.map(({ from, to }) => [from, to]));
  return {
    corrections,
    clauses: clauses.map((clause) => ({
      ...clause,
      terms: clause.terms.flatMap((term) => better.get(term) ?? [term]),
    })),
  };
}

/** »sf-1500« is sf1500, and »cpr-nummer« above all CPR: what stands before a hyphen is the thing. Best first. */
function otherReadings(term: string): string[] {
  const [first = '', ...rest] = term.split('-').filter((part) => part !== '');
  return rest.length === 0 ? [] : [[first, ...rest].join(''), ...(first.length < shortestReading ? [] : [first])];
}

/** Shorter beginnings are in every text. */
const shortestReading = 3;

async function listUnknownTerms(db: Db, terms: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    terms.map((term) => db.select({ one: sql`1` }).from(publicProducts).where(matchesTerm(term)).limit(1)),
  );
  return terms.filter((_, index) => found[index]?.length === 0);
}

/** Every word that a published product can be found by, and every word of the catalogue. */
export async function openVocabulary(db: Db): Promise<Vocabulary> {
  const rows = await db.execute<{ word: string }>(sql`
    select distinct regexp_split_to_table(${publicProducts.searchText}, '[^a-z0-9]+') as word from ${publicProducts}`);
  const named = await listCatalogueWords(db);
  return {
    similarTo: similarWordsAmong(rows.map(({ word }) => word).filter((word) => word !== '')),
    isNamed: (term) => named.has(term),
  };
}

async function listCatalogueWords(db: Db): Promise<ReadonlySet<string>> {
  const [listed, groups, kle] = await Promise.all([
    db.select({ id: interfaces.id, name: interfaces.name, details: interfaces.details }).from(interfaces),
    db.select({ name: interfaceGroups.name }).from(interfaceGroups),
    db.select({ title: kleGroups.title }).from(kleGroups),
  ]);
  const texts = [
    ...listed.flatMap(({ id, name, details }) => [id, name.da, name.en, ...(details.alsoCalled ?? [])]),
    ...groups.flatMap(({ name }) => [name.da, name.en]),
    ...kle.map(({ title }) => title),
  ].map(foldForSearch);
  return new Set([...texts, ...texts.flatMap((text) => text.split(/[^a-z0-9]+/))]);
}

/** Whether searches have their index: the extension pg_trgm is in this database. */
export async function hasTrigrams(db: Db): Promise<boolean> {
  const rows = await db.execute(sql`select 1 from pg_extension where extname = 'pg_trgm'`);
  return rows.length > 0;
}
