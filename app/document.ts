import { useContext } from 'react';
import { UNSAFE_DataRouterStateContext as RouterStateContext, useLocation, useMatches } from 'react-router-dom';
import { errorKindOf, errorTextKeys } from '~/app/components/frame/error-kind';
import { commonTexts } from '~/app/i18n/common';
import { inLanguage, languageOfPath } from '~/app/i18n/language';
import { translator } from '~/app/i18n/texts';
import { isPage, type Page, type PageArgs, type Portal } from '~/app/page';
import { paths } from '~/app/paths';
import type { FeedFile } from '~/app/published/feed-file';
import type { StructuredData } from '~/app/published/structured-data';
import { useViewedDay } from '~/app/viewed-day';
import { type Language, languages } from '~/workflows/words';

/** What the document's head and the frame are made of: said by the innermost route that is a page. */
export interface DocumentFacts {
  language: Language;
  /** The page's own title, as the breadcrumbs show it. */
  pageTitle: string;
  /** The document's: with "Fejl:" in front where something is wrong, and the portal's name behind. */
  title: string;
  description: string | null;
  crumbs: ReturnType<NonNullable<Page['breadcrumbs']>> | null;
  /** Where a feed of the page is, by the feed's file name. */
  feed: ((file: FeedFile) => string) | null;
  /** What the page is about, for search engines. */
  structured: ((portal: Portal) => StructuredData) | null;
  /** Whether other sites can show it by its address. */
  embedded: boolean;
  scripts: boolean;
  wide: boolean;
  /** Whether search engines may keep the page. */
  indexed: boolean;
  /** The page's path in each language, without its query. */
  alternates: ReadonlyArray<{ language: Language; path: string }>;
}

const unindexed = ['supplier', 'review', 'admin', 'sign-in', 'sign-out', 'calendar'];

export function useDocument(): DocumentFacts {
  const { pathname } = useLocation();
  const language = languageOfPath(pathname);
  const t = translator(commonTexts, language);
  const state = useContext(RouterStateContext);
  const viewed = useViewedDay();
  const current = usePageMatch(language, viewed?.day);
  const error = Object.values(state?.errors ?? {})[0];
  const failed = error !== undefined || current === null;

  const pageTitle = failed ? t(errorTextKeys[errorKindOf(error)].title) : current.page.title(current.args);
  const refused = failed || hasProblems(state?.actionData);
  const named = pageTitle === t('portalName') ? pageTitle : t('pageTitle', { page: pageTitle });
  const first = pathname.split('/').find((part) => part !== '' && part !== 'en') ?? '';
  return {
    language,
    pageTitle,
    title: refused ? t('errorTitle', { title: named }) : named,
    description: failed ? null : (current.page.description?.(current.args) ?? null),
    crumbs: failed ? null : (current.page.breadcrumbs?.(current.args) ?? []),
    feed: failed ? null : (current.page.feed?.(current.args) ?? null),
    structured: failed ? null : structuredOf(current),
    embedded: !failed && current.page.embedded === true,
    scripts: !failed && current.page.scripts === true,
    wide: !failed && current.page.wide === true,
    // Of every page there are as many as days: search engines keep the one that is true now.
    indexed: !failed && viewed === null && !unindexed.includes(first),
    alternates: languages.map((each) => ({ language: each, path: inLanguage(pathname, each) })),
  };
}

function structuredOf({ page, args }: { page: Page; args: PageArgs<unknown> }): DocumentFacts['structured'] {
  const { structured } = page;
  return structured ? (portal) => structured({ ...args, ...portal }) : null;
}

function usePageMatch(language: Language, on?: string): { page: Page; args: PageArgs<unknown> } | null {
  const matches = useMatches();
  const match = [...matches].reverse().find((each) => isPage(each.handle));
  if (!match || !isPage(match.handle)) return null;
  return { page: match.handle, args: { data: match.data, params: match.params, language, paths: paths(language, on) } };
}

/** Actions that refuse answer with `errors` (fields) or `refusal` (the act itself). */
function hasProblems(actionData: Readonly<Record<string, unknown>> | null | undefined): boolean {
  return Object.values(actionData ?? {}).some((data) => {
    if (typeof data !== 'object' || data === null) return false;
    if ('refusal' in data && data.refusal) return true;
    return 'errors' in data && Array.isArray(data.errors) && data.errors.length > 0;
  });
}
