import { createHash } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { isTooSlow } from '~/db/published/too-slow';
import { licences } from './licence';
import { linkedDataOf } from './linked-data';
import { openToAll } from './open-to-all';
import { ApiProblem } from './problem';
import { type ApiTable, tableResponse, takeFormat } from './tables/answer-table.server';

type Read = (args: LoaderFunctionArgs) => Promise<object>;

/**
 * A loader that answers with JSON and the licence, or with what `read` has made a Response of itself, and with a problem for whatever
 * goes wrong.
 * @param table how the same answer is a table; without it there is only JSON
 */
export function apiLoader(readData: Read, table?: ApiTable) {
  return async (args: LoaderFunctionArgs): Promise<Response> => {
    const read: Read = async (asked) => {
      const given = await readData(asked);
      return given instanceof Response ? given : { ...given, licence: licences[args.context.config.licence] };
    };
    try {
      const { viewedDay } = args.context;
      if (viewedDay?.kind === 'refused') throw ApiProblem.badQuery(viewedDay.problem);
      if (table) return await answerAs(args, read, table);
      const given = await read(args);
      return given instanceof Response ? given : jsonResponse(given);
    } catch (error) {
      if (error instanceof ApiProblem) return refuse(error);
      // Where what was asked for has gone.
      if (error instanceof Response) return inFormatOf(args.request, error);
      if (args.request.signal.aborted) throw error;
      if (isTooSlow(error)) return refuse(new ApiProblem(503, 'Too slow', 'The question takes too long. Narrow it.'));
      args.context.log.error({ err: error }, 'the API failed');
      return refuse(new ApiProblem(500, 'Internal error', `Report this number: ${args.context.requestId}`));
    }
  };
}

/** A redirect leads to the same format: `read` does not see which one was asked for. */
function inFormatOf(request: Request, redirect: Response): Response {
  const format = new URL(request.url).searchParams.get('format');
  const location = redirect.headers.get('Location');
  if (!format || location === null) return redirect;
  const url = new URL(location, request.url);
  url.searchParams.set('format', format);
  redirect.headers.set('Location', `${url.pathname}${url.search}${url.hash}`);
  return redirect;
}

/** JSON and JSON-LD page by page; a table whole, made as it is sent. */
async function answerAs(args: LoaderFunctionArgs, read: Read, table: ApiTable): Promise<Response> {
  const { format, request } = takeFormat(args.request);
  const first = await read({ ...args, request });
  if (format === 'json') return jsonResponse(first);
  if (format === 'jsonld') {
    const { publicUrl } = args.context.config;
    return jsonResponse(
      linkedDataOf(first as Parameters<typeof linkedDataOf>[0], table.name, publicUrl),
      'application/ld+json',
    );
  }
  const readAfter = (cursor: string) => {
    const url = new URL(request.url);
    url.searchParams.set('cursor', cursor);
    return read({ ...args, request: new Request(url, { method: 'GET', signal: request.signal }) });
  };
  const licence = licences[args.context.config.licence];
  return tableResponse({ format, table, first, readAfter, licence, headers: openToAll });
}

/** The action of every API route: nothing is changed through it. */
export function refuseToChange(_: ActionFunctionArgs): Response {
  const response = refuse(new ApiProblem(405, 'Method not allowed', 'The API is for reading: use GET.'));
  response.headers.set('Allow', 'GET, HEAD, OPTIONS');
  return response;
}

/** Refuses parameters that the list does not have: one that is misspelt would otherwise widen the answer unseen. */
export function requireKnownParameters(search: URLSearchParams, known: readonly string[]): void {
  for (const name of search.keys()) {
    if (!known.includes(name)) throw ApiProblem.unknownParameter(name);
  }
}

/** The body's own hash is its ETag, so the same data has the same one on every server. */
export function jsonResponse(value: object, mediaType = 'application/json'): Response {
  const body = JSON.stringify(value);
  const tag = createHash('sha256').update(body).digest('base64url').slice(0, 27);
  return new Response(body, {
    headers: {
      ...openToAll,
      'Content-Type': `${mediaType}; charset=utf-8`,
      ETag: `"${tag}"`,
    },
  });
}

function refuse(problem: ApiProblem): Response {
  return new Response(JSON.stringify(problem.body()), {
    status: problem.status,
    headers: { ...openToAll, 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
