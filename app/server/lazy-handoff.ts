/**
 * Remix encodes what the loaders gave for the scripts of every page, also where the page has none and nobody will read
 * it: up to an eighth of a page. From now on it is encoded when somebody reads. Where Remix keeps it in another place
 * after an update, the build or the start fails (test/app/server/lazy-handoff.test.ts tells earlier).
 * @param singleFetch Remix's own module, which its other modules call through its exports
 */
export function encodeWhenRead<Args extends unknown[]>(singleFetch: {
  encodeViaTurboStream: (...args: Args) => ReadableStream<Uint8Array>;
}): void {
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
