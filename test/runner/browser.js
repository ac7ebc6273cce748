import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { root } from '../../app/server/prepare.js';

/** Of use in tests only; the last ones keep a browser in a closed network from calling home. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @returns {string | null} the Chromium that is there: CHROME_PATH, the system's, or the one playwright has downloaded */
export function findBrowser() {
  const places = [process.env.CHROME_PATH, ...usualPlaces, chromium.executablePath()];
  return places.find((file) => file && existsSync(file)) ?? null;
}

/**
 * Makes sure that a Chromium is there and starts: the one that is found, else playwright's own download, else (root on
 * Debian) the system's package. Sets CHROME_PATH for the tests.
 * @returns {Promise<string>} its executable file
 * @throws {Error} with one sentence that says what could not be got
 */
export async function ensureBrowser() {
  const reasons = [];
  for (const get of [findBrowser, download, installPackage]) {
    const file = get(reasons);
    if (!file) continue;
    const problem = await whyItDoesNotStart(file);
    if (problem === null) {
      process.env.CHROME_PATH = file;
      return file;
    }
    reasons.push(`${file} does not start (${problem})`);
  }
  throw new Error(
    `There is no Chromium for the browser journeys: ${reasons.join('; ')}. Install one and set CHROME_PATH to it.`,
  );
}

function download(reasons) {
  const command = path.join(root, 'node_modules', 'playwright-core', 'cli.js');
  const result = spawnSync(process.execPath, [command, 'install', 'chromium'], { encoding: 'utf8', timeout: 300_000 });
  const file = chromium.executablePath();
  if (result.status === 0 && existsSync(file)) return file;
  reasons.push('it could not be downloaded by playwright');
  return null;
}

function installPackage(reasons) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    reasons.push('it could not be installed by apt-get (not root, or not Debian)');
    return null;
  }
  const options = { encoding: 'utf8', timeout: 600_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update'], options);
  const result = spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
  const file = findBrowser();
  if (result.status === 0 && file) return file;
  reasons.push('apt-get could not install it');
  return null;
}

async function whyItDoesNotStart(executablePath) {
  try {
    const browser = await chromium.launch({ executablePath, args: browserFlags, timeout: 60_000 });
    await browser.close();
    return null;
  } catch (error) {
    return error.message.split('\n')[0];
  }
}
