import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportDeclaration } from '~/app/exchange/export-declaration';
import { exportResponse } from '~/app/exchange/export-response.server';
import { requireDeclaration } from '~/app/supplier/declaration.server';
import { writeInterchange } from '~/workflows/interchange/declaration';

/** The declaration as a JSON file. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { loaded } = await requireDeclaration(request, context, params.declaration);
  const body = writeInterchange(exportDeclaration(loaded));
  return exportResponse(body, loaded.product.slug, 'json', 'application/json; charset=utf-8');
}
