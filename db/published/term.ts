import { like, or, type SQL, sql } from 'drizzle-orm';
import { publicProducts } from '../schema';

/** Whether a product has a word: as it stands, also within a longer one as Danish joins them, or by its Danish stem. */
export function matchesTerm(term: string): SQL | undefined {
  // Two letters stand within nearly every text: »KL« is in Klassifikation.
  if (term.length <= 2) return sql`${publicProducts.searchText} ~ ${`(^|[^a-z0-9])${escapeRegex(term)}($|[^a-z0-9])`}`;
  return or(
    like(publicProducts.searchText, `%${escapeLike(term)}%`),
    sql`${publicProducts.searchStems} @@ phraseto_tsquery('danish', ${term})`,
  );
}

/** So that a percent sign or underscore that somebody searches for stands for itself. */
function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, (character) => `\\${character}`);
}

function escapeRegex(word: string): string {
  return word.replace(/[^a-z0-9]/g, (character) => `\\${character}`);
}
