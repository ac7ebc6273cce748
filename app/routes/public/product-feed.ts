import type { LoaderFunctionArgs } from '@remix-run/node';
import { feedTexts } from '~/app/i18n/feeds';
import { languageOf } from '~/app/i18n/language';
import { translator } from '~/app/i18n/texts';
import { paths } from '~/app/paths';
import { feedLength, feedResponse, readFeedFile } from '~/app/published/feed.server';
import { followMerge } from '~/app/published/moved.server';
import { notFound } from '~/app/published/query-problem.server';
import { listMunicipalities } from '~/db/catalogue';
import { listEventsOf } from '~/db/published/events';

/** What happened to one product's publications, also when it is not public any more. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { publicDb: db, config } = context;
  const file = readFeedFile(params.file);
  const language = languageOf(request);
  const slug = params.slug ?? '';
  await followMerge({ request, context }, 'product', slug, (to, survivor) => to.productFeed(survivor, file));
  const [events, municipalities] = await Promise.all([listEventsOf(db, slug, feedLength), listMunicipalities(db)]);
  const [latest] = events;
  if (!latest) notFound();
  const to = paths(language);
  return feedResponse(
    file,
    events,
    {
      title: translator(feedTexts, language)('titleOf', { name: latest.name }),
      page: to.product(slug),
      self: to.productFeed(slug, file),
    },
    {
      language,
      publicUrl: config.publicUrl,
      licence: config.licence,
      municipalities: Object.fromEntries(municipalities.map(({ code, name }) => [code, name])),
    },
  );
}
