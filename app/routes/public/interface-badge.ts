import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf } from '~/app/i18n/language';
import { paths } from '~/app/paths';
import { badgeResponse, findInterfaceBadge, readBadgeFile } from '~/app/published/badge.server';
import { notFound } from '~/app/published/query-problem.server';

/** `badges/interface.svg` and `badges/interface.json` of an interface. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { name, format } = readBadgeFile(params.file);
  if (name !== 'interface') notFound();
  const [id, language] = [params.id ?? '', languageOf(request)];
  const badge = await findInterfaceBadge(context.publicDb, id, language);
  return badgeResponse(badge, format, { page: context.config.publicUrl + paths(language).interface(id) });
}
