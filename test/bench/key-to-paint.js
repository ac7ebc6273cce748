// `npm run bench -- key-to-paint`: from a key press to the next picture on the screen, in a section of 40 questions, in
// Chromium slowed down four times as a phone's processor is. Give it a running portal with demo data:
// `npm run bench -- key-to-paint http://localhost:3000`. Also reports what moved on the page meanwhile (layout shift).
import { chromium } from 'playwright-core';
import { browserFlags, findBrowser } from '../runner/browser.js';

const [url = 'http://localhost:3000'] = process.argv.slice(2).filter((word) => word.startsWith('http'));
const wanted = 40;
const keys = 60;

const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
try {
  const page = await browser.newPage({ baseURL: url, viewport: { width: 390, height: 844 } });
  await page.goto('/sign-in');
  await page.locator('button[name="person"][value="supplier-signatory"]').click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
  const largest = await openLargest(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  process.stdout.write(`${largest.questions} questions (${wanted} wanted), ${keys} keys, processor slowed 4 times\n`);
  report('key to paint', await typeInto(page));
  report('condition opened or closed', await toggle(page));
  const shift = await page.evaluate(() => window.shifted);
  process.stdout.write(`layout shift without a key or click before it: ${shift.unprompted.toFixed(4)}\n`);
  process.stdout.write(`layout shift in all, after keys and clicks too: ${shift.all.toFixed(4)}\n`);
} finally {
  await browser.close();
}

/** The editable section with the most questions among all of the person's declarations. */
async function openLargest(page) {
  const links = (pattern) =>
    page
      .locator('main a')
      .evaluateAll(
        (found, source) =>
          [...new Set(found.map((link) => link.pathname))].filter((path) => new RegExp(source).test(path)),
        pattern,
      );
  let best = { questions: 0, address: '' };
  await page.goto('/supplier');
  for (const declaration of (await links('/declarations/[^/]+$')).slice(0, 3)) {
    await page.goto(declaration);
    for (const address of await links('/sections/[^/]+$')) {
      await page.goto(address);
      const isEditable = (await page.locator('#section-form').count()) > 0;
      const questions = isEditable ? await page.locator('.sd-asked').count() : 0;
      if (questions > best.questions) best = { questions, address };
      if (best.questions >= wanted) break;
    }
    if (best.questions >= wanted) break;
  }
  if (best.questions === 0) throw new Error('No section can be edited.');
  await page.addInitScript(() => {
    window.shifted = { all: 0, unprompted: 0 };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        window.shifted.all += entry.value;
        if (!entry.hadRecentInput) window.shifted.unprompted += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(best.address);
  await page.waitForTimeout(1500);
  return best;
}

/** Notes in the page, from each event's time to the frame after the one in which it was handled. */
async function watch(page, kind) {
  await page.evaluate((name) => {
    window.times = [];
    document.addEventListener(
      name,
      (event) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => window.times.push(performance.now() - event.timeStamp);
          channel.port2.postMessage(null);
        });
      },
      { capture: true },
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

async function toggle(page) {
  const radios = page.locator('.sd-asked input[type="radio"]:visible');
  await watch(page, 'click');
  for (let count = 0; count < Math.min(10, await radios.count()); count += 1) {
    await radios.nth(count).evaluate((radio) => radio.scrollIntoView({ block: 'center' }));
    await radios.nth(count).dispatchEvent('click');
    await page.waitForTimeout(200);
  }
  return page.evaluate(() => window.times);
}

function report(what, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor(share * (sorted.length - 1))]?.toFixed(0) ?? '-';
  process.stdout.write(`${what.padEnd(30)}median ${at(0.5)} ms, 95 % ${at(0.95)} ms, slowest ${at(1)} ms\n`);
}
