import type { AttestedInterface } from '~/app/components/public/attestations';
import type { ShownDispute } from '~/app/components/public/disputes';
import type { PortalContext } from '~/app/context.server';
import { openCatalogue, type PublicCatalogue } from '~/app/published/filters.server';
import { interfaceLabel, questionAbout } from '~/app/published/interface-label';
import { countedLevels } from '~/app/published/product-item';
import { codesIn } from '~/db/answer-names';
import { findInterface } from '~/db/catalogue';
import type { Db } from '~/db/client';
import {
  findEndedProduct,
  findPublishedProduct,
  type ProductDetail,
  type PublicationView,
} from '~/db/published/products';
import { copenhagenDay } from '~/workflows/day';
import { groupBy } from '~/workflows/group-by';
import type { Text } from '~/workflows/words';

/**
 * Everything that a product's page shows, named and grouped.
 * @param slug the product's slug or KITOS uuid
 */
export async function loadProductPage(context: PortalContext, slug: string) {
  const { publicDb: db } = context;
  const today = copenhagenDay(context.now());
  const [product, catalogue] = await Promise.all([findPublishedProduct(db, slug, today), openCatalogue(context)]);
  if (!product) return undefined;
  const { groups, interfaces: listed, municipalities } = catalogue;
  const names = { municipalities, kle: kleIn(product, catalogue) };
  const declared = new Set(product.support.map(({ interfaceId }) => interfaceId));
  const labels = new Map(listed.map((entry) => [entry.id, interfaceLabel(entry)]));
  // An interface that the catalogue no longer lists is still called by its name.
  for (const id of declared) {
    const removed = labels.has(id) ? undefined : await findInterface(db, id);
    if (removed) labels.set(id, interfaceLabel(removed));
  }
  const byGroup = groupBy(product.support, ({ groupId }) => groupId);
  return {
    today,
    names,
    product: productFacts(product, names.municipalities),
    supportGroups: groups.flatMap(({ id, name }) => {
      const rows = byGroup.get(id) ?? [];
      const named = rows.map((row) => ({ ...row, name: labels.get(row.interfaceId) ?? same(row.interfaceId) }));
      return rows.length > 0 ? [{ id, name, rows: named }] : [];
    }),
    notDeclared: groups.flatMap(({ id, name }) => {
      const missing = listed.filter((entry) => entry.groupId === id && !declared.has(entry.id));
      const interfaces = missing.map((entry) => ({ id: entry.id, name: interfaceLabel(entry) }));
      return interfaces.length > 0 ? [{ id, name, interfaces }] : [];
    }),
    sections: product.sections.flatMap(({ id, title }) => {
      const answers = product.answers.filter(({ sectionId }) => sectionId === id);
      return answers.length > 0 ? [{ id, title, answers }] : [];
    }),
    history: historyOf(product.history),
    hasMerged: product.hasMerged,
    hasSplits: product.hasSplits,
    isSigned: product.isSigned,
    disputes: disputesOf(product, labels),
    supplierChanges: product.supplierChanges,
    attested: attestedOf(product, labels, names.municipalities),
  };
}

/** What no municipality attests is left out. */
function attestedOf(
  { support, attestations }: ProductDetail,
  labels: ReadonlyMap<string, Text>,
  municipalities: Readonly<Record<string, string>>,
): AttestedInterface[] {
  return support.flatMap(({ interfaceId, attestedBy }) => {
    const named = attestations
      .filter((each) => each.interfaceId === interfaceId)
      .map(({ municipalityCode, sinceOn }) => ({
        municipalityCode,
        sinceOn,
        municipality: municipalities[municipalityCode] ?? municipalityCode,
      }));
    const name = labels.get(interfaceId) ?? same(interfaceId);
    return attestedBy > 0 ? [{ interfaceId, name, attestedBy, named }] : [];
  });
}

function disputesOf({ disputes, answers, support }: ProductDetail, labels: ReadonlyMap<string, Text>): ShownDispute[] {
  const all = [...answers, ...support.flatMap((each) => each.answers)];
  return disputes.flatMap((dispute) => {
    const about = all.find(({ key }) => key === dispute.questionKey);
    const label = labels.get(about?.interfaceId ?? '');
    return about ? [{ ...dispute, question: label ? questionAbout(label, about.text) : about.text }] : [];
  });
}

/** What is left to show of a product that is not public any more. */
export async function loadTombstone(db: Db, slug: string) {
  const ended = await findEndedProduct(db, slug);
  return ended && { ...ended, history: historyOf(ended.history) };
}

/** The last publication of a product that has expired, while it can be read. @param today yyyy-mm-dd in Copenhagen */
export function readableNumber({ history: [latest] }: Tombstone, today: string): number | undefined {
  const isReadable =
    latest?.endedBecause === 'expired' && latest.readableUntil !== null && latest.readableUntil >= today;
  return isReadable ? latest.number : undefined;
}

export type Tombstone = NonNullable<Awaited<ReturnType<typeof loadTombstone>>>;

function historyOf(history: readonly PublicationView[]) {
  return history.map(({ number, publishedAt, endedAt, endedBecause, readableUntil }) => ({
    number,
    publishedOn: copenhagenDay(publishedAt),
    endedOn: endedAt && copenhagenDay(endedAt),
    endedBecause,
    readableUntil,
  }));
}

function productFacts(product: ProductDetail, municipalities: Readonly<Record<string, string>>) {
  const { slug, name, description, type, kle, kitosUuid, isDemo, outcome, decidedBy, questionnaire } = product;
  return {
    slug,
    name,
    description,
    type,
    kle,
    kitosUuid,
    isDemo,
    outcome,
    questionnaire,
    supplier: { slug: product.supplierSlug, name: product.supplierName, cvr: product.supplierCvr },
    decidedBy: { code: decidedBy, name: municipalities[decidedBy] ?? decidedBy },
    publishedOn: copenhagenDay(product.publishedAt),
    publicationNumber: product.publicationNumber,
    levels: countedLevels(product.support),
  };
}

/** The titles of the main groups that a product and its answers name. */
function kleIn(product: ProductDetail, { kle }: PublicCatalogue): Record<string, string> {
  const answers = [...product.answers, ...product.support.flatMap((support) => support.answers)];
  const named = codesIn([...answers.map(({ value }) => value), product.kle]);
  const mainGroups = new Set([...named].map((code) => code.slice(0, 2)));
  return Object.fromEntries(kle.flatMap(({ number, title }) => (mainGroups.has(number) ? [[number, title]] : [])));
}

function same(text: string) {
  return { da: text, en: text };
}
