import { isOpen, listRouteEntries, type RouteEntry } from '~/test/in-process-portal';

/** What stands in the place of a route's parameter, by the word before it and its name. */
export type Fills = Readonly<Record<string, readonly string[]>>;

/**
 * Every address of every open route, in both languages where it has two: its pattern filled in with what there is, and with what
 * somebody might guess. A new route is there by itself; one with a parameter that nobody told how to fill is an error.
 */
export function listAddresses(fills: Fills): string[] {
  return listOpenPatterns().flatMap((pattern) => fillPattern(pattern, fills));
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
