import type { ActionFunctionArgs } from '@remix-run/node';
import { jsonAnswer, supplierApi } from '~/app/api/supplier/answer.server';
import { bodyOf, requireOwnDeclaration } from '~/app/api/supplier/own-declaration.server';
import { SupplierProblem } from '~/app/api/supplier/problem';
import { proposeDeclaration } from '~/app/api/supplier/propose.server';

/** The declaration in the form of exports. */
export const loader = supplierApi('declarations:read', async (asked) => {
  const body = bodyOf(await requireOwnDeclaration(asked));
  const answer = jsonAnswer(body);
  const known = asked.request.headers.get('If-None-Match');
  const tag = answer.headers.get('ETag') ?? '';
  if (!known?.split(',').some((each) => each.trim() === tag)) return answer;
  return new Response(null, { status: 304, headers: { ETag: tag, 'Cache-Control': 'private, no-store' } });
});

const propose = supplierApi('proposals:write', proposeDeclaration);

/** Takes a declaration in the same form as proposals: PUT or POST. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  if (args.request.method === 'PUT' || args.request.method === 'POST') return propose(args);
  return SupplierProblem.wrongMethod('GET, HEAD, PUT, POST').toResponse();
}
