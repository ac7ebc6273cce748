// `npm run bench -- autosave`: how fast answers are saved, over HTTP into PostgreSQL, by many editors at once. Each has
// their own session and declaration, and types a new version into one question. First at the pace of people who write
// (a save every few seconds each), then as fast as answers come. One machine: the editors take their share of it.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt, ensureInstalled, root } from '../../app/server/prepare.js';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== 'autosave'),
  options: {
    editors: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '10' },
    pause: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
});
const [editors, seconds, pause] = [values.editors, values.seconds, values.pause].map(Number);

ensureInstalled();
await ensureBuilt();
const dataDir = mkdtempSync(path.join(tmpdir(), 'snitfladeklar-bench-'));
chmodSync(dataDir, 0o711);
const env = { PATH: process.env.PATH, NODE_ENV: 'development', PORT: '0', DATA_DIR: dataDir, DEMO: '1', WORKER: '0' };
// With the demo people there already, the portal makes no demo data: all that counts here is what the editors write.
const people = spawnSync(process.execPath, [path.join(root, 'build', 'server', 'cli.js'), 'demo', 'people'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  env,
});
if (people.status !== 0) throw new Error('The demo people could not be made.');
const portal = spawn(process.execPath, [path.join(root, 'build', 'server', 'main.js')], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...env, LOG_LEVEL: 'error' },
});
const agent = new http.Agent({ keepAlive: true, maxSockets: editors });
try {
  const url = await addressOf(portal);
  const writers = [];
  for (let number = 0; number < editors; number += 1) writers.push(await begin(url, number));
  const rows = [
    await measure(`a save every ${pause} s each`, writers, pause * 1000),
    await measure('as fast as answers come', writers, 0),
  ];
  if (values.json) process.stdout.write(`${JSON.stringify({ editors, seconds, rows }, null, 2)}\n`);
  else print(rows);
} finally {
  agent.destroy();
  if (portal.exitCode === null) {
    portal.kill('SIGINT');
    await once(portal, 'exit');
  }
  rmSync(dataDir, { recursive: true, force: true });
}

async function addressOf(child) {
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += chunk;
    const found = /open at (\S+)/.exec(printed);
    if (found) return found[1];
  }
  throw new Error(`The portal did not start:\n${printed}`);
}

/** Signs in and begins a declaration of a new product, by the portal's own forms. */
async function begin(url, number) {
  const signedIn = await send(url, '/sign-in/demo', { form: { person: 'supplier-signatory' } });
  const cookie = signedIn.headers['set-cookie']?.[0]?.split(';')[0];
  if (!cookie) throw new Error(`Signing in answered ${signedIn.status}.`);
  const product = { name: `Måling ${number}`, description: 'Til målingen.', type: 'andet', kle: '05' };
  const made = await send(url, '/supplier/products/new', { cookie, form: product });
  const home = await send(url, made.headers.location ?? '/supplier', { cookie });
  const ways = [...home.text.matchAll(/\/supplier\/products\/([0-9a-f-]{36})\/declare/g)];
  let location = made.headers.location ?? '';
  if (!location.includes('/declarations/')) {
    const declared = await send(url, ways.at(-1)?.[0] ?? '/', { cookie, form: { intent: 'declare' } });
    location = declared.headers.location ?? '';
  }
  const [, id] = /\/declarations\/([0-9a-f-]{36})/.exec(location) ?? [];
  if (!id) throw new Error(`No declaration began: ${made.status} ${location}`);
  return { url, cookie, address: `/supplier/declarations/${id}/answers`, version: 0, count: 0 };
}

function send(url, address, { cookie, form, json }) {
  const body = json ? JSON.stringify(json) : form ? new URLSearchParams(form).toString() : null;
  const type = json ? 'application/json' : 'application/x-www-form-urlencoded';
  const headers = {
    Origin: url,
    ...(cookie ? { Cookie: cookie } : {}),
    ...(body === null ? {} : { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }),
  };
  return new Promise((resolve, reject) => {
    const request = http.request(new URL(address, url), { agent, method: body === null ? 'GET' : 'POST', headers });
    request.once('error', reject);
    request.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.once('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
    });
    request.end(body);
  });
}

async function measure(what, people, rest) {
  const latencies = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  await Promise.all(
    people.map(async (person) => {
      // Not all in the same moment.
      if (rest > 0) await sleep(Math.random() * rest);
      while (performance.now() < end) {
        const from = performance.now();
        await save(person);
        latencies.push(performance.now() - from);
        if (rest > 0) await sleep(rest * (0.5 + Math.random()));
      }
    }),
  );
  const took = (performance.now() - begun) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share) => Math.round(latencies[Math.floor(share * (latencies.length - 1))]);
  return {
    what,
    saves: latencies.length,
    perSecond: latencies.length / took,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  };
}

async function save(person) {
  person.count += 1;
  const edit = { key: 'gen-version', value: `1.${person.count}`, justification: null, expectedVersion: person.version };
  const { status, text } = await send(person.url, person.address, { cookie: person.cookie, json: { answers: [edit] } });
  const outcome = status === 200 ? JSON.parse(text).outcomes[0] : undefined;
  if (outcome?.status !== 'saved') throw new Error(`A save answered ${status}: ${text.slice(0, 200)}`);
  person.version = outcome.version;
}

function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function print(rows) {
  const lines = [
    [`${editors} editors`, 'saves', 'saves/s', 'median ms', '95 % ms', '99 % ms'],
    ...rows.map(({ what, saves, perSecond, p50, p95, p99 }) => [what, saves, perSecond.toFixed(0), p50, p95, p99]),
  ];
  for (const [first, ...cells] of lines) {
    process.stdout.write(`${String(first).padEnd(28)}${cells.map((cell) => String(cell).padStart(12)).join('')}\n`);
  }
}
