import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound } from '~/app/published/query-problem.server';
import { countSitemapFiles, pagesOfFile, sitemapOf } from '~/app/published/sitemap';
import { listSitemapPages } from '~/app/published/sitemap.server';
import { sitemapResponse } from './sitemap';

/** One of the files that sitemap.xml lists. */
export async function loader({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const number = Number(/^([1-9]\d{0,3})\.xml$/.exec(params.file ?? '')?.[1]);
  const pages = await listSitemapPages(context.publicDb);
  if (!(number <= countSitemapFiles(pages.length))) notFound();
  return sitemapResponse(sitemapOf(pagesOfFile(pages, number), context.config.publicUrl));
}
