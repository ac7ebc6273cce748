import type { PageHandler } from './http';
import { problemResponse, type ServerProblem } from './problem-page';

/** What a bare status of a route says. */
const meant: Record<number, ServerProblem> = { 400: 'malformed', 404: 'missing', 405: 'method', 429: 'too-many' };

/**
 * A route that draws no page (a file, a feed, what a form or a script asks) refuses with a status and nothing else: whoever
 * opens it in a browser, or writes a program, is told in words what it means.
 */
export function refuseInWords(pages: PageHandler): PageHandler {
  return async (request, context) => {
    const response = await pages(request, context);
    const problem = meant[response.status];
    if (problem === undefined || response.body !== null || request.method === 'HEAD') return response;
    // Without a number of this request: what anybody may read is kept and given to others.
    const told = problemResponse(problem, new URL(request.url).pathname, '');
    for (const [name, value] of response.headers) if (name !== 'content-type') told.headers.set(name, value);
    return told;
  };
}
