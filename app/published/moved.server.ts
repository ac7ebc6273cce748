import type { LoaderFunctionArgs } from '@remix-run/node';
import { openToAll } from '~/app/api/open-to-all';
import { languageOf } from '~/app/i18n/language';
import { type Paths, paths } from '~/app/paths';
import { findRedirect } from '~/db/published/redirects';
import { dayParameter } from '~/workflows/viewed-day';

/** Where the survivor of a merge is shown; the page says there what went up in it. */
export const mergedAnchor = 'merged';

type Asked = Pick<LoaderFunctionArgs, 'request' | 'context'>;

/**
 * The answer to an address of something that has gone up in something else: a permanent redirect, in words too, with what else
 * was asked for and the day as of which. No cache keeps it unasked: a merge can be undone.
 * @param location where it is found now, without a query
 */
export function movedTo(asked: Asked, location: string, from: string): Response {
  const whole = withQuery(asked, location);
  return new Response(`“${from}” has been merged into what you find at ${whole}\n`, {
    status: 301,
    headers: {
      Location: whole,
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-cache',
      ...openToAll,
    },
  });
}

/**
 * Leads for now to another page: a redirect that nobody keeps.
 * @param pathOf the page in the language that was asked for
 */
export function ledTo(asked: Asked, pathOf: (to: Paths) => string): Response {
  const location = withQuery(asked, pathOf(paths(languageOf(asked.request))));
  return new Response(null, { status: 302, headers: { Location: location, 'Cache-Control': 'no-cache' } });
}

/** The location with what else was asked for, and the day as of which. */
function withQuery({ request, context: { viewedDay } }: Asked, location: string): string {
  const { searchParams } = new URL(request.url);
  if (viewedDay && 'day' in viewedDay) searchParams.set(dayParameter, viewedDay.day);
  const [path, anchor] = location.split('#');
  const query = searchParams.size > 0 ? `?${searchParams}` : '';
  return `${path}${query}${anchor === undefined ? '' : `#${anchor}`}`;
}

/**
 * Leads on where a product or a supplier was merged; does nothing else. Call it before telling that there is none.
 * @throws the redirect
 */
export async function followMerge(
  asked: Asked,
  kind: 'product' | 'supplier',
  ref: string,
  pathOf: (to: Paths, slug: string) => string,
): Promise<void> {
  const slug = await findRedirect(asked.context.publicDb, kind, ref);
  if (slug !== undefined) throw movedTo(asked, pathOf(paths(languageOf(asked.request)), slug), ref);
}
