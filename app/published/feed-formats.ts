import type { Language } from '~/workflows/words';

/** What a feed tells, whatever it is written in. Addresses are whole. */
export interface Feed {
  title: string;
  description: string;
  language: Language;
  /** The page that shows the same. */
  pageUrl: string;
  feedUrl: string;
  licenceUrl: string;
  /** Latest first. */
  entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** Never the same for another entry, never another for the same one. */
  id: string;
  title: string;
  url: string;
  at: Date;
  text: string;
  supplier: string;
}

/** Of a feed in which nothing happened yet: a time that stays the same. */
const beginning = new Date(0);

/** Atom (RFC 4287). */
export function atomOf(feed: Feed): string {
  const updated = feed.entries[0]?.at ?? beginning;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">`,
    `<id>${xml(feed.feedUrl)}</id>`,
    `<title>${xml(feed.title)}</title>`,
    `<subtitle>${xml(feed.description)}</subtitle>`,
    `<updated>${updated.toISOString()}</updated>`,
    '<author><name>Snitfladeklar</name></author>',
    `<link rel="self" type="application/atom+xml" href="${xml(feed.feedUrl)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(feed.pageUrl)}"/>`,
    `<link rel="license" href="${xml(feed.licenceUrl)}"/>`,
    ...feed.entries.map(atomEntry),
    '</feed>',
    '',
  ].join('\n');
}

function atomEntry({ id, title, url, at, text, supplier }: FeedEntry): string {
  return [
    '<entry>',
    `<id>${xml(id)}</id>`,
    `<title>${xml(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${xml(url)}"/>`,
    `<updated>${at.toISOString()}</updated>`,
    `<published>${at.toISOString()}</published>`,
    `<category term="${xml(supplier)}"/>`,
    `<summary>${xml(text)}</summary>`,
    '</entry>',
  ].join('\n');
}

/** JSON Feed 1.1 (jsonfeed.org). */
export function jsonFeedOf(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.pageUrl,
    feed_url: feed.feedUrl,
    language: feed.language,
    authors: [{ name: 'Snitfladeklar' }],
    items: feed.entries.map(({ id, title, url, at, text, supplier }) => ({
      id,
      url,
      title,
      content_text: text,
      date_published: at.toISOString(),
      date_modified: at.toISOString(),
      tags: [supplier],
    })),
  });
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text in XML 1.0: without the characters that it cannot hold at all. */
export function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => escapes[character] ?? '');
}
