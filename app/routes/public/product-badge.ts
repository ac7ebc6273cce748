import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf } from '~/app/i18n/language';
import { apiPaths, paths } from '~/app/paths';
import { badgeResponse, findProductBadge, findSupportBadge, readBadgeFile } from '~/app/published/badge.server';
import { followMerge } from '~/app/published/moved.server';
import { copenhagenDay } from '~/workflows/day';

/** `badges/product.svg` of a product, and `badges/SF1500.svg` for one of its interfaces; `.json` for the same as data. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { name, format } = readBadgeFile(params.file);
  const asked = { language: languageOf(request), today: copenhagenDay(context.now()) };
  const slug = params.slug ?? '';
  const file = params.file ?? '';
  await followMerge({ request, context }, 'product', slug, (to, survivor) => to.productBadge(survivor, file));
  const badge =
    name === 'product'
      ? await findProductBadge(context.publicDb, slug, asked)
      : await findSupportBadge(context.publicDb, { slug, interfaceId: name }, asked);
  const { publicUrl } = context.config;
  const page = publicUrl + paths(asked.language).product(slug);
  return badgeResponse(badge, format, { page, proof: publicUrl + apiPaths.declaration(slug) });
}
