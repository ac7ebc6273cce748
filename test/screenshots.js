// Looks at pages as people see them:
//   node test/screenshots.js <base-url> <out-dir> [--as <demo person>] [--dark] [--widths 390,1280] [--no-script] <path> …
// Takes a picture of each whole page at each width, and prints what the browser complained of, what axe found, and
// whether the page is wider than the window.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { browserFlags, ensureBrowser } from './runner/browser.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    as: { type: 'string' },
    dark: { type: 'boolean', default: false },
    widths: { type: 'string', default: '390,1280' },
    'no-script': { type: 'boolean', default: false },
  },
});
const [baseUrl, outDir, ...paths] = positionals;
if (!baseUrl || !outDir || paths.length === 0) {
  process.stderr.write('usage: node test/screenshots.js <base-url> <out-dir> [--as <demo person>] [--dark] <path> …\n');
  process.exit(2);
}
const executablePath = await ensureBrowser();

mkdirSync(outDir, { recursive: true });
const browser = await chromium.launch({ executablePath, args: browserFlags });
let found = 0;
try {
  for (const width of values.widths.split(',').map(Number)) await lookAt(width);
} finally {
  await browser.close();
}
process.exitCode = found > 0 ? 1 : 0;

/** @param {number} width in CSS pixels */
async function lookAt(width) {
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: { width, height: 900 },
    colorScheme: values.dark ? 'dark' : 'light',
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
  });
  if (values.as) await signIn(context, values.as);
  for (const address of paths) {
    const page = await context.newPage();
    if (values['no-script']) await page.route(/\.js(\?|$)/, (route) => route.abort());
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') report(address, width, message.text());
    });
    page.on('pageerror', (error) => report(address, width, error.message));
    const response = await page.goto(address, { waitUntil: 'networkidle' });
    const status = response?.status() ?? 0;
    if (status >= 400) report(address, width, `answered ${status}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) report(address, width, `${overflow} pixels wider than the window`);
    const name = `${address.replace(/^\/|[?#].*$/g, '').replaceAll('/', '-') || 'home'}-${width}${values.dark ? '-dark' : ''}`;
    await page.screenshot({ path: path.join(outDir, `${name}.png`), fullPage: true });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    for (const { id, nodes, help } of violations) {
      report(
        address,
        width,
        `axe ${id}: ${help}\n    ${nodes.map((node) => `${node.target} ${node.failureSummary?.split('\n')[1]?.trim()}`).join('\n    ')}`,
      );
    }
    process.stdout.write(`${path.join(outDir, `${name}.png`)}\n`);
    await page.close();
  }
  await context.close();
}

/**
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} person
 */
async function signIn(context, person) {
  const response = await context.request.post('/sign-in/demo', {
    form: { person },
    headers: { Origin: new URL(baseUrl ?? '').origin },
    maxRedirects: 0,
  });
  if (response.status() !== 302) throw new Error(`Signing in as ${person} was answered ${response.status()}.`);
}

/** @param {string} address @param {number} width @param {string} text */
function report(address, width, text) {
  found += 1;
  process.stdout.write(`${address} at ${width}: ${text}\n`);
}
