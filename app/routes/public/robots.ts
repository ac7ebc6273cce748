import type { LoaderFunctionArgs } from '@remix-run/node';
import { inLanguage } from '~/app/i18n/language';
import { sitemapPaths } from '~/app/paths';
import { languages } from '~/workflows/words';

/** Where there is nothing for search engines: somebody's work, and what asks the visitor to do something. */
const workplaces = ['/supplier/', '/review/', '/admin/', '/sign-in', '/account', '/calendar', '/invitation/'];

/** RFC 9309, with the address of the sitemap. */
export function loader({ context }: LoaderFunctionArgs): Response {
  const lines = [
    'User-agent: *',
    ...languages.flatMap((language) => workplaces.map((path) => `Disallow: ${inLanguage(path, language)}`)),
    '',
    `Sitemap: ${context.config.publicUrl}${sitemapPaths.all()}`,
    '',
  ];
  return new Response(lines.join('\n'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
