import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { browserFlags } from './runner/browser.js';

/** Starts the Chromium that the run has found. Close it in afterAll. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: inject('browserPath'), args: browserFlags });
}

export interface VisitorOptions {
  /** The portal's address. */
  url: string;
  /** False: as for somebody whose browser runs no scripts. */
  javaScript?: boolean;
  /** In CSS pixels; 1280 × 800 without. */
  viewport?: { width: number; height: number };
}

export interface Visitor {
  context: BrowserContext;
  page: Page;
  /**
   * What the browser complained of: errors of scripts, refusals by the content security policy, files that are missing.
   * An empty list at the end of a journey is part of its test.
   */
  complaints: string[];
}

/** One person at their own browser: own cookies, own window. */
export async function visit(browser: Browser, options: VisitorOptions): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: options.url,
    javaScriptEnabled: options.javaScript ?? true,
    viewport: options.viewport ?? { width: 1280, height: 800 },
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const visited = new Set<string>();
  page.on('request', (request) => {
    if (request.isNavigationRequest()) visited.add(request.url());
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    // The status of a page is what its journey looks at.
    if (/server responded with a status of 4\d\d/.test(message.text()) && visited.has(message.location().url)) return;
    complaints.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Leaving a page breaks off what it was still loading, and a browser without scripts fetches none.
    const isUnwanted = options.javaScript === false && request.resourceType() === 'script';
    if (reason !== 'net::ERR_ABORTED' && !isUnwanted) complaints.push(`not loaded: ${request.url()} ${reason}`);
  });
  return { context, page, complaints };
}

/** Signs in as one of the demo people (see app/auth/demo.server.ts) by the button of the sign-in page. */
export async function signIn(page: Page, person: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator(`button[name="person"][value="${person}"]`).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}
