import { sql } from 'drizzle-orm';
import { readSearch, type SearchClause, termsOf } from '~/workflows/search-words';
import type { Db } from '../client';
import { publicProducts } from '../schema';
import { matchesTerm } from './term';

/** A search with the words in it that were found only after forgiving typing errors. */
export interface ResolvedSearch {
  clauses: readonly SearchClause[];
  /** What was written, and what was looked for in its place. */
  corrections: readonly { from: string; to: readonly string[] }[];
}

/** As similar as two words have to be, from 0 to 1, by the three-letter sequences that they share. */
const similarEnough = 0.4;
const mostCorrections = 3;
/** Shorter words are similar to too much. */
const shortestCorrected = 4;

/**
 * Reads a search. A word that no published product has is replaced by published words that are spelt like it, where the
 * database has pg_trgm; only what is public is looked at, so a correction tells nothing else.
 */
export async function resolveSearch(db: Db, query: string): Promise<ResolvedSearch> {
  const clauses = readSearch(query);
  const wanted = termsOf(clauses.filter(({ negated }) => !negated));
  if (wanted.length === 0) return { clauses, corrections: [] };
  const unknown = (await listUnknownTerms(db, wanted)).filter(
    (term) => term.length >= shortestCorrected && /^[a-z0-9]+$/.test(term),
  );
  if (unknown.length === 0 || !(await hasTrigrams(db))) return { clauses, corrections: [] };
  const found = await Promise.all(unknown.map(async (from) => ({ from, to: await listSimilarWords(db, from) })));
  const corrections = found.filter(({ to }) => to.length > 0);
  const better = new Map(corrections.map(({ from, to }) => [from, to]));
  return {
    corrections,
    clauses: clauses.map((clause) => ({
      ...clause,
      terms: clause.terms.flatMap((term) => better.get(term) ?? [term]),
    })),
  };
}

async function listUnknownTerms(db: Db, terms: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    terms.map((term) => db.select({ one: sql`1` }).from(publicProducts).where(matchesTerm(term)).limit(1)),
  );
  return terms.filter((_, index) => found[index]?.length === 0);
}

/** Whether typing errors can be forgiven: the extension pg_trgm is in this database. */
export async function hasTrigrams(db: Db): Promise<boolean> {
  const rows = await db.execute(sql`select 1 from pg_extension where extname = 'pg_trgm'`);
  return rows.length > 0;
}

async function listSimilarWords(db: Db, word: string): Promise<string[]> {
  const rows = await db.execute<{ word: string }>(sql`
    select word from (
      select distinct regexp_split_to_table(${publicProducts.searchText}, '[^a-z0-9]+') as word
      from ${publicProducts} where ${word} <% ${publicProducts.searchText}
    ) as words
    where similarity(word, ${word}) >= ${similarEnough}
    order by similarity(word, ${word}) desc, word
    limit ${mostCorrections}`);
  return rows.map((row) => row.word);
}
