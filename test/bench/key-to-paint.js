// `npm run bench -- key-to-paint`: from a key press to the next picture on the screen, in a section of at least 40
// questions, in Chromium slowed down four times as a phone's processor is, and what moved on the page meanwhile (layout
// shift). Give it a running portal with demo data: `npm run bench -- key-to-paint http://localhost:3000`. Given two, it
// measures them in turn (each portal with data of its own), so that whatever else the machine does meets both, and prints their ratios.
// The address of a section saves looking for one.
import { chromium } from 'playwright-core';
import { browserFlags, ensureBrowser } from '../runner/browser.js';

const given = process.argv.slice(2).filter((word) => word.startsWith('http'));
const urls = given.length > 0 ? given : ['http://localhost:3000'];
const wanted = 40;
/** What opens most questions. */
const supported = '.sd-asked input[type="radio"][value="in_production"]';
const rounds = urls.length > 1 ? 4 : 1;
const keys = 60 / rounds;

const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: browserFlags });
try {
  const sides = [];
  for (const url of urls) sides.push(await begin(url));
  for (let round = 0; round < rounds; round += 1) {
    for (const side of sides) {
      await side.page.bringToFront();
      side.typed.push(...(await typeInto(side.page)));
      side.chosen.push(...(await choose(side, round)));
    }
  }
  for (const side of sides) await report(side);
  if (sides.length > 1) compare(sides);
} finally {
  await browser.close();
}

async function begin(url) {
  const page = await browser.newPage({ baseURL: new URL(url).origin, viewport: { width: 390, height: 844 } });
  page.setDefaultTimeout(180_000);
  await page.goto('/sign-in');
  await page.locator('button[name="person"][value="supplier-signatory"]').click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
  const { pathname } = new URL(url);
  const address = pathname.includes('/sections/') ? pathname : await findLargest(page);
  await page.goto(address);
  await page.waitForTimeout(1500);
  await openConditions(page);
  await page.addInitScript(watchShifts);
  await page.goto(address);
  await page.waitForTimeout(3000);
  const questions = await page.locator('.sd-asked').count();
  if (questions < wanted) throw new Error(`Only ${questions} questions can be opened; ${wanted} are wanted.`);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  process.stdout.write(`${url}: ${questions} questions, ${keys * rounds} keys, processor slowed 4 times\n`);
  return { url, page, typed: [], chosen: [] };
}

/** The editable section that asks of the most interfaces, among all of the person's declarations. */
async function findLargest(page) {
  const links = (pattern) =>
    page
      .locator('main a')
      .evaluateAll(
        (found, source) =>
          [...new Set(found.map((link) => link.pathname))].filter((path) => new RegExp(source).test(path)),
        pattern,
      );
  let best = { interfaces: 0, address: '' };
  await page.goto('/supplier');
  for (const declaration of (await links('/declarations/[^/]+$')).slice(0, 3)) {
    await page.goto(declaration);
    for (const address of await links('/sections/[^/]+$')) {
      await page.goto(address);
      const isEditable = (await page.locator('#section-form').count()) > 0;
      const interfaces = isEditable ? await page.locator(supported).count() : 0;
      if (interfaces > best.interfaces) best = { interfaces, address };
    }
    if (best.interfaces >= 4) break;
  }
  if (best.interfaces === 0) throw new Error('No section can be edited.');
  return best.address;
}

async function openConditions(page) {
  for (const radio of await page.locator(supported).all()) {
    await radio.evaluate((input) => input.click());
    await page.waitForTimeout(800);
  }
  await page.waitForTimeout(1500);
}

function watchShifts() {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const of = entry.sources.map(({ node }) => node?.className || node?.nodeName || '-').join(' ');
      window.shifts.push({ value: entry.value, hadRecentInput: entry.hadRecentInput, of });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Notes in the page, from each event's time to the frame after the one in which it was handled. */
async function watch(page, kind) {
  await page.evaluate((name) => {
    window.times = [];
    window.watched?.abort();
    window.watched = new AbortController();
    document.addEventListener(
      name,
      (event) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => window.times.push(performance.now() - event.timeStamp);
          channel.port2.postMessage(null);
        });
      },
      { capture: true, signal: window.watched.signal },
    );
  }, kind);
}

async function typeInto(page) {
  const field = page.locator('.sd-asked textarea:visible, .sd-asked input[type="text"]:visible').first();
  await field.focus();
  await watch(page, 'keydown');
  for (let count = 0; count < keys; count += 1) {
    await page.keyboard.press('abcdefghij '[count % 11]);
    await page.waitForTimeout(80);
  }
  return page.evaluate(() => window.times);
}

/** The levels of support of one interface, one after the other, each where a person would see it. */
async function choose({ page }, round) {
  const name = await page.locator(supported).nth(round).getAttribute('name');
  const radios = page.locator(`input[type="radio"][name="${name}"]`);
  await watch(page, 'click');
  const order = [...Array(await radios.count()).keys()].reverse();
  for (const at of order) {
    await radios.nth(at).evaluate((radio) => radio.scrollIntoView({ block: 'center' }));
    await page.waitForTimeout(100);
    await page.locator(`label[for="${await radios.nth(at).getAttribute('id')}"]`).click();
    await page.waitForTimeout(600);
  }
  return page.evaluate(() => window.times);
}

function at(times, share) {
  return [...times].sort((a, b) => a - b)[Math.floor(share * (times.length - 1))] ?? Number.NaN;
}

async function report(side) {
  const shifts = await side.page.evaluate(() => window.shifts);
  const sum = (some) => some.reduce((total, { value }) => total + value, 0);
  side.shift = sum(shifts);
  process.stdout.write(`\n${side.url}\n`);
  for (const [what, times] of [
    ['key to paint', side.typed],
    ['choice to paint', side.chosen],
  ]) {
    const figures = [0.5, 0.95, 1].map((share) => at(times, share).toFixed(0));
    process.stdout.write(
      `${what.padEnd(20)}median ${figures[0]} ms, 95 % ${figures[1]} ms, slowest ${figures[2]} ms (${times.length})\n`,
    );
  }
  const unprompted = sum(shifts.filter(({ hadRecentInput }) => !hadRecentInput));
  process.stdout.write(
    `layout shift in all ${side.shift.toFixed(4)}, without a key or click before it ${unprompted.toFixed(4)}\n`,
  );
  for (const { value, of } of [...shifts].sort((a, b) => b.value - a.value).slice(0, 5)) {
    process.stdout.write(`  ${value.toFixed(4)} ${of}\n`);
  }
}

function compare([first, second]) {
  process.stdout.write(`\n${second.url} by ${first.url}\n`);
  for (const kind of ['typed', 'chosen']) {
    const ratios = [0.5, 0.95, 1].map((share) => (at(second[kind], share) / at(first[kind], share)).toFixed(2));
    process.stdout.write(`${kind.padEnd(20)}median ${ratios[0]}, 95 % ${ratios[1]}, slowest ${ratios[2]}\n`);
  }
}
