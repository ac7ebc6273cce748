import type * as z from 'zod';
import { apiPaths, paths } from '~/app/paths';
import type { InterfaceGroupPage } from '~/app/published/interface-group-page.server';
import type { GroupReadiness } from '~/app/published/readiness.server';
import type { CatalogueInterface } from '~/db/catalogue';
import type { LevelCounts, SupporterView } from '~/db/published/interfaces';
import type { MunicipalityView, MunicipalUse } from '~/db/published/municipalities';
import type { ProductDetail, ProductView } from '~/db/published/products';
import type { SupplierView } from '~/db/published/suppliers';
import type { SupportView } from '~/db/published/support';
import type { PublicAnswer } from '~/workflows/publication';
import type { Text } from '~/workflows/words';
import type * as schemas from './schemas';

/** What answers are made with: the portal's own address, and names by code. */
export interface Shaping {
  publicUrl: string;
  municipalities: ReadonlyMap<string, string>;
}

type Shape<Schema extends z.ZodType> = z.infer<Schema>;

const danish = paths('da');

function links({ publicUrl }: Shaping, html: string, self: string) {
  return { html: publicUrl + html, self: publicUrl + self };
}

function municipalityOf({ municipalities }: Shaping, code: string) {
  return { code, name: municipalities.get(code) ?? code };
}

export function supportShape(support: SupportView, shaping: Shaping): Shape<typeof schemas.supportSchema> {
  return { interface: support.interfaceId, group: support.groupId, ...supportFields(support, shaping) };
}

function supportFields(support: SupportView, shaping: Shaping) {
  const { level, rung, attestedBy, version, sinceOn, plannedOn, approvedOn } = support;
  return {
    level,
    rung,
    attestedBy,
    version,
    sinceOn,
    plannedOn,
    approvedOn,
    approvedBy: municipalityOf(shaping, support.approvedBy),
    disputed: support.isDisputed,
  };
}

function productFields(product: Omit<ProductView, 'support'>, shaping: Shaping) {
  const { slug, name, description, type, kle, kitosUuid, isDemo, outcome } = product;
  return {
    id: slug,
    name,
    description,
    type,
    kle,
    kitosUuid,
    isDemo,
    supplier: { id: product.supplierSlug, name: product.supplierName, cvr: product.supplierCvr },
    decision: { outcome, municipality: municipalityOf(shaping, product.decidedBy) },
    publication: {
      number: product.publicationNumber,
      publishedAt: product.publishedAt.toISOString(),
      firstPublishedAt: product.firstPublishedAt.toISOString(),
    },
    links: links(shaping, danish.product(slug), apiPaths.product(slug)),
  };
}

/** A signed state of the ledger. */
export function headShape({ size, root, at, jws }: { size: number; root: string; at: Date; jws: string }) {
  return { size, root, at: at.toISOString(), jws };
}

export function productSummaryShape(
  product: ProductView,
  shaping: Shaping,
): Shape<typeof schemas.productSummarySchema> {
  return {
    ...productFields(product, shaping),
    support: product.support.map((support) => supportShape(support, shaping)),
  };
}

export function productShape(product: ProductDetail, shaping: Shaping): Shape<typeof schemas.productSchema> {
  return {
    ...productFields(product, shaping),
    questionnaire: { id: product.questionnaire.slug, version: product.questionnaire.version },
    support: product.support.map((support) => ({
      ...supportShape(support, shaping),
      answers: support.answers.map((answer) => answerShape(answer, shaping)),
    })),
    answers: product.answers.map((answer) => answerShape(answer, shaping)),
    disputes: disputeShapes(product),
    earlierSuppliers: product.supplierChanges.map(({ fromName, changedAt }) => ({
      name: fromName,
      until: changedAt.toISOString(),
    })),
    publications: product.history.map(({ number, publishedAt, endedAt, endedBecause }) => ({
      number,
      publishedAt: publishedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      endedBecause,
    })),
  };
}

function disputeShapes({ disputes, answers, support }: ProductDetail) {
  const all = new Map([...answers, ...support.flatMap((each) => each.answers)].map((answer) => [answer.key, answer]));
  return disputes.flatMap(({ questionKey, publicationNumber, openedAt, repliedAt, resolvedAt, ...said }) => {
    const answer = all.get(questionKey);
    if (!answer) return [];
    return [
      {
        question: answer.questionId,
        interface: answer.interfaceId,
        publication: publicationNumber,
        ...said,
        openedAt: openedAt.toISOString(),
        repliedAt: repliedAt?.toISOString() ?? null,
        resolvedAt: resolvedAt?.toISOString() ?? null,
      },
    ];
  });
}

function answerShape(answer: PublicAnswer, shaping: Shaping): Shape<typeof schemas.answerSchema> {
  const { type, text, value, optionTexts, columnTexts, justification, remark, approvedOn } = answer;
  return {
    question: answer.questionId,
    section: answer.sectionId,
    interface: answer.interfaceId,
    type,
    text,
    value,
    optionTexts,
    columnTexts,
    justification,
    remark,
    evidence: answer.evidence.map(({ type: kind, typeText, observedOn, validTo, url, municipalityCode }) => ({
      type: kind,
      name: typeText,
      observedOn,
      validTo,
      municipality: municipalityCode === null ? null : municipalityOf(shaping, municipalityCode),
      url,
    })),
    approvedOn,
    approvedBy: municipalityOf(shaping, answer.approvedBy),
  };
}

function supplierFields({ slug, name, cvr, website, isDemo }: SupplierView, shaping: Shaping) {
  return {
    id: slug,
    name,
    cvr,
    website,
    isDemo,
    links: links(shaping, danish.publicSupplier(slug), apiPaths.supplier(slug)),
  };
}

export function supplierSummaryShape(
  supplier: SupplierView,
  shaping: Shaping,
): Shape<typeof schemas.supplierSummarySchema> {
  return { ...supplierFields(supplier, shaping), productCount: supplier.products };
}

export function supplierShape(
  supplier: SupplierView,
  products: readonly ProductView[],
  shaping: Shaping,
): Shape<typeof schemas.supplierSchema> {
  return {
    ...supplierFields(supplier, shaping),
    products: products.map(({ slug, name }) => ({ id: slug, name })),
  };
}

export function interfaceSummaryShape(
  entry: CatalogueInterface,
  { groupName, levels, ...shaping }: Shaping & { groupName: Text; levels: LevelCounts },
): Shape<typeof schemas.interfaceSummarySchema> {
  const { id, name, summary, status, platform, protocols, direction, versions, source, confidence, note } = entry;
  return {
    id,
    name,
    summary,
    group: { id: entry.groupId, name: groupName },
    status,
    platform,
    protocols,
    direction,
    versions,
    source,
    confidence,
    note,
    replacedBy: entry.replacedBy,
    dependsOn: entry.dependsOn,
    removedOn: entry.removedOn,
    products: levels,
    links: links(shaping, danish.interface(id), apiPaths.interface(id)),
  };
}

export function interfaceSupportShape(supporter: SupporterView, shaping: Shaping) {
  return {
    product: { id: supporter.slug, name: supporter.name },
    supplierName: supporter.supplierName,
    ...supportFields(supporter, shaping),
  };
}

function groupFields(group: GroupReadiness, supportingProducts: number, shaping: Shaping) {
  const { id, name, levels } = group;
  const addresses = links(shaping, danish.interfaceGroup(id), apiPaths.interfaceGroup(id));
  return { id, name, support: levels, supportingProducts, links: addresses };
}

export function interfaceGroupSummaryShape(
  group: GroupReadiness,
  supportingProducts: number,
  shaping: Shaping,
): Shape<typeof schemas.interfaceGroupSummarySchema> {
  return groupFields(group, supportingProducts, shaping);
}

export function interfaceGroupShape(
  { group, supporters, total, sunsets, curves }: Omit<InterfaceGroupPage, 'forecast' | 'platforms'>,
  shaping: Shaping,
): Shape<typeof schemas.interfaceGroupSchema> {
  return {
    ...groupFields(group, total, shaping),
    interfaces: group.interfaces.map(({ id, name, status, levels }) => ({ id, name, status, products: levels })),
    sunsets: sunsets.map(({ interfaceId, version, sunsetOn }) => ({ interface: interfaceId, version, sunsetOn })),
    readyOverTime:
      curves?.days.map((on, place) => ({ on, products: curves.curves.points[place]?.products ?? 0 })) ?? [],
    products: supporters.map(({ slug, name, supplierName, ready, supported }) => ({
      product: { id: slug, name },
      supplierName,
      ready,
      supported,
    })),
  };
}

function municipalityFields({ code, name, region, cvr }: MunicipalityView, shaping: Shaping) {
  return {
    id: code,
    name,
    region,
    cvr,
    links: links(shaping, danish.municipality(code), apiPaths.municipality(code)),
  };
}

export function municipalitySummaryShape(
  municipality: MunicipalityView,
  shaping: Shaping,
): Shape<typeof schemas.municipalitySummarySchema> {
  return {
    ...municipalityFields(municipality, shaping),
    productsInProduction: municipality.products,
    decisionsInForce: municipality.decisions,
  };
}

export interface MunicipalContents {
  uses: readonly MunicipalUse[];
  /** The products in `uses`. */
  used: readonly ProductView[];
  decided: readonly ProductView[];
}

export function municipalityShape(
  municipality: MunicipalityView,
  { uses, used, decided }: MunicipalContents,
  shaping: Shaping,
): Shape<typeof schemas.municipalitySchema> {
  return {
    ...municipalityFields(municipality, shaping),
    inProduction: used.flatMap(({ productId, slug, name }) =>
      uses
        .filter((use) => use.productId === productId)
        .map(({ interfaceId, sinceOn, isAttested }) => ({
          product: { id: slug, name },
          interface: interfaceId,
          sinceOn,
          attested: isAttested,
        })),
    ),
    decided: decided.map(({ slug, name, outcome, publishedAt }) => ({
      product: { id: slug, name },
      outcome,
      publishedAt: publishedAt.toISOString(),
    })),
  };
}
