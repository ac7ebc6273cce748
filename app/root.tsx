import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import {
  Links,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { licences } from '~/app/api/licence';
import { ErrorPage } from '~/app/components/frame/error-page';
import { Frame } from '~/app/components/frame/frame';
import { useDocument } from '~/app/document';
import { inLanguage, LanguageContext, locales } from '~/app/i18n/language';
import type { Portal } from '~/app/page';
import { oembedPath, questionnaireSlug } from '~/app/paths';
import { type FeedFile, feedFiles, feedTypes } from '~/app/published/feed-file';
import { structuredText } from '~/app/published/structured-data';
import { useRequestInfo } from '~/app/request-info';
import stylesheet from '~/app/styles/portal.scss?url';
import { ViewedDayContext } from '~/app/viewed-day';
import regularFont from '../node_modules/dkfds/dist/fonts/IBMPlexSans/split/woff2/IBMPlexSans-Regular-Latin1.woff2?url';
import boldFont from '../node_modules/dkfds/dist/fonts/IBMPlexSans/split/woff2/IBMPlexSans-SemiBold-Latin1.woff2?url';

/** The document. Its head, scripts and language follow from the page's `handle` (app/page.ts) and path. */
export const links: LinksFunction = () => [
  { rel: 'preload', href: regularFont, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'preload', href: boldFont, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
];

/** Nothing of the session: the same for everybody. */
export function loader({ context }: LoaderFunctionArgs) {
  const { viewedDay, config } = context;
  const isShown = viewedDay !== null && viewedDay.kind !== 'refused';
  const { publicUrl, demo, licence } = config;
  return { publicUrl, demo, licence, viewedDay: isShown ? viewedDay : null };
}

/** A page without scripts has nothing of its request in it, so that the same content is the same bytes. */
export function Layout({ children }: { children: ReactNode }) {
  const viewedDay = useRouteLoaderData<typeof loader>('root')?.viewedDay ?? null;
  return (
    <ViewedDayContext.Provider value={viewedDay}>
      <Document>{children}</Document>
    </ViewedDayContext.Provider>
  );
}

function Document({ children }: { children: ReactNode }) {
  const { nonce, requestId } = useRequestInfo();
  const facts = useDocument();
  const portal = useRouteLoaderData<typeof loader>('root');
  const publicUrl = portal?.publicUrl;
  return (
    <html lang={facts.language} data-request-id={facts.scripts ? requestId : undefined} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#11181b" />
        <title>{facts.title}</title>
        {facts.description && <meta name="description" content={facts.description} />}
        {facts.indexed && publicUrl ? <Addresses publicUrl={publicUrl} /> : <meta name="robots" content="noindex" />}
        {facts.indexed && portal && <Shared publicUrl={portal.publicUrl} licenceUrl={licences[portal.licence].url} />}
        {facts.indexed && facts.embedded && publicUrl && <Embeds publicUrl={publicUrl} />}
        {facts.feed && <Feeds href={facts.feed} />}
        <Links />
      </head>
      <body>
        <LanguageContext.Provider value={facts.language}>{children}</LanguageContext.Provider>
        {facts.scripts && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  );
}

function Feeds({ href }: { href: (file: FeedFile) => string }) {
  return feedFiles.map((file) => (
    <link key={file} rel="alternate" type={feedTypes[file].type} title={feedTypes[file].name} href={href(file)} />
  ));
}

/** Where a site that is given the page's address learns how to show it (oembed.com). */
function Embeds({ publicUrl }: { publicUrl: string }) {
  const { language, pageTitle } = useDocument();
  const { pathname } = useLocation();
  const url = `${publicUrl}${inLanguage(pathname, language)}`;
  return (['json', 'xml'] as const).map((format) => (
    <link
      key={format}
      rel="alternate"
      type={format === 'json' ? 'application/json+oembed' : 'text/xml+oembed'}
      title={pageTitle}
      href={publicUrl + oembedPath({ url, format })}
    />
  ));
}

/** What is shown where somebody shares the page, and what search engines are told of it. */
function Shared(portal: Portal) {
  const { publicUrl } = portal;
  const { language, pageTitle, description, structured } = useDocument();
  const { pathname } = useLocation();
  return (
    <>
      <meta property="og:site_name" content="Snitfladeklar" />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={pageTitle} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:url" content={`${publicUrl}${inLanguage(pathname, language)}`} />
      <meta property="og:locale" content={locales[language].replace('-', '_')} />
      <meta property="og:image" content={`${publicUrl}/apple-touch-icon.png`} />
      {structured && <StructuredScript text={structuredText(structured(portal), language)} />}
    </>
  );
}

/** Data, which no browser runs. */
function StructuredScript({ text }: { text: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which `<` is escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />;
}

/** The page's one address, and the same page in the other language. */
function Addresses({ publicUrl }: { publicUrl: string }) {
  const { language, alternates } = useDocument();
  const { pathname } = useLocation();
  const absolute = (path: string): string => (path === '/' ? publicUrl : `${publicUrl}${path}`);
  return (
    <>
      <link rel="canonical" href={absolute(inLanguage(pathname, language))} />
      {alternates.map((alternate) => (
        <link key={alternate.language} rel="alternate" hrefLang={alternate.language} href={absolute(alternate.path)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={absolute(inLanguage(pathname, 'da'))} />
    </>
  );
}

export default function Root() {
  return <Outlet />;
}

/** For what breaks outside the frame's own route; shows nobody's session. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { requestId } = useRequestInfo();
  const { pageTitle } = useDocument();
  const location = useLocation();
  const licence = useRouteLoaderData<typeof loader>('root')?.licence;
  return (
    <Frame
      demo={false}
      licence={licence}
      person={null}
      location={location}
      questionnaireSlug={questionnaireSlug}
      crumbs={null}
      title={pageTitle}
    >
      <ErrorPage error={error} requestId={requestId} />
    </Frame>
  );
}
