import { createRequire } from 'node:module';
import { expect, test, vi } from 'vitest';
import { encodeWhenRead, readLater } from '~/app/server/lazy-handoff';

const bytes = (text: string) => new TextEncoder().encode(text);

test('a stream is opened when it is read, and gives what is in it', async () => {
  const open = vi.fn(() => new Blob([bytes('abc')]).stream() as ReadableStream<Uint8Array>);
  const stream = readLater(open);
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(open).not.toHaveBeenCalled();
  expect(await new Response(stream).text()).toBe('abc');
  expect(open).toHaveBeenCalledTimes(1);
});

test('what breaks while it is read is told to who reads', async () => {
  const stream = readLater(() => {
    throw new Error('broken');
  });
  await expect(stream.getReader().read()).rejects.toThrow('broken');
});

test('Remix goes on to hand data over, when somebody reads it', async () => {
  const ofRemix = createRequire(createRequire(import.meta.url).resolve('@remix-run/node'));
  const singleFetch = ofRemix('@remix-run/server-runtime/dist/single-fetch.js');
  const ownCopy = createRequire(import.meta.url)('@remix-run/server-runtime/dist/single-fetch.js');
  expect(ownCopy, 'what app/server/main.ts imports is what Remix calls').toBe(singleFetch);
  const before = singleFetch.encodeViaTurboStream;
  encodeWhenRead(singleFetch);
  expect(singleFetch.encodeViaTurboStream).not.toBe(before);
  let read = 0;
  const data = {
    get name() {
      read += 1;
      return 'æ';
    },
  };
  const stream = singleFetch.encodeViaTurboStream(data, new AbortController().signal, undefined, 'production');
  expect(read).toBe(0);
  expect(await new Response(stream).text()).toContain('æ');
  singleFetch.encodeViaTurboStream = before;
});
