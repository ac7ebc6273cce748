import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { Drawn } from '~/app/kept-parts';
import type { Language } from '~/workflows/words';

/** In bytes, compressed: a product's part is some 15 kB of 140. */
const mostDrawn = 32 * 1024 * 1024;

interface DrawnText {
  deflated: Buffer;
  /** In bytes, of the text. */
  size: number;
}

const texts = new LRUCache<string, DrawnText>({
  maxSize: mostDrawn,
  sizeCalculation: ({ deflated }, key) => deflated.byteLength + key.length + 200,
});

/** The texts that were there when a loader asked; they stay for as long as its page is made. */
const found = new WeakMap<Drawn, DrawnText>();

/**
 * The hash of everything that a part is drawn from. Unlike JSON, what is hashed tells each kind of value from every other,
 * and refuses what it cannot write.
 */
export function contentOf(view: object): string {
  return createHash('sha1').update(serialize(view)).digest('base64url');
}

/** @returns what to give the part instead of its view; undefined where it is not drawn yet, or not any more */
export function findDrawn(part: string, language: Language, content: string): Drawn | undefined {
  const text = texts.get(keyOf(part, language, content));
  if (!text) return undefined;
  const drawn: Drawn = { content };
  found.set(drawn, text);
  return drawn;
}

/** The part's bytes, of what `findDrawn` gave. */
export function drawnBytes(drawn: Drawn): Buffer<ArrayBuffer> | undefined {
  const text = found.get(drawn);
  return text && inflateRawSync(text.deflated, { chunkSize: Math.max(64, text.size + 1) });
}

/** Fast, with room enough for a page of ours in one go: a quarter of a millisecond, a third of what another thread costs. */
const compression = { level: 1, memLevel: 9, chunkSize: 32 * 1024 };

/**
 * Keeps a part that has been drawn, compressed once the page that it was drawn for has gone.
 * @param pieces its bytes
 */
export function keepDrawn(part: string, language: Language, content: string, pieces: readonly Buffer[]): void {
  setImmediate(() => {
    const whole = Buffer.concat(pieces);
    // Of its own memory: what zlib gives is a piece of something larger.
    const deflated = Buffer.from(deflateRawSync(whole, compression));
    texts.set(keyOf(part, language, content), { deflated, size: whole.byteLength });
  });
}

/** Everything that is kept is forgotten, for tests. */
export function forgetDrawn(): void {
  texts.clear();
}

function keyOf(part: string, language: Language, content: string): string {
  return `${part} ${language} ${content}`;
}
