import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import { deflateRaw, inflateRawSync } from 'node:zlib';
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

/** By the same key what was drawn once: a page that nobody asks for again is not worth compressing. */
const drawnOnceOnly = new LRUCache<string, true>({ max: 20_000 });

/**
 * Keeps a part that is drawn the second time, compressed on another thread, beside the page that it was drawn for. What
 * cannot be kept is drawn again.
 * @param bytes called for what is worth it
 */
export function keepDrawn(part: string, language: Language, content: string, bytes: () => Buffer): void {
  const key = keyOf(part, language, content);
  if (!drawnOnceOnly.delete(key)) {
    drawnOnceOnly.set(key, true);
    return;
  }
  const whole = bytes();
  deflateRaw(whole, { level: 1 }, (error, deflated) => {
    if (error) return;
    // Of its own memory: what zlib gives may be a piece of something larger.
    texts.set(key, { deflated: Buffer.from(deflated), size: whole.byteLength });
  });
}

/** Everything that is kept is forgotten, for tests. */
export function forgetDrawn(): void {
  texts.clear();
  drawnOnceOnly.clear();
}

function keyOf(part: string, language: Language, content: string): string {
  return `${part} ${language} ${content}`;
}
