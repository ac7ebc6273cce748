import { isOpen, listRouteEntries, type RouteEntry } from '~/test/in-process-portal';

/** What stands in the place of a route's parameter, by the word before it and its name. */
type Fills = Readonly<Record<string, readonly string[]>>;

/**
 * Every address of every open route, in both languages where it has two: its pattern filled in with what there is, and with what
 * somebody might guess. A new route is there by itself; one with a parameter that nobody told how to fill is an error.
 */
function listAddresses(fills: Fills): string[] {
  return listOpenPatterns().flatMap((pattern) => fillPattern(pattern, fills));
}

/** What stands for each kind of thing in an address. */
export interface Named {
  products: readonly string[];
  suppliers: readonly string[];
  interfaces: readonly string[];
  groups: readonly string[];
  municipalities: readonly string[];
  questionnaires: readonly string[];
  /** Keys of questions. */
  answers: readonly string[];
  publications: readonly string[];
  feeds: readonly string[];
  badges: readonly string[];
  profileFiles: readonly string[];
  sitemapFiles: readonly string[];
  dumpFiles: readonly string[];
  /** Where a token or an address that does not exist is asked for. */
  nobodys: readonly string[];
}

/** One of each in the world of `makePublicWorld`, whose product of its own is named by the test. */
export const oneOfEach: Omit<Named, 'products'> = {
  suppliers: ['omsorg-a-s'],
  interfaces: ['SF1500'],
  groups: ['organisation'],
  municipalities: ['0101'],
  questionnaires: ['faelleskommunal-infrastruktur'],
  answers: ['if-support@SF1500'],
  publications: ['1'],
  feeds: ['atom.xml'],
  badges: ['SF1500.svg'],
  profileFiles: ['annex.pdf'],
  sitemapFiles: ['1.xml'],
  dumpFiles: ['manifest.json'],
  nobodys: ['nobodys'],
};

/** Every address with all of these in it. */
export function addressesOf(named: Named): string[] {
  return listAddresses({
    'products/:slug': named.products,
    'products/:id': named.products,
    'suppliers/:slug': named.suppliers,
    'suppliers/:id': named.suppliers,
    'interfaces/:id': named.interfaces,
    'groups/:id': named.groups,
    'interface-groups/:id': named.groups,
    'municipalities/:code': named.municipalities,
    'municipalities/:id': named.municipalities,
    'questionnaires/:slug': named.questionnaires,
    'answers/:key': named.answers,
    'publications/:number': named.publications,
    'feed/:file': named.feeds,
    'badges/:file': named.badges,
    'profile/:file': named.profileFiles,
    'sitemap/:file': named.sitemapFiles,
    'dump/:file': named.dumpFiles,
    'disputes/:token': named.nobodys,
    'access/:token': named.nobodys,
    'hearing/:token': named.nobodys,
    'invitation/:token': named.nobodys,
    'subscriptions/:token': named.nobodys,
    'api/*': named.nobodys,
    '/*': named.nobodys,
    'en/*': named.nobodys,
  });
}

/** Patterns as people read them, `/en/products/:slug`; those with two languages twice. */
export function listOpenPatterns(): string[] {
  const entries = listRouteEntries();
  const pathOf = ({ path, parentId }: RouteEntry): string => {
    const parent = entries.find(({ id }) => id === parentId);
    return [parent ? pathOf(parent) : '', path ?? ''].filter(Boolean).join('/');
  };
  const isLayout = ({ id }: RouteEntry) => entries.some(({ parentId }) => parentId === id);
  return entries
    .filter((entry) => isOpen(entry) && !isLayout(entry))
    .flatMap((entry) => {
      const path = pathOf(entry);
      return path.startsWith('en?') ? [path.slice(3), `/en${path.slice(3)}`] : [`/${path}`];
    })
    .map((path) => path || '/');
}

function fillPattern(pattern: string, fills: Fills): string[] {
  const segments = pattern.split('/').slice(1);
  return segments.reduce<string[]>(
    (paths, segment, index) => {
      const before = segments[index - 1];
      const isParameter = segment.startsWith(':') || segment === '*';
      const name = `${before?.startsWith(':') ? '' : (before ?? '')}/${segment}`;
      const values = isParameter ? fills[name] : [segment];
      if (!values) throw new Error(`${pattern} has a parameter: say in the test what can stand for "${name}".`);
      return paths.flatMap((path) => values.map((value) => `${path === '/' ? '' : path}/${value}`));
    },
    ['/'],
  );
}
