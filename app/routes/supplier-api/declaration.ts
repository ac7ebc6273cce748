import type { ActionFunctionArgs } from '@remix-run/node';
import { jsonAnswer, supplierApi } from '~/app/supplier-api/answer.server';
import { bodyOf, requireOwnDeclaration } from '~/app/supplier-api/own-declaration.server';
import { SupplierProblem } from '~/app/supplier-api/problem';
import { proposeDeclaration } from '~/app/supplier-api/propose.server';

/** The declaration in the form of exports. */
export const loader = supplierApi('declarations:read', async (asked) =>
  jsonAnswer(bodyOf(await requireOwnDeclaration(asked))),
);

const propose = supplierApi('proposals:write', proposeDeclaration);

/** Takes a declaration in the same form as proposals: PUT or POST. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  if (args.request.method === 'PUT' || args.request.method === 'POST') return propose(args);
  return SupplierProblem.wrongMethod('GET, HEAD, PUT, POST').toResponse();
}
