import type { LoaderFunction, SerializeFrom } from '@remix-run/node';
import type { Crumb } from '~/app/components/breadcrumbs';
import type { Paths } from '~/app/paths';
import type { FeedFile } from '~/app/published/feed-file';
import type { StructuredData } from '~/app/published/structured-data';
import type { Language } from '~/workflows/words';

/**
 * What a route says of its page; the frame (app/root.tsx, app/routes/layout.tsx) makes the document's title, the
 * breadcrumbs, the meta tags and the scripts of it. Routes need no `meta` export:
 *
 *   export const handle = page<typeof loader>({
 *     title: ({ data, language }) => data.product.name,
 *     breadcrumbs: ({ paths, language }) => [{ label: translator(commonTexts, language)('products'), href: paths.products() }],
 *   });
 */
export interface PageArgs<Data> {
  data: Data;
  params: Readonly<Record<string, string | undefined>>;
  language: Language;
  paths: Paths;
}

/** What a page's structured data says of the portal. */
export interface Portal {
  publicUrl: string;
  /** Whole address of the licence. */
  licenceUrl: string;
}

export interface Page<Data = unknown> {
  /** Without the portal's name and without "Fejl:", which are put around it. */
  title: (args: PageArgs<Data>) => string;
  /** For search engines, one or two sentences. */
  description?: (args: PageArgs<Data>) => string;
  /** The pages between the front page and this one; the page itself is not among them. */
  breadcrumbs?: (args: PageArgs<Data>) => readonly Crumb[];
  /** Feeds of what the page shows: a path of this portal by the feed's file name (app/published/feed-file.ts). */
  feed?: (args: PageArgs<Data>) => (file: FeedFile) => string;
  /** What the page is about, for search engines. */
  structured?: (args: PageArgs<Data> & Portal) => StructuredData;
  /** Other sites can show it by its address (app/routes/public/oembed.ts). */
  embedded?: true;
  /** Sends the scripts that make the page live in the browser. Without it the page is HTML and CSS only. */
  scripts?: true;
  /** Uses more of a large window, for wide tables. */
  wide?: true;
}

type DataOf<Loader> = Loader extends LoaderFunction ? SerializeFrom<Loader> : Loader;

/** Gives a route's `handle` its types. @param definition see Page */
export function page<Loader = undefined>(definition: Page<DataOf<Loader>>): Page<DataOf<Loader>> {
  return definition;
}

export function isPage(handle: unknown): handle is Page {
  return typeof handle === 'object' && handle !== null && 'title' in handle && typeof handle.title === 'function';
}
