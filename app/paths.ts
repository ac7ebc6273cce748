import { inLanguage, useLanguage } from '~/app/i18n/language';
import { useViewedDay } from '~/app/viewed-day';
import type { Language } from '~/workflows/words';

/**
 * Every address of app/routes.js, in one typed builder: `paths(language).product(slug)`. Nothing else in the portal
 * writes an address. A query is given as data; empty values are left out, so that one state has one address.
 */
export type QueryValue = string | number | boolean | null | undefined | readonly (string | number)[];
export type Query = Readonly<Record<string, QueryValue>>;

/** @returns the path with a query, after what it has already: a list repeats its name; null, undefined, false and '' are left out */
export function withQuery(path: string, query?: Query): string {
  // Most links have none, and a page can have thousands of them.
  if (query === undefined) return path;
  let text = '';
  const first = path.includes('?') ? '&' : '?';
  for (const name in query) {
    const value = query[name];
    const values: readonly QueryValue[] = Array.isArray(value) ? value : [value as QueryValue];
    for (const each of values) {
      if (each === null || each === undefined || each === false || each === '') continue;
      text += `${text === '' ? first : '&'}${inQuery(name)}=${inQuery(each === true ? '1' : String(each))}`;
    }
  }
  return path + text;
}

/**
 * What needs no percent sign: nearly every name and value, and asking URLSearchParams costs ten times as much. The tilde is
 * as good as a letter in an address (RFC 3986), though forms do not write it so; it stands in every requirement of a profile.
 */
const plainInQuery = /^[\w.*~-]+$/;

function inQuery(text: string): string {
  return plainInQuery.test(text) ? text : new URLSearchParams([['', text]]).toString().slice(1);
}

/** The questionnaire that the main menu leads to. */
export const questionnaireSlug = 'faelleskommunal-infrastruktur';

export type Paths = ReturnType<typeof paths>;

/**
 * The addresses in a language. Every element of a page asks for them, so they are made once.
 * @param on the day as of which the reader sees public pages, yyyy-mm-dd: what it leads to is shown as of it too
 */
export function paths(language: Language, on = ''): ReturnType<typeof pathsIn> {
  if (on === '') return made[language];
  if (madeLast?.language !== language || madeLast.on !== on) madeLast = { language, on, paths: pathsIn(language, on) };
  return madeLast.paths;
}

let madeLast: { language: Language; on: string; paths: ReturnType<typeof pathsIn> } | null = null;

function pathsIn(language: Language, on = '') {
  const to = (path: string, query?: Query): string => withQuery(inLanguage(path, language), query);
  const seen = (path: string, query?: Query): string => to(path, on === '' ? query : { ...query, on });
  return {
    home: () => seen('/'),
    products: (query?: Query) => seen('/products', query),
    product: (slug: string, query?: Query) => seen(`/products/${segment(slug)}`, query),
    /** @param file `atom.xml` or `feed.json`; with the filters of `products` */
    productsFeed: (file: string, query?: Query) => to(`/products/feed/${segment(file)}`, query),
    publications: (slug: string) => seen(`/products/${segment(slug)}/publications`),
    /** One publication as it was published. */
    publication: (slug: string, number: number | string) =>
      seen(`/products/${segment(slug)}/publications/${segment(String(number))}`),
    /** @param query `from` and `to`: the numbers of two publications */
    publicationChanges: (slug: string, query?: Query) => seen(`/products/${segment(slug)}/publications/changes`, query),
    /** What every publication said in one answer. @param key the answer's */
    answerHistory: (slug: string, key: string) => seen(`/products/${segment(slug)}/answers/${segment(key)}`),
    productFeed: (slug: string, file: string) => to(`/products/${segment(slug)}/feed/${segment(file)}`),
    /** @param file `product.svg`, or `SF1500.svg` for one interface; also with `.json` */
    productBadge: (slug: string, file: string) => to(`/products/${segment(slug)}/badges/${segment(file)}`),
    suppliers: (query?: Query) => seen('/suppliers', query),
    /** A supplier's public page; its workspace is under `supplier`. */
    publicSupplier: (slug: string) => seen(`/suppliers/${segment(slug)}`),
    interfaces: (query?: Query) => seen('/interfaces', query),
    /** @param id the SF number, or the slug where an interface has none */
    interface: (id: string, query?: Query) => seen(`/interfaces/${segment(id)}`, query),
    interfaceGroup: (id: string) => seen(`/interfaces/groups/${segment(id)}`),
    /** @param file `interface.svg` or `interface.json` */
    interfaceBadge: (id: string, file: string) => to(`/interfaces/${segment(id)}/badges/${segment(file)}`),
    compare: (query?: Query) => seen('/compare', query),
    profile: (query?: Query) => seen('/profile', query),
    /** Requirements out of the buyer's own list. @param query the profile that they are added to */
    profileImport: (query?: Query) => to('/profile/import', query),
    /** How products answer the requirements, in the form of OS2kravmotor. @param format `xlsx`, `csv` or `json` */
    profileAnswers: (format: string, query?: Query) => to(`/profile/answers.${format}`, query),
    /** What to ask suppliers. @param format `docx` or `pdf` */
    profileQuestions: (format: string, query?: Query) => to(`/profile/questions.${format}`, query),
    /** @param format `docx` or `pdf` */
    profileAnnex: (format: string, query?: Query) => to(`/profile/annex.${format}`, query),
    municipalities: (query?: Query) => seen('/municipalities', query),
    municipality: (code: string) => seen(`/municipalities/${segment(code)}`),
    statistics: () => seen('/statistics'),
    /** Whether a letter is genuine. */
    verify: (query?: Query) => to('/verify', query),
    verifyDeclaration: () => to('/verify/declaration'),
    /** @param query `version`: an earlier one than the newest */
    questionnaire: (slug: string, query?: Query) => to(`/questionnaires/${segment(slug)}`, query),
    /** Commenting on a version that is in hearing. @param query `question`: the one that it is about */
    hearing: (slug: string, query?: Query) => to(`/questionnaires/${segment(slug)}/hearing`, query),
    confirmHearing: (token: string) => to(`/hearing/${segment(token)}`),
    /** @param query `to`: what changed in this version; else in the newest */
    questionnaireChanges: (slug: string, query?: Query) => to(`/questionnaires/${segment(slug)}/changes`, query),
    about: () => to('/about'),
    cookies: () => to('/about/cookies'),
    accessibility: () => to('/about/accessibility'),
    workflow: () => to('/about/workflow'),
    openData: () => to('/about/data'),

    /** @param returnTo where to go afterwards: a path of this portal */
    signIn: (returnTo?: string) => to('/sign-in', { return: returnTo }),
    signInDemo: () => to('/sign-in/demo'),
    /** @param returnTo as of signIn */
    signInOidc: (returnTo?: string) => to('/sign-in/oidc', { return: returnTo }),
    signInOidcCallback: () => to('/sign-in/oidc/callback'),
    signOut: () => to('/sign-out'),
    signOutOidc: () => to('/sign-out/oidc'),
    /** The reader's own deadlines as a calendar. */
    calendar: () => to('/calendar'),
    /** One's own name, language, organisation and mails. */
    account: (query?: Query) => to('/account', query),
    /** What the portal holds about the reader, as JSON. */
    accountData: () => to('/account/data'),
    /** @param token out of a mail */
    invitation: (token: string) => to(`/invitation/${segment(token)}`),
    requestAccess: (query?: Query) => to('/access', query),
    /** @param token out of a mail */
    confirmAccess: (token: string) => to(`/access/${segment(token)}`),
    /** Following a search by e-mail; with the filters of `products`. */
    subscribe: (query?: Query) => to('/subscribe', query),
    /** @param token out of a mail */
    subscription: (token: string, query?: Query) => to(`/subscriptions/${segment(token)}`, query),
    /** @param query `question`: the answer's key */
    dispute: (slug: string, query?: Query) => to(`/products/${segment(slug)}/dispute`, query),
    /** @param token out of a mail */
    confirmDispute: (token: string) => to(`/disputes/${segment(token)}`),

    supplier: supplierPaths(to),
    review: reviewPaths(to),
    admin: {
      home: () => to('/admin'),
      people: (query?: Query) => to('/admin/people', query),
      person: (id: string) => to(`/admin/people/${segment(id)}`),
      municipalities: (query?: Query) => to('/admin/municipalities', query),
      municipality: (code: string) => to(`/admin/municipalities/${segment(code)}`),
      inbox: () => to('/admin/inbox'),
      reasons: () => to('/admin/reasons'),
      texts: () => to('/admin/texts'),
      /** @param key group and name, e.g. `mail-body.confirm` */
      text: (key: string, query?: Query) => to(`/admin/texts/${segment(key)}`, query),
      settings: (query?: Query) => to('/admin/settings', query),
      routing: (query?: Query) => to('/admin/routing', query),
      questionnaires: (query?: Query) => to('/admin/questionnaires', query),
      /** @param id of a hearing */
      hearing: (id: string, query?: Query) => to(`/admin/questionnaires/hearings/${segment(id)}`, query),
      calibration: (query?: Query) => to('/admin/calibration', query),
      /** A question on which reviewers do not agree. */
      calibrationTask: (id: string, query?: Query) => to(`/admin/calibration/${segment(id)}`, query),
      merges: (query?: Query) => to('/admin/merges', query),
      /** @param query `kind`, `from`, `to` … as workflows/registry.ts names them */
      mergePreview: (query?: Query) => to('/admin/merges/preview', query),
      merge: (id: string, query?: Query) => to(`/admin/merges/${segment(id)}`, query),
      /** Days on which versions of interfaces go out of use. */
      lifecycle: (query?: Query) => to('/admin/lifecycle', query),
      suppliers: (query?: Query) => to('/admin/suppliers', query),
      disputes: (query?: Query) => to('/admin/disputes', query),
    },
  };
}

type To = (path: string, query?: Query) => string;

function supplierPaths(to: To) {
  const declaration = (id: string, rest = ''): string => `/supplier/declarations/${segment(id)}${rest}`;
  return {
    home: () => to('/supplier'),
    people: (query?: Query) => to('/supplier/people', query),
    accessRequests: (query?: Query) => to('/supplier/access-requests', query),
    transfers: (query?: Query) => to('/supplier/transfers', query),
    disputes: (query?: Query) => to('/supplier/disputes', query),
    handovers: (id: string, query?: Query) => to(declaration(id, '/handovers'), query),
    /** All own products beside all sections. */
    overview: () => to('/supplier/overview'),
    evidenceLibrary: () => to('/supplier/evidence'),
    families: () => to('/supplier/families'),
    family: (id: string, query?: Query) => to(`/supplier/families/${segment(id)}`, query),
    /** What a member of a family answers for itself. */
    familyMember: (id: string, member: string, query?: Query) =>
      to(`/supplier/families/${segment(id)}/members/${segment(member)}`, query),
    /** Texts to answer with again. @param query `declaration` and `question`: an answer to keep as one */
    library: (query?: Query) => to('/supplier/library', query),
    libraryText: (id: string, query?: Query) => to(`/supplier/library/${segment(id)}`, query),
    newProduct: () => to('/supplier/products/new'),
    apiTokens: (query?: Query) => to('/supplier/api-tokens', query),
    wellKnown: (product: string, query?: Query) => to(`/supplier/products/${segment(product)}/well-known`, query),
    editProduct: (product: string) => to(`/supplier/products/${segment(product)}/edit`),
    declare: (product: string) => to(`/supplier/products/${segment(product)}/declare`),
    declaration: (id: string) => to(declaration(id)),
    scope: (id: string) => to(declaration(id, '/scope')),
    section: (id: string, section: string, query?: Query) =>
      to(declaration(id, `/sections/${segment(section)}`), query),
    /** What others do in a section, while its page is open. */
    sectionLive: (id: string, section: string) => to(declaration(id, `/sections/${segment(section)}/live`)),
    answers: (id: string) => to(declaration(id, '/answers')),
    newEvidence: (id: string, query?: Query) => to(declaration(id, '/evidence/new'), query),
    detachEvidence: (id: string, evidence: string) => to(declaration(id, `/evidence/${segment(evidence)}/detach`)),
    thread: (id: string, question: string, query?: Query) =>
      to(declaration(id, `/threads/${segment(question)}`), query),
    letter: (id: string, letter: string) => to(declaration(id, `/letters/${segment(letter)}`)),
    letterFile: (id: string, letter: string) => to(declaration(id, `/letters/${segment(letter)}/file`)),
    /** What a new version of the questionnaire asks of a declaration. */
    renewal: (id: string, query?: Query) => to(declaration(id, '/renewal'), query),
    /** Published answers to correct one by one. @param query `question`: the one that is to be sent */
    corrections: (id: string, query?: Query) => to(declaration(id, '/corrections'), query),
    proposals: (id: string, query?: Query) => to(declaration(id, '/proposals'), query),
    copyAnswers: (id: string, query?: Query) => to(declaration(id, '/copy'), query),
    export: (id: string) => to(declaration(id, '/export.json')),
    exportWorkbook: (id: string) => to(declaration(id, '/export.xlsx')),
    exportCsv: (id: string) => to(declaration(id, '/export.csv')),
    /** Files out and in. */
    exchange: (id: string) => to(declaration(id, '/exchange')),
    /** What an uploaded file would change. */
    import: (id: string, file: string) => to(declaration(id, `/imports/${segment(file)}`)),
    check: (id: string) => to(declaration(id, '/check')),
    events: (id: string) => to(declaration(id, '/events')),
    receipt: (id: string, number: number | string) => to(declaration(id, `/receipts/${segment(String(number))}`)),
    evidenceFile: (evidence: string) => to(`/supplier/evidence/${segment(evidence)}`),
  };
}

function reviewPaths(to: To) {
  const reviewed = (id: string, rest = ''): string => `/review/cases/${segment(id)}${rest}`;
  return {
    inbox: (query?: Query) => to('/review', query),
    case: (id: string) => to(reviewed(id)),
    section: (id: string, section: string) => to(reviewed(id, `/sections/${segment(section)}`)),
    verdicts: (id: string) => to(reviewed(id, '/verdicts')),
    thread: (id: string, question: string, query?: Query) => to(reviewed(id, `/threads/${segment(question)}`), query),
    scopeDemands: (id: string) => to(reviewed(id, '/scope-demands')),
    decision: (id: string) => to(reviewed(id, '/decision')),
    confirmation: (id: string) => to(reviewed(id, '/confirmation')),
    letter: (id: string, query?: Query) => to(reviewed(id, '/letter'), query),
    letterFile: (id: string, query?: Query) => to(reviewed(id, '/letter/file'), query),
    events: (id: string) => to(reviewed(id, '/events')),
    evidenceFile: (id: string, evidence: string) => to(reviewed(id, `/evidence/${segment(evidence)}`)),
    chart: (id: string) => to(reviewed(id, '/chart')),
    journal: (id: string) => to(reviewed(id, '/journal')),
    conflicts: () => to('/review/conflicts'),
    absences: (query?: Query) => to('/review/absences', query),
    attestations: (query?: Query) => to('/review/attestations', query),
    calibrations: (query?: Query) => to('/review/calibration', query),
    calibration: (id: string) => to(`/review/calibration/${segment(id)}`),
    contradictions: (query?: Query) => to('/review/contradictions', query),
    handOver: (id: string, section: string) => to(reviewed(id, `/sections/${segment(section)}/hand-over`)),
    /** Saved views of the inbox. */
    bookmarks: (query?: Query) => to('/review/views', query),
    /** Several cases at once. */
    routing: (query?: Query) => to('/review/routing', query),
  };
}

/** A private calendar; it has the language of whoever it was made for. */
export function calendarFile(token: string): string {
  return `/calendar/${segment(token)}.ics`;
}

/** The catalogue of data sets, for portals of open data; the same in every language. */
export const cataloguePaths = {
  turtle: () => '/catalog.ttl',
  jsonLd: () => '/catalog.jsonld',
};

/** For search engines; the same in every language. */
export const sitemapPaths = {
  robots: () => '/robots.txt',
  all: () => '/sitemap.xml',
  /** @param number from 1 up, where the pages are too many for one file */
  part: (number: string) => `/sitemap/${segment(number)}.xml`,
};

/** Formats that the portal describes, for machines; the same in every language. */
export const schemaPaths = {
  declaration: () => '/schemas/declaration-1.json',
};

/** The interface for machines; it has no language. */
/** Where a mail program ends a subscription with one click (RFC 8058). @param token of the mail */
export const oneClickEnd = (token: string): string => `/subscriptions/${segment(token)}/end`;

/** Where another site learns how to show a product (oembed.com). */
export const oembedPath = (query?: Query): string => withQuery('/oembed', query);

export const apiPaths = {
  openapi: () => '/api/v1/openapi.json',
  products: (query?: Query) => withQuery('/api/v1/products', query),
  product: (id: string, query?: Query) => withQuery(`/api/v1/products/${segment(id)}`, query),
  declaration: (id: string) => `/api/v1/products/${segment(id)}/declaration`,
  ledger: () => '/api/v1/ledger',
  ledgerEntries: () => '/api/v1/ledger/entries',
  ledgerHeads: () => '/api/v1/ledger/heads',
  /** @param query `from`: the size of an earlier head */
  ledgerConsistency: (query?: Query) => withQuery('/api/v1/ledger/consistency', query),
  dump: (file: string) => `/api/v1/dump/${segment(file)}`,
  answers: () => '/api/v1/answers.csv',
  matrix: (query?: Query) => withQuery('/api/v1/matrix', query),
  profile: (query?: Query) => withQuery('/api/v1/profile', query),
  suppliers: (query?: Query) => withQuery('/api/v1/suppliers', query),
  supplier: (id: string, query?: Query) => withQuery(`/api/v1/suppliers/${segment(id)}`, query),
  interfaces: (query?: Query) => withQuery('/api/v1/interfaces', query),
  interface: (id: string, query?: Query) => withQuery(`/api/v1/interfaces/${segment(id)}`, query),
  interfaceGroups: (query?: Query) => withQuery('/api/v1/interface-groups', query),
  interfaceGroup: (id: string, query?: Query) => withQuery(`/api/v1/interface-groups/${segment(id)}`, query),
  municipalities: (query?: Query) => withQuery('/api/v1/municipalities', query),
  municipality: (id: string, query?: Query) => withQuery(`/api/v1/municipalities/${segment(id)}`, query),
  ownProducts: () => '/api/v1/supplier/products',
  ownDeclaration: (id: string) => `/api/v1/supplier/declarations/${segment(id)}`,
  ownQuestions: (id: string) => `/api/v1/supplier/declarations/${segment(id)}/questions`,
  ownProposals: (id: string) => `/api/v1/supplier/declarations/${segment(id)}/proposals`,
} as const;

const made = { da: pathsIn('da'), en: pathsIn('en') };

/** The addresses in the reader's language. */
export function usePaths(): Paths {
  return paths(useLanguage(), useViewedDay()?.day);
}

function segment(value: string): string {
  return encodeURIComponent(value);
}
