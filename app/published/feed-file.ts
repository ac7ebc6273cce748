/** A feed's name in its address: in Atom (RFC 4287) or as JSON Feed 1.1. */
export const feedFiles = ['atom.xml', 'feed.json'] as const;
export type FeedFile = (typeof feedFiles)[number];

export const feedTypes: Readonly<Record<FeedFile, { name: string; type: string }>> = {
  'atom.xml': { name: 'Atom', type: 'application/atom+xml' },
  'feed.json': { name: 'JSON Feed', type: 'application/feed+json' },
};
