import type { LoaderFunctionArgs } from '@remix-run/node';
import { feedTexts } from '~/app/i18n/feeds';
import { languageOf } from '~/app/i18n/language';
import { translator } from '~/app/i18n/texts';
import { paths } from '~/app/paths';
import { feedLength, feedResponse, readFeedFile } from '~/app/published/feed.server';
import { loadPublicCatalogue, readQueryOf } from '~/app/published/filters.server';
import { inTime, refuseFile } from '~/app/published/query-problem.server';
import { listEvents } from '~/db/published/events';
import { listSunsetNews } from '~/db/published/sunsets';
import { copenhagenDay } from '~/workflows/day';
import { writeProductQuery } from '~/workflows/product-query';

/** What happened to the products that a search finds, as Atom or JSON Feed. It has the filters of the list. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { publicDb: db, now, config } = context;
  const file = readFeedFile(params.file);
  const language = languageOf(request);
  const catalogue = await loadPublicCatalogue(db);
  const read = readQueryOf(request, catalogue);
  if (!read.ok) return refuseFile(read.problem);
  const { filters } = read.query;
  const today = copenhagenDay(now());
  const [events, sunsets] = await inTime(
    Promise.all([listEvents(db, filters, { today, catalogue, limit: feedLength }), listSunsetNews(db)]),
  );
  const to = paths(language);
  const query = writeProductQuery({ filters });
  const page = to.products(query);
  return feedResponse(
    file,
    events,
    {
      title: translator(feedTexts, language)(page === to.products() ? 'title' : 'titleOfSearch'),
      page,
      self: to.productsFeed(file, query),
      // Whoever asks for interfaces is told of their versions too.
      sunsets: sunsets.filter(({ interfaceId }) => filters.interface.includes(interfaceId)),
    },
    { language, publicUrl: config.publicUrl, licence: config.licence, municipalities: catalogue.municipalities },
  );
}
