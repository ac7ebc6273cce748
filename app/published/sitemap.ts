import { locales } from '~/app/i18n/language';
import { xml } from '~/app/published/feed-formats';
import { type Language, languages } from '~/workflows/words';

/** A page for search engines: where it is in each language, and when it last changed, yyyy-mm-dd. */
export interface SitemapPage {
  paths: Readonly<Record<Language, string>>;
  changedOn: string | null;
}

/** Pages in a file, each in both languages: with their addresses in each other far below what sitemaps.org allows. */
export const pagesPerFile = 10_000;

/** The files that so many pages need: one, or an index of several numbered from 1. */
export function countSitemapFiles(pages: number): number {
  return Math.max(1, Math.ceil(pages / pagesPerFile));
}

/** The pages of a file. @param number from 1 up */
export function pagesOfFile(pages: readonly SitemapPage[], number: number): readonly SitemapPage[] {
  return pages.slice((number - 1) * pagesPerFile, number * pagesPerFile);
}

/** A sitemap (sitemaps.org 0.9) in which each page tells where it is in the other language. */
export function sitemapOf(pages: readonly SitemapPage[], publicUrl: string): string {
  const urls = pages.flatMap(({ paths, changedOn }) => {
    const alternates = languages.map(
      (each) =>
        `<xhtml:link rel="alternate" hreflang="${locales[each].slice(0, 2)}" href="${xml(publicUrl + paths[each])}"/>`,
    );
    const changed = changedOn === null ? '' : `<lastmod>${changedOn}</lastmod>`;
    return languages.map(
      (language) => `<url><loc>${xml(publicUrl + paths[language])}</loc>${changed}${alternates.join('')}</url>`,
    );
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}

/** @param files whole addresses of sitemaps */
export function sitemapIndexOf(files: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...files.map((file) => `<sitemap><loc>${xml(file)}</loc></sitemap>`),
    '</sitemapindex>',
    '',
  ].join('\n');
}
