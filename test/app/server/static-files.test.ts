import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { staticFiles } from '~/app/server/static-files';

const folder = mkdtempSync(path.join(tmpdir(), 'snitfladeklar-files-'));
for (const name of ['gone.css', 'here.css']) writeFileSync(path.join(folder, name), 'a {}');
const files = staticFiles(folder);
const server = createServer((request, response) => files(request, response, () => response.writeHead(404).end()));
let url: string;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

it('a file that was taken away breaks off its own answer, and the next is served', async () => {
  rmSync(path.join(folder, 'gone.css'));
  await expect(fetch(`${url}/gone.css`).then((response) => response.text())).rejects.toThrow();
  const here = await fetch(`${url}/here.css`);
  expect(await here.text()).toBe('a {}');
  expect(here.headers.get('Cache-Control')).toBe('public, max-age=3600');
  expect((await fetch(`${url}/never.css`)).status).toBe(404);
});
