import { json } from '@remix-run/node';
import type { QueryProblem } from '~/workflows/product-query';

/**
 * Ends a page whose address asks for what does not exist: 400 with the sentence that `QueryProblemPage` makes of it.
 * @throws always
 */
export function refuseQuery(problem: QueryProblem): never {
  throw json({ queryProblem: problem }, { status: 400 });
}

export function notFound(): never {
  throw new Response(null, { status: 404 });
}
