import { interfaceLabel } from '~/app/published/interface-label';
import { listNamesIn } from '~/db/answer-names';
import { listMunicipalities } from '~/db/catalogue';
import type { Db } from '~/db/client';
import { loadAttestedPeriods, provenOn } from '~/db/published/attestations';
import { type CitedPublication, listInterfacesEver, listPublicationsInFull } from '~/db/published/publications';
import { copenhagenDay } from '~/workflows/day';
import { groupBy } from '~/workflows/group-by';
import type { PublicAnswer } from '~/workflows/publication';
import { agesOfAnswers, changesBetween } from '~/workflows/publication-changes';
import { publishedRowsOf } from '~/workflows/published-rows';
import type { Text } from '~/workflows/words';

/** A publication as lists and headings name it. Days are yyyy-mm-dd in Copenhagen. */
export function entryOf({ number, publishedAt, endedAt, endedBecause, readableUntil }: CitedPublication) {
  return {
    number,
    publishedOn: copenhagenDay(publishedAt),
    endedOn: endedAt && copenhagenDay(endedAt),
    endedBecause,
    readableUntil,
  };
}

/** When a product's last publication expired and how long it can be read; null where it has not. */
export function expiredOf(latest: CitedPublication | undefined) {
  if (!latest?.endedAt || !latest.readableUntil || latest.endedBecause !== 'expired') return null;
  return { number: latest.number, on: copenhagenDay(latest.endedAt), readableUntil: latest.readableUntil };
}

export type Expired = NonNullable<ReturnType<typeof expiredOf>>;

export type PublicationItem = ReturnType<typeof entryOf>;

/** All publications of a product that is public, and since when its answers hold. */
export async function loadPublicationList(db: Db, slug: string, today: string) {
  const publications = await listPublicationsInFull(db, slug, today);
  const [first] = publications;
  const current = publications.at(-1);
  if (!first || !current) return undefined;
  const ages = agesOfAnswers(publications.map(({ document }) => document));
  const labels = labelsOf((await listInterfacesEver(db)).interfaces);
  const days = new Map(publications.map(({ number, publishedAt }) => [number, copenhagenDay(publishedAt)]));
  return {
    product: productOf(current),
    expired: expiredOf(current),
    publications: publications.map(entryOf).reverse(),
    firstOn: copenhagenDay(first.publishedAt),
    steady: ages.filter(({ since }) => since === first.number).length,
    // Most stand from the first publication on: only the others are worth a line each.
    ages: ages
      .filter(({ since }) => since !== first.number)
      .map(({ answer, since, changes }) => ({
        ...headingOf(answer, labels),
        since,
        sinceOn: days.get(since) ?? copenhagenDay(current.publishedAt),
        changes,
      })),
  };
}

/** One publication, exactly as it was published: the steps of the readiness ladder are those of its day. */
export async function loadPublication(db: Db, slug: string, { number, today }: { number: number; today: string }) {
  const publications = await listPublicationsInFull(db, slug, today);
  const found = publications.find((each) => each.number === number);
  if (!found) return undefined;
  const { document } = found;
  const publishedOn = copenhagenDay(found.publishedAt);
  const { municipalityCode } = document.decision;
  const [{ interfaces, groups }, names] = await Promise.all([listInterfacesEver(db), loadNames(db, document.answers)]);
  const labels = labelsOf(interfaces);
  const periodsOf = await loadAttestedPeriods(db, [slug]);
  const { support } = publishedRowsOf(document, { interfaces, groups, kle: [] });
  const rows = support.map((row) => ({
    ...row,
    name: labels.get(row.interfaceId) ?? same(row.interfaceId),
    ...provenOn(
      {
        level: row.level,
        evidence: row.answers.flatMap(({ evidence }) => evidence),
        attestations: periodsOf(slug, row.interfaceId),
      },
      publishedOn,
    ),
    isDisputed: false,
  }));
  const byGroup = groupBy(rows, ({ groupId }) => groupId);
  return {
    publication: entryOf(found),
    isCurrent: found === publications.at(-1),
    expired: expiredOf(publications.at(-1)),
    product: productOf(found),
    outcome: document.decision.outcome,
    supportGroups: groups.flatMap(({ id, name }) => {
      const inGroup = byGroup.get(id);
      return inGroup ? [{ id, name, rows: inGroup }] : [];
    }),
    sections: document.sections.flatMap(({ id, title }) => {
      const answers = document.answers.filter((answer) => answer.sectionId === id && answer.interfaceId === null);
      return answers.length > 0 ? [{ id, title, answers }] : [];
    }),
    names,
    decidedBy: names.municipalities[municipalityCode] ?? municipalityCode,
  };
}

/**
 * What changed from one publication to another.
 * @returns undefined where one of the two is not there
 */
export async function loadPublicationChanges(
  db: Db,
  slug: string,
  asked: { from: number | null; to: number | null; today: string },
) {
  const publications = await listPublicationsInFull(db, slug, asked.today);
  const numbers = publications.map(({ number }) => number);
  const to = asked.to ?? numbers.at(-1);
  const from = asked.from ?? Math.max(1, (to ?? 1) - 1);
  const before = publications.find(({ number }) => number === from);
  const after = publications.find(({ number }) => number === to);
  if (!before || !after) return undefined;
  const labels = labelsOf((await listInterfacesEver(db)).interfaces);
  const { answers, unchanged } = changesBetween(before.document, after.document);
  const shown = answers.flatMap(({ before: one, after: other }) => [one, other].filter((each) => each !== null));
  return {
    product: productOf(after),
    expired: expiredOf(publications.at(-1)),
    before: { ...entryOf(before), product: productOf(before) },
    after: { ...entryOf(after), product: productOf(after) },
    publications: publications.map(entryOf).reverse(),
    answers: answers.flatMap((change) => {
      const named = change.after ?? change.before;
      return named ? [{ ...change, ...headingOf(named, labels) }] : [];
    }),
    unchanged,
    names: await loadNames(db, shown),
  };
}

export function productOf({ document: { product, supplier } }: CitedPublication) {
  return { slug: product.slug, name: product.name, description: product.description, supplierName: supplier.name };
}

export function headingOf({ key, text, interfaceId }: PublicAnswer, labels: ReadonlyMap<string, Text>) {
  return { key, text, about: interfaceId === null ? null : (labels.get(interfaceId) ?? same(interfaceId)) };
}

export function labelsOf(interfaces: readonly { id: string; name: Text }[]): ReadonlyMap<string, Text> {
  return new Map(interfaces.map((entry) => [entry.id, interfaceLabel(entry)]));
}

export async function loadNames(db: Db, answers: readonly PublicAnswer[]) {
  const [{ kle }, municipalities] = await Promise.all([
    listNamesIn(
      db,
      answers.map(({ value }) => value),
    ),
    listMunicipalities(db),
  ]);
  return { kle, municipalities: Object.fromEntries(municipalities.map(({ code, name }) => [code, name])) };
}

function same(text: string): Text {
  return { da: text, en: text };
}
