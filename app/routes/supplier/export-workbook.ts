import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportWorkbook, layoutContext } from '~/app/exchange/export-files.server';
import { exportResponse } from '~/app/exchange/export-response.server';
import { languageOf } from '~/app/i18n/language';
import { requireDeclaration } from '~/app/supplier/declaration.server';

/** The declaration as a workbook. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { loaded } = await requireDeclaration(request, context, params.declaration);
  const layout = await layoutContext(context.db, languageOf(request), context.now());
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return exportResponse(exportWorkbook(loaded, layout), loaded.product.slug, 'xlsx', mediaType);
}
