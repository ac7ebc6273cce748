// What `npm run bench` runs: how much a kept public page saves, in one run on one machine. It starts the built portal
// on the demo data in a folder of its own and asks for the same pages in turn as somebody without a session (kept) and
// as somebody who is signed in (rendered anew each time). Ratios are formed within one turn, so that what else the
// machine does falls on both; absolute numbers mean little. For a comparison with other systems see docs/performance.md.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt, ensureInstalled, root } from '../../app/server/prepare.js';

// Other measurements have a name: `npm run bench -- autosave`.
const [, , name] = process.argv;
if (name === 'autosave' || name === 'key-to-paint' || name === 'inbox' || name === 'lighthouse') {
  await import(`./${name}.js`);
  process.exit();
}

const { values } = parseArgs({
  options: {
    turns: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    connections: { type: 'string', default: '8' },
    json: { type: 'boolean', default: false },
  },
});
const [turns, seconds, connections] = [values.turns, values.seconds, values.connections].map(Number);
const pages = ['/', '/products', '/interfaces/SF1500', '/compare'];

ensureInstalled();
await ensureBuilt();
const dataDir = mkdtempSync(path.join(tmpdir(), 'snitfladeklar-bench-'));
chmodSync(dataDir, 0o711);
const portal = spawn(process.execPath, [path.join(root, 'build', 'server', 'main.js')], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { PATH: process.env.PATH, NODE_ENV: 'development', PORT: '0', DATA_DIR: dataDir, DEMO: '1', WORKER: '0' },
});
try {
  const url = await addressOf(portal);
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const cookie = await signIn(url);
  const rows = [];
  for (const page of pages) rows.push(await compare(agent, url + page, page, cookie));
  agent.destroy();
  if (values.json) process.stdout.write(`${JSON.stringify({ turns, seconds, connections, rows }, null, 2)}\n`);
  else print(rows);
} finally {
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
    if (found) {
      child.stdout.resume();
      return found[1];
    }
  }
  throw new Error(`The portal did not start:\n${printed}`);
}

async function signIn(url) {
  const answer = await fetch(`${url}/sign-in/demo`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: url },
    body: new URLSearchParams({ person: 'auditor' }),
  });
  const cookie = answer.headers.get('Set-Cookie')?.split(';')[0];
  if (!cookie) throw new Error(`Signing in answered ${answer.status}.`);
  return cookie;
}

/** Both kinds in turn; the first answer of each is not counted. */
async function compare(agent, address, page, Cookie) {
  await ask(agent, address, {});
  await ask(agent, address, { Cookie });
  const measured = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const kept = await load(agent, address, {});
    const fresh = await load(agent, address, { Cookie });
    measured.push({ kept, fresh, ratio: kept / fresh });
  }
  return { page, kept: median(measured, 'kept'), fresh: median(measured, 'fresh'), ratio: median(measured, 'ratio') };
}

/** Requests a second over all connections. */
async function load(agent, address, headers) {
  const startedAt = performance.now();
  const end = startedAt + seconds * 1000;
  let answered = 0;
  const connection = async () => {
    while (performance.now() < end) {
      await ask(agent, address, headers);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return answered / ((performance.now() - startedAt) / 1000);
}

function ask(agent, address, headers) {
  return new Promise((resolve, reject) => {
    const request = http.get(address, { agent, headers: { 'Accept-Encoding': 'gzip', ...headers } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${address} answered ${response.statusCode}.`));
      response.resume().once('end', resolve);
    });
    request.once('error', reject);
  });
}

function median(list, name) {
  const sorted = list.map((each) => each[name]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function print(rows) {
  const lines = [
    ['page', 'kept, requests/s', 'rendered, requests/s', 'ratio'],
    ...rows.map(({ page, kept, fresh, ratio }) => [page, kept.toFixed(0), fresh.toFixed(0), `${ratio.toFixed(1)}×`]),
  ];
  for (const [page, ...cells] of lines) {
    process.stdout.write(`${page.padEnd(24)}${cells.map((cell) => cell.padStart(22)).join('')}\n`);
  }
  process.stdout.write(`median of ${turns} turns of ${seconds} s each, ${connections} connections, one machine\n`);
}
