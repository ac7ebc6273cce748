import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { sendAnswers } from '~/app/supplier/send-answers';

test('an answer with the null character reaches the check of answers and stops no other', async () => {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    request.on('data', (chunk) => bodies.push(String(chunk)));
    request.on('end', () => response.end('{"ok":true,"outcomes":[]}'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const edits = [
    { key: 'one', value: 'a\0b', justification: '', expectedVersion: 0 },
    { key: 'two', value: String.raw`\u0000 and %00`, justification: '', expectedVersion: 0 },
  ];
  try {
    await sendAnswers(`http://127.0.0.1:${port}/`, 'person', edits);
  } finally {
    server.close();
  }
  const { answers } = JSON.parse(bodies.join('')) as { answers: typeof edits };
  expect(answers.map(({ value }) => value)).toEqual(['a\u0001b', edits[1]?.value]);
});
