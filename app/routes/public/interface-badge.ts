import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf } from '~/app/i18n/language';
import { badgeResponse, findInterfaceBadge, readBadgeFile } from '~/app/published/badge.server';
import { notFound } from '~/app/published/query-problem.server';

/** `badges/interface.svg` and `badges/interface.json` of an interface. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { name, format } = readBadgeFile(params.file);
  if (name !== 'interface') notFound();
  return badgeResponse(await findInterfaceBadge(context.publicDb, params.id ?? '', languageOf(request)), format);
}
