import { type LicenceName, licences } from '~/app/api/licence';
import { openToAll } from '~/app/api/open-to-all';
import { feedTexts } from '~/app/i18n/feeds';
import { lifecycleTexts } from '~/app/i18n/lifecycle';
import { translator } from '~/app/i18n/texts';
import { paths } from '~/app/paths';
import type { PublicEvent } from '~/db/published/events';
import type { SetSunset } from '~/db/published/sunsets';
import type { Language } from '~/workflows/words';
import { type FeedFile, feedFiles, feedTypes } from './feed-file';
import { atomOf, type Feed, type FeedEntry, jsonFeedOf } from './feed-formats';
import { headingOf, sunsetHeading } from './feed-words';
import { notFound } from './query-problem.server';

/** Entries of a feed: what a reader that asks once a week should not miss. */
export const feedLength = 100;

/** @throws a 404 for a name that no feed has */
export function readFeedFile(file: string | undefined): FeedFile {
  const known = feedFiles.find((each) => each === file);
  return known ?? notFound();
}

interface About {
  title: string;
  /** Paths of this portal. */
  page: string;
  self: string;
  /** What was set for versions of interfaces that the feed is about. */
  sunsets?: readonly SetSunset[];
}

interface Surroundings {
  language: Language;
  publicUrl: string;
  licence: LicenceName;
  /** Names of municipalities by code. */
  municipalities: Readonly<Record<string, string>>;
}

/** What happened, as a feed in either format. */
export function feedResponse(
  file: FeedFile,
  events: readonly PublicEvent[],
  { title, page, self, sunsets = [] }: About,
  surroundings: Surroundings,
): Response {
  const { language, publicUrl } = surroundings;
  const feed: Feed = {
    title,
    description: translator(feedTexts, language)('description'),
    language,
    pageUrl: publicUrl + page,
    feedUrl: publicUrl + self,
    licenceUrl: licences[surroundings.licence].url,
    entries: [
      ...events.map((event) => entryOf(event, surroundings)),
      ...sunsets.map((sunset) => sunsetEntry(sunset, surroundings)),
    ].sort((a, b) => b.at.getTime() - a.at.getTime()),
  };
  return new Response(file === 'atom.xml' ? atomOf(feed) : jsonFeedOf(feed), {
    headers: {
      'Content-Type': `${feedTypes[file].type}; charset=utf-8`,
      ...openToAll,
    },
  });
}

function entryOf(event: PublicEvent, surroundings: Surroundings): FeedEntry {
  const { language, publicUrl } = surroundings;
  return {
    // RFC 4151, of the ledger's entry: it is the same in every feed and both languages.
    id: `tag:${new URL(publicUrl).hostname},2026:ledger:${event.index}`,
    title: headingOf(event, language),
    url: publicUrl + paths(language).product(event.slug),
    at: event.at,
    text: textOf(event, surroundings),
    supplier: event.supplierName,
  };
}

function sunsetEntry(
  { id, interfaceId, label, sunsetOn, setAt }: SetSunset,
  { language, publicUrl }: Surroundings,
): FeedEntry {
  return {
    id: `urn:uuid:${id}`,
    title: sunsetHeading({ interfaceId, label, sunsetOn }, language),
    url: publicUrl + paths(language).interface(interfaceId),
    at: setAt,
    text: translator(lifecycleTexts, language)(sunsetOn === null ? 'feedTakenBackText' : 'feedText'),
    supplier: interfaceId,
  };
}

function textOf(event: PublicEvent, { language, municipalities }: Surroundings): string {
  const t = translator(feedTexts, language);
  const params = { supplier: event.supplierName, number: String(event.publication) };
  const municipality = municipalities[event.decidedBy] ?? event.decidedBy;
  const said = () => {
    if (event.event === 'resumed') return t('resumed', params);
    if (event.event !== 'published') return t('ended', params);
    return t(event.outcome === 'approved' ? 'approved' : 'partlyApproved', { ...params, municipality });
  };
  return event.isDemo ? `${said()} ${t('demo')}` : said();
}
