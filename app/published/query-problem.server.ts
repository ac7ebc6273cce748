import { json } from '@remix-run/node';
import { ApiProblem } from '~/app/api/problem';
import { type LongFilter, longFilters, wholeFilter } from '~/app/published/long-filters';
import { isTooSlow } from '~/db/published/too-slow';
import type { QueryProblem } from '~/workflows/product-query';

/**
 * Ends a page whose address asks for what does not exist: 400 with the sentence that `QueryProblemPage` makes of it.
 * @throws always
 */
export function refuseQuery({
  parameter,
  value,
  because = 'unknown-value',
}: Omit<QueryProblem, 'because'> & Partial<Pick<QueryProblem, 'because'>>): never {
  throw json({ queryProblem: { parameter, value, because } }, { status: 400 });
}

/**
 * Waits for a page's data.
 * @throws a 503 where the database gave up because it takes too long
 */
export async function inTime<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading;
  } catch (error) {
    if (isTooSlow(error)) throw new Response(null, { status: 503, headers: { 'Retry-After': '30' } });
    throw error;
  }
}

export function notFound(): never {
  throw new Response(null, { status: 404 });
}

/** @returns the filter that an address asks to see whole, '' where it asks for none @throws a 400 where it asks for another */
export function readWhole(request: Request): LongFilter | '' {
  const asked = new URL(request.url).searchParams.get(wholeFilter) ?? '';
  const whole = longFilters.find((name) => name === asked);
  if (asked !== '' && whole === undefined) refuseQuery({ parameter: wholeFilter, value: asked.slice(0, 100) });
  return whole ?? '';
}

/** What a program is told that asks for a feed or another file of what does not exist. */
export function refuseFile(problem: QueryProblem): Response {
  return new Response(JSON.stringify(ApiProblem.badQuery(problem).body()), {
    status: 400,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8' },
  });
}
