import { createRequire } from 'node:module';
import path from 'node:path';

type Encode = (...args: unknown[]) => ReadableStream<Uint8Array>;

/**
 * Remix encodes what the loaders gave for the scripts of every page, also where the page has none and nobody will read
 * it: up to an eighth of a page. From now on it is encoded when somebody reads. Where Remix keeps it in another place
 * after an update, starting fails (test/app/server/lazy-handoff.test.ts tells earlier).
 */
export function encodeWhenRead(): void {
  const ofRemix = createRequire(createRequire(import.meta.url).resolve('@remix-run/node'));
  const folder = path.dirname(ofRemix.resolve('@remix-run/server-runtime'));
  const singleFetch = ofRemix(path.join(folder, 'single-fetch.js')) as { encodeViaTurboStream: Encode };
  const encode = singleFetch.encodeViaTurboStream;
  if (typeof encode !== 'function') throw new Error('Remix encodes what loaders gave somewhere else now.');
  singleFetch.encodeViaTurboStream = (...args) => readLater(() => encode(...args));
}

/** A stream that is opened with the first read. */
export function readLater(open: () => ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  let reader: ReadableStreamDefaultReader<Uint8Array> | null = null;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        reader ??= open().getReader();
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader?.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
