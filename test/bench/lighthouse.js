// What `npm run bench -- lighthouse http://localhost:3000` runs: Lighthouse's four scores of each kind of public page of a running
// portal, as a phone (slowed down, as its standard is) and as a desktop. Prints a table in Markdown, and below it what each page lost points for.
// Lighthouse is 190 MB with all that it brings, so it is no dependency: it is fetched into .cache at the first run.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from '../../app/server/prepare.js';
import { browserFlags, ensureBrowser } from '../runner/browser.js';

/** The last version that runs on Node 20. */
const version = '12.8.2';

const { values, positionals } = parseArgs({
  args: process.argv.slice(3),
  allowPositionals: true,
  options: {
    page: { type: 'string', multiple: true },
    runs: { type: 'string', default: '1' },
    slowdown: { type: 'string' },
  },
});
const [url] = positionals;
if (!url) throw new Error('Say where the portal is: npm run bench -- lighthouse http://localhost:3000');

const [product] = await listOf('products');
const [municipality] = await listOf('municipalities');
const [supplier] = await listOf('suppliers');
const pages = values.page ?? [
  '/',
  '/products',
  `/products/${product.id}`,
  `/suppliers/${supplier.id}`,
  '/interfaces',
  '/interfaces/SF1500',
  '/interfaces/groups/organisation',
  '/municipalities',
  `/municipalities/${municipality.id}`,
  '/compare',
  '/profile?need=SF1500~ready~must&need=SF1470~planned',
  '/statistics',
  '/verify',
  '/verify/declaration',
  '/questionnaires/faelleskommunal-infrastruktur',
  '/about',
];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

const { lighthouse, launch, desktop } = await getLighthouse();
const chrome = await launch({
  chromePath: await ensureBrowser(),
  chromeFlags: ['--headless=new', ...browserFlags],
  logLevel: 'error',
});
const lost = [];
try {
  print(['Page', ...['phone', 'desktop'].flatMap((form) => categories.map((name) => `${name}, ${form}`))]);
  print(Array.from({ length: 9 }, () => '---'));
  for (const page of pages) {
    const phone = await scoresOf(page, 'phone', undefined);
    print([`\`${page}\``, ...phone, ...(await scoresOf(page, 'desktop', desktop))]);
  }
} finally {
  await chrome.kill();
}
process.stdout.write(`\n${lost.join('\n')}\n`);

/** Of each category, 0 to 100: of the run with the best performance, which is the one that the machine disturbed least. */
async function scoresOf(page, form, config) {
  const reports = [];
  for (let run = 0; run < Number(values.runs); run += 1) reports.push(await look(page, config));
  const [{ categories: scored, audits, environment }] = reports.sort(
    (one, other) => other.categories.performance.score - one.categories.performance.score,
  );
  return categories.map((name) => {
    const { score, auditRefs } = scored[name];
    for (const { id, weight } of auditRefs) {
      const audit = audits[id];
      const isLost = weight > 0 && audit.score !== null && audit.score < 0.9;
      if (!isLost) continue;
      // Below 1000 the machine itself is slower than what Lighthouse's slowed-down phone is meant for.
      const machine = `(benchmarkIndex ${environment.benchmarkIndex})`;
      lost.push(`${page} (${form}) ${name}: ${audit.title} ${audit.displayValue ?? ''} ${machine}`);
    }
    return String(Math.round(score * 100));
  });
}

async function look(page, config) {
  const asked = { port: chrome.port, logLevel: 'error', onlyCategories: categories };
  // Four times, unless said: right for a machine whose benchmarkIndex is 1500; one that is slower, or busy, needs less.
  if (config === undefined && values.slowdown) {
    asked.throttling = { cpuSlowdownMultiplier: Number(values.slowdown) };
  }
  const { lhr } = await lighthouse(url + page, asked, config);
  if (lhr.runtimeError) throw new Error(`${page}: ${lhr.runtimeError.message}`);
  return lhr;
}

async function listOf(name) {
  const response = await fetch(`${url}/api/v1/${name}`);
  return (await response.json()).data;
}

async function getLighthouse() {
  const folder = path.join(root, '.cache', 'lighthouse');
  const file = path.join(folder, 'node_modules', 'lighthouse', 'package.json');
  if (!existsSync(file)) {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const asked = [
      'install',
      '--prefix',
      folder,
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      `lighthouse@${version}`,
    ];
    const { status } = spawnSync(npm, asked, { stdio: 'inherit', shell: process.platform === 'win32' });
    if (status !== 0) throw new Error('Lighthouse could not be fetched.');
  }
  const require = createRequire(file);
  const load = (name) => import(pathToFileURL(require.resolve(name)).href);
  const { default: lighthouse, desktopConfig } = await load('lighthouse');
  const { launch } = await load('chrome-launcher');
  return { lighthouse, launch, desktop: desktopConfig };
}

function print(cells) {
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}
