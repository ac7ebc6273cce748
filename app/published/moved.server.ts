import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf } from '~/app/i18n/language';
import { type Paths, paths } from '~/app/paths';
import { findRedirect } from '~/db/published/redirects';

/** Where the survivor of a merge is shown; the page says there what went up in it. */
export const mergedAnchor = 'merged';

/**
 * The answer to an address of something that has gone up in something else: a permanent redirect, in words too. No cache
 * keeps it unasked: a merge can be undone.
 */
export function movedTo(location: string, from: string): Response {
  return new Response(`“${from}” has been merged into what you find at ${location}\n`, {
    status: 301,
    headers: {
      Location: location,
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-cache',
      'Access-Control-Allow-Origin': '*',
    },
  });
}

/**
 * Leads on where a product or a supplier was merged; does nothing else. Call it before telling that there is none.
 * @throws the redirect
 */
export async function followMerge(
  { request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>,
  kind: 'product' | 'supplier',
  ref: string,
  pathOf: (to: Paths, slug: string) => string,
): Promise<void> {
  const slug = await findRedirect(context.publicDb, kind, ref);
  if (slug !== undefined) throw movedTo(pathOf(paths(languageOf(request)), slug), ref);
}
