import type { LoaderFunctionArgs } from '@remix-run/node';
import { sitemapPaths } from '~/app/paths';
import { countSitemapFiles, pagesOfFile, sitemapIndexOf, sitemapOf } from '~/app/published/sitemap';
import { listSitemapPages } from '~/app/published/sitemap.server';

/** All public pages, or where they are listed when there are many. */
export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const { publicUrl } = context.config;
  const pages = await listSitemapPages(context.publicDb);
  const files = countSitemapFiles(pages.length);
  const numbers = Array.from({ length: files }, (_, index) => String(index + 1));
  const body =
    files > 1
      ? sitemapIndexOf(numbers.map((number) => publicUrl + sitemapPaths.part(number)))
      : sitemapOf(pagesOfFile(pages, 1), publicUrl);
  return sitemapResponse(body);
}

export function sitemapResponse(body: string): Response {
  return new Response(body, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
