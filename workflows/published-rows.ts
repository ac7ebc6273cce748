import { type PublicAnswer, type PublicationDocument, supportLevelOf } from './publication';
import { foldForSearch } from './search-words';
import type { Outcome, ProductType, SupportLevel, Text } from './words';

/** What the read model's rows need to know of the catalogue. */
export interface PublishedCatalogue {
  /** Every interface that ever was, in the catalogue's order. */
  interfaces: readonly {
    id: string;
    groupId: string;
    name: Text;
    alsoCalled?: readonly string[];
    platform?: string;
  }[];
  groups: readonly { id: string; name: Text }[];
  /** KLE main groups. */
  kle: readonly { number: string; title: string }[];
}

export interface PublishedSupport {
  interfaceId: string;
  groupId: string;
  level: SupportLevel;
  version: string | null;
  plannedOn: string | null;
  sinceOn: string | null;
  approvedOn: string;
  approvedBy: string;
  answers: PublicAnswer[];
}

export interface PublishedProduct {
  slug: string;
  name: string;
  description: string;
  type: ProductType;
  kle: string[];
  kitosUuid: string | null;
  supplierSlug: string;
  supplierName: string;
  supplierCvr: string;
  isDemo: boolean;
  outcome: Outcome;
  decidedBy: string;
  publicationNumber: number;
  interfaceIds: string[];
  readyInterfaceIds: string[];
  groupIds: string[];
  searchText: string;
  answers: PublicAnswer[];
}

/** The questions of the interface template that lists and the matrix show beside the level. */
const shownBesideLevel = { version: 'if-version', plannedOn: 'if-planned-date', sinceOn: 'if-since' } as const;

/** Levels with which an interface counts as ready to use. */
export const readyLevels = ['in_production', 'ready'] as const satisfies readonly SupportLevel[];

/** Levels that say that the product has nothing to do with the interface: a search for the interface passes it over. */
const unsupported: readonly SupportLevel[] = ['not_supported', 'not_relevant'];

/**
 * The rows of the public read model for a publication: the product, and one row per interface with an approved level.
 * Pure, so that rebuilding gives the same rows.
 */
export function publishedRowsOf(
  document: PublicationDocument,
  catalogue: PublishedCatalogue,
): { product: PublishedProduct; support: PublishedSupport[] } {
  const support = catalogue.interfaces.flatMap(({ id, groupId }) => {
    const row = supportRow(document, id, groupId);
    return row ? [row] : [];
  });
  return { product: productRow(document, support, catalogue), support };
}

function supportRow(document: PublicationDocument, interfaceId: string, groupId: string): PublishedSupport | undefined {
  const answers = document.answers.filter((answer) => answer.interfaceId === interfaceId);
  const levelAnswer = answers.find((answer) => supportLevelOf(answer) !== undefined);
  const level = levelAnswer && supportLevelOf(levelAnswer);
  if (!levelAnswer || !level) return undefined;
  const textOf = (questionId: string): string | null => {
    const value = answers.find((answer) => answer.questionId === questionId)?.value;
    return typeof value === 'string' ? value : null;
  };
  return {
    interfaceId,
    groupId,
    level,
    version: textOf(shownBesideLevel.version),
    plannedOn: textOf(shownBesideLevel.plannedOn),
    sinceOn: textOf(shownBesideLevel.sinceOn),
    approvedOn: levelAnswer.approvedOn,
    approvedBy: levelAnswer.approvedBy,
    answers,
  };
}

function productRow(
  document: PublicationDocument,
  support: readonly PublishedSupport[],
  catalogue: PublishedCatalogue,
): PublishedProduct {
  const { product, supplier, decision } = document;
  return {
    slug: product.slug,
    name: product.name,
    description: product.description,
    type: product.type,
    kle: product.kle,
    kitosUuid: product.kitosUuid,
    supplierSlug: supplier.slug,
    supplierName: supplier.name,
    supplierCvr: supplier.cvr,
    isDemo: product.isDemo,
    outcome: decision.outcome,
    decidedBy: decision.municipalityCode,
    publicationNumber: document.number,
    interfaceIds: support.map(({ interfaceId }) => interfaceId),
    readyInterfaceIds: support.filter(({ level }) => isReady(level)).map(({ interfaceId }) => interfaceId),
    groupIds: [...new Set(support.map(({ groupId }) => groupId))],
    searchText: searchTextOf(document, support, catalogue),
    answers: document.answers.filter(({ interfaceId }) => interfaceId === null),
  };
}

export function isReady(level: SupportLevel): boolean {
  return readyLevels.some((ready) => ready === level);
}

/** How much of it is in production or ready. */
export function countReady(support: readonly { level: SupportLevel }[]): number {
  return support.filter(({ level }) => isReady(level)).length;
}

/** What the field calls each type of product. */
const wordsOfType: Record<ProductType, readonly string[]> = {
  fagsystem: ['fagsystem'],
  esdh: ['ESDH', 'sags- og dokumenthåndtering', 'journalisering', 'arkiv'],
  oekonomi: ['økonomisystem', 'ERP', 'lønsystem'],
  selvbetjening: ['selvbetjening', 'borgervendt'],
  brugerstyring: ['brugerstyring', 'IdM', 'login', 'identitet'],
  integration: ['integration', 'middleware'],
  andet: [],
};

const common = ['KOMBIT', 'fælleskommunal infrastruktur'];

/** What people call the platforms of the catalogue, and whose they are: they know the owner where no interface names it. */
const wordsOfPlatform: Readonly<Record<string, readonly string[]>> = {
  Serviceplatformen: ['Serviceplatformen', ...common],
  Støttesystem: ['Støttesystemer', ...common],
  Administrationsmodul: ['Administrationsmodul', ...common],
  'KOMBIT-løsning': common,
};

function searchTextOf(
  { product, supplier }: PublicationDocument,
  support: readonly PublishedSupport[],
  catalogue: PublishedCatalogue,
): string {
  const supported = support.filter(({ level }) => !unsupported.includes(level));
  const ids = new Set(supported.map(({ interfaceId }) => interfaceId));
  const groups = new Set(supported.map(({ groupId }) => groupId));
  const mainGroups = new Set(product.kle.map((number) => number.slice(0, 2)));
  const platforms = new Set(supported.map(({ interfaceId }) => platformOf(interfaceId, catalogue)));
  const parts = [
    [product.name, product.description, supplier.name, supplier.cvr, product.kitosUuid ?? '', ...product.kle],
    wordsOfType[product.type],
    catalogue.kle.filter(({ number }) => mainGroups.has(number)).map(({ title }) => title),
    catalogue.interfaces
      .filter(({ id }) => ids.has(id))
      .flatMap(({ id, name, alsoCalled = [] }) => [id, name.da, name.en, ...alsoCalled]),
    catalogue.groups.filter(({ id }) => groups.has(id)).flatMap(({ name }) => [name.da, name.en]),
    [...new Set([...platforms].flatMap((platform) => wordsOfPlatform[platform] ?? []))],
  ];
  return foldForSearch(parts.flat().join(' '));
}

function platformOf(interfaceId: string, catalogue: PublishedCatalogue): string {
  return catalogue.interfaces.find(({ id }) => id === interfaceId)?.platform ?? '';
}
