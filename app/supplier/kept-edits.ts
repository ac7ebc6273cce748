import type { QuestionKey } from '~/workflows/questionnaire/instances';
import type { EditKeeper, KeptEdit } from './edits';

/** Whose edits, of what, and written on which page: two tabs never write over each other's. */
export interface KeptPlace {
  personId: string;
  declarationId: string;
  pageId: string;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const name = 'snitfladeklar-edit';

/** Keeps edits in the browser, one entry per answer; a reload or a restart of the browser finds them again. */
export function keepEdits(shelf: Shelf, place: KeptPlace): EditKeeper {
  return {
    keep: (edit) => {
      try {
        shelf.setItem(entryName(place, edit.key), JSON.stringify({ ...edit, at: Date.now() }));
        return true;
      } catch {
        // Full, or forbidden. The page says so.
        return false;
      }
    },
    drop: (key) => {
      try {
        shelf.removeItem(entryName(place, key));
      } catch {
        // What cannot be written cannot have been kept.
      }
    },
  };
}

/**
 * Takes over what pages that are gone have left of a declaration, for one person and for nobody else. Of two pages'
 * edits of one answer the later is taken; the earlier stays for the next page, where it meets the later as a conflict.
 * @param livingPages the ids of pages that are still open and will send their own
 * @param wanted the answers that this page shows
 */
export function adoptEdits(
  shelf: Shelf,
  place: KeptPlace,
  livingPages: ReadonlySet<string>,
  wanted: ReadonlySet<QuestionKey>,
): KeptEdit[] {
  const found = listEntries(shelf, place).filter(
    ({ pageId, edit }) => pageId !== place.pageId && !livingPages.has(pageId) && wanted.has(edit.key),
  );
  const latest = new Map<QuestionKey, (typeof found)[number]>();
  for (const entry of found.sort((a, b) => a.at - b.at)) latest.set(entry.edit.key, entry);
  const keeper = keepEdits(shelf, place);
  return [...latest.values()].flatMap(({ entry, edit }) => {
    // Written under the new name before the old one goes: a crash in between leaves it twice, never not at all.
    if (!keeper.keep(edit)) return [];
    shelf.removeItem(entry);
    return [edit];
  });
}

function listEntries(shelf: Shelf, { personId, declarationId }: KeptPlace) {
  const prefix = `${name}:${personId}:${declarationId}:`;
  const names = Array.from({ length: shelf.length }, (_, index) => shelf.key(index));
  return names.flatMap((entry) => {
    if (!entry?.startsWith(prefix)) return [];
    const [pageId] = entry.slice(prefix.length).split(':');
    const read = readEntry(shelf.getItem(entry));
    return pageId && read ? [{ entry, pageId, ...read }] : [];
  });
}

function readEntry(text: string | null): { edit: KeptEdit; at: number } | null {
  try {
    const { at, ...edit } = JSON.parse(text ?? '') as KeptEdit & { at: number };
    return typeof edit.key === 'string' && typeof edit.version === 'number' ? { edit, at } : null;
  } catch {
    return null;
  }
}

function entryName({ personId, declarationId, pageId }: KeptPlace, key: QuestionKey): string {
  return `${name}:${personId}:${declarationId}:${pageId}:${key}`;
}

/**
 * Shows other pages of this browser that a page is open, until it is gone; no clean-up is needed after a crash.
 * @returns the pages that are open now; where the browser cannot tell, none: an edit that is sent twice is recognized
 */
export async function announcePage(pageId: string): Promise<Set<string>> {
  if (!('locks' in navigator)) return new Set();
  void navigator.locks.request(lockName(pageId), () => new Promise(() => undefined));
  const { held = [] } = await navigator.locks.query();
  return new Set(
    held.flatMap((lock) => (lock.name?.startsWith(lockName('')) ? [lock.name.slice(name.length + 1)] : [])),
  );
}

function lockName(pageId: string): string {
  return `${name}:${pageId}`;
}
