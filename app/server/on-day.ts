import type { AppLoadContext } from '@remix-run/node';
import type postgres from 'postgres';
import { openToAll } from '~/app/api/open-to-all';
import type { PortalContext } from '~/app/context.server';
import { refuseFile } from '~/app/published/query-problem.server';
import { databaseOn } from '~/db/past';
import { findFirstDay } from '~/db/published/first-day';
import { copenhagenDay } from '~/workflows/day';
import type { QueryProblem } from '~/workflows/product-query';
import {
  dayParameter,
  keepsDay,
  type ReadDay,
  readViewedDay,
  showsDays,
  showsOnlyPresent,
} from '~/workflows/viewed-day';
import { endOfDay } from '~/workflows/working-days';
import { isApiPath } from './address';
import type { PageHandler } from './http';
import { pastFact } from './kept-pages';

/**
 * The time machine: a public address with `?on=` is answered by the same routes, which are given the database as it was
 * at the end of that day and that day's clock. Routes do not know of it but for what they say about coming days.
 * @param publicSql the pool of `publicDb`
 */
export function answerOnDay(
  pages: PageHandler,
  { publicSql, publicDb, now }: Pick<PortalContext, 'publicDb' | 'now'> & { publicSql: postgres.Sql },
): PageHandler {
  return async (request, context) => {
    const url = new URL(request.url);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const { pathname: path } = url;
    if (!isRead || !url.searchParams.has(dayParameter)) return pages(request, context);
    if (showsOnlyPresent(path)) return refuse({ parameter: dayParameter, value: '', because: 'only-present' });
    if (!showsDays(path) && !keepsDay(path)) return pages(request, context);
    const today = copenhagenDay(now());
    const given = url.searchParams.getAll(dayParameter);
    const day = readViewedDay(given, { today, firstDay: await findFirstDay(publicDb) });
    if (keepsDay(path)) return pages(request, contextOn(context, day, publicSql));
    url.searchParams.delete(dayParameter);
    if (day.kind === 'present' && !isApiPath(path)) {
      // One state, one address; and tomorrow the same link leads to the day that was meant.
      const headers = { Location: url.pathname + url.search, 'Cache-Control': 'no-store' };
      return new Response(null, { status: 302, headers });
    }
    return pages(new Request(url, request), contextOn(context, day, publicSql));
  };
}

/** As the files and badges themselves refuse, and anybody's page may read why. */
function refuse(problem: QueryProblem): Response {
  const response = refuseFile(problem);
  for (const [name, value] of Object.entries(openToAll)) response.headers.set(name, value);
  return response;
}

function contextOn(context: AppLoadContext, day: ReadDay, publicSql: postgres.Sql): AppLoadContext {
  if (day.kind === 'present') return context;
  // Only the read model's clock stands still: nobody's session lasts longer for it.
  if (day.kind !== 'past') return { ...context, viewedDay: day };
  const end = endOfDay(day.day);
  return {
    ...context,
    viewedDay: day,
    publicDb: databaseOn(publicSql, day.day),
    now: () => end,
    remember: (key, make) => context.remember(`${pastFact}${key}`, make),
  };
}
