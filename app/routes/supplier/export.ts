import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportDeclaration } from '~/app/exchange/export-declaration';
import { requireDeclaration } from '~/app/supplier/declaration.server';
import { writeInterchange } from '~/workflows/interchange/declaration';

/** The declaration as a JSON file. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { loaded } = await requireDeclaration(request, context, params.declaration);
  return new Response(writeInterchange(exportDeclaration(loaded)), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${loaded.product.slug.replace(/[^\w-]/g, '')}.json"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
