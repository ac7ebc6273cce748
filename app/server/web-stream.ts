import type { Readable } from 'node:stream';

/**
 * A stream of Node's as the body of a Response, read as it is sent. Not `Readable.toWeb`: in Node 20 a reader who goes
 * while something is on its way makes that throw where nobody can catch it, which ends the process.
 */
export function webStreamOf(source: Readable): ReadableStream<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => void source.destroy(),
    },
    { highWaterMark: 0 },
  );
}
