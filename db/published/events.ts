import { and, desc, eq, inArray, notInArray, type SQL, sql } from 'drizzle-orm';
import { copenhagenDay } from '~/workflows/day';
import type { LedgerEvent } from '~/workflows/ledger';
import type { ProductFilters } from '~/workflows/product-query';
import type { PublicationDocument } from '~/workflows/publication';
import { meetsFilters } from '~/workflows/publication-filter';
import type { PublishedCatalogue } from '~/workflows/published-rows';
import type { Outcome } from '~/workflows/words';
import type { Db } from '../client';
import { ledgerEntries, publications, publicProducts } from '../schema';
import { productCondition, selectionOf } from './product-filters';

/** Something that happened to a publication: it was made, taken away, or taken up again. */
export interface PublicEvent {
  /** Its place in the ledger, from 0: it never changes. */
  index: number;
  event: Exclude<LedgerEvent, 'superseded'>;
  at: Date;
  slug: string;
  publication: number;
  name: string;
  supplierName: string;
  outcome: Outcome;
  /** The code of the municipality that decided. */
  decidedBy: string;
  isDemo: boolean;
}

const text = <Value extends string>(...path: string[]): SQL<Value> =>
  sql<Value>`${publications.document} #>> ${`{${path.join(',')}}`}::text[]`;

const columns = {
  index: ledgerEntries.index,
  event: sql<PublicEvent['event']>`${ledgerEntries.entry}->>'event'`,
  at: sql<string>`${ledgerEntries.entry}->>'at'`,
  slug: ledgerEntries.productSlug,
  publication: publications.number,
  name: text('product', 'name'),
  supplierName: text('supplier', 'name'),
  outcome: text<Outcome>('decision', 'outcome'),
  decidedBy: text('decision', 'municipalityCode'),
  isDemo: sql<boolean>`(${publications.document} #>> '{product,isDemo}')::boolean`,
};

const ofPublication = and(
  eq(publications.productSlug, ledgerEntries.productSlug),
  eq(publications.number, sql`(${ledgerEntries.entry}->>'publication')::int`),
);
/** That one publication took another's place is told by the new one. */
const isNews = sql`${ledgerEntries.entry}->>'event' <> 'superseded'`;

/** As many products without a publication in force are looked through as have had news last. */
const mostEnded = 200;

interface Asked {
  /** yyyy-mm-dd in Copenhagen, for rungs. */
  today: string;
  catalogue: PublishedCatalogue;
  limit: number;
}

/**
 * What happened to the publications of products that meet the filters: those that are public as they are now, and those
 * that are not any more as they last were.
 * @returns latest first
 */
export async function listEvents(
  db: Db,
  filters: ProductFilters,
  { today, catalogue, limit }: Asked,
): Promise<PublicEvent[]> {
  const present = db
    .select({ slug: publicProducts.slug })
    .from(publicProducts)
    .where(productCondition(db, await selectionOf(db, filters, today)));
  const ended = await listEndedSlugs(db, filters, catalogue);
  const [ofPresent, ofEnded] = await Promise.all([
    listWhere(db, inArray(ledgerEntries.productSlug, present), limit),
    ended.length > 0 ? listWhere(db, inArray(ledgerEntries.productSlug, ended), limit) : [],
  ]);
  return [...ofPresent, ...ofEnded].sort((one, two) => two.index - one.index).slice(0, limit);
}

/** What happened to the publications of one product, latest first; nothing where it was never public. */
export function listEventsOf(db: Db, slug: string, limit: number): Promise<PublicEvent[]> {
  return listWhere(db, eq(ledgerEntries.productSlug, slug), limit);
}

async function listWhere(db: Db, condition: SQL, limit: number): Promise<PublicEvent[]> {
  const rows = await db
    .select(columns)
    .from(ledgerEntries)
    .innerJoin(publications, ofPublication)
    .where(and(condition, isNews))
    .orderBy(desc(ledgerEntries.index))
    .limit(limit);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

async function listEndedSlugs(db: Db, filters: ProductFilters, catalogue: PublishedCatalogue): Promise<string[]> {
  const latest = db
    .selectDistinctOn([publications.productSlug], {
      slug: publications.productSlug,
      document: publications.document,
      publishedAt: publications.publishedAt,
      endedAt: publications.endedAt,
    })
    .from(publications)
    .where(notInArray(publications.productSlug, db.select({ slug: publicProducts.slug }).from(publicProducts)))
    .orderBy(publications.productSlug, desc(publications.number))
    .as('latest');
  const rows: { slug: string; document: PublicationDocument; publishedAt: Date }[] = await db
    .select({ slug: latest.slug, document: latest.document, publishedAt: latest.publishedAt })
    .from(latest)
    .orderBy(desc(latest.endedAt))
    .limit(mostEnded);
  return rows
    .filter(({ document, publishedAt }) =>
      meetsFilters(document, filters, { catalogue, publishedOn: copenhagenDay(publishedAt) }),
    )
    .map(({ slug }) => slug);
}
