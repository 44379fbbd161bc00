// A real Chromium for journeys: from npm where it runs as root without apt, else an installed Chrome. A phone of 360 px.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';

const require = createRequire(import.meta.url);
const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** In one process, closing one context ends the whole browser. */
const ARGUMENTS = chromium.args.filter((argument) => argument !== '--single-process');

export interface TestBrowser {
  open(options?: {
    script?: boolean;
    /** For `listFaults`: scripts run, whatever the page's own policy says. */
    audit?: boolean;
    width?: number;
    dark?: boolean;
    cookie?: { name: string; value: string; origin: string };
  }): Promise<{ context: BrowserContext; page: Page }>;
}

export function useBrowser(): TestBrowser {
  let browser: Browser;
  beforeAll(async () => {
    browser =
      process.platform === 'linux' && process.arch === 'x64'
        ? await playwright.launch({
            executablePath: await chromium.executablePath(),
            args: ARGUMENTS,
            headless: true,
          })
        : await playwright.launch({
            executablePath: INSTALLED.find((path) => existsSync(path)) ?? 'chrome',
            headless: true,
          });
  });
  afterAll(() => browser?.close());
  return {
    async open({ script = false, audit = false, width = 360, dark = false, cookie } = {}) {
      const context = await browser.newContext({
        javaScriptEnabled: script || audit,
        bypassCSP: audit,
        viewport: { width, height: 780 },
        colorScheme: dark ? 'dark' : 'light',
        locale: 'id-ID',
        timezoneId: 'Asia/Jakarta',
      });
      if (cookie) await context.addCookies([{ name: cookie.name, value: cookie.value, url: cookie.origin }]);
      return { context, page: await context.newPage() };
    },
  };
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds on a page, by rule and element, and whether it scrolls sideways; nothing found is an empty list. The page must
 * have been opened with `audit`, because axe itself is a script.
 */
export async function listFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    const { scrollWidth, clientWidth } = document.documentElement;
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`),
      ...(scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} of ${clientWidth} px`] : []),
    ];
  });
}

/** The page is opened again with its cookies in a context that runs scripts; the journey's page stays as it is. */
export async function expectAccessible(page: Page): Promise<void> {
  const browser = page.context().browser();
  if (!browser) throw new Error('a page without a browser');
  const context = await browser.newContext({
    storageState: await page.context().storageState(),
    viewport: page.viewportSize(),
    bypassCSP: true,
  });
  const twin = await context.newPage();
  await twin.goto(page.url());
  expect(await listFaults(twin), page.url()).toEqual([]);
  await context.close();
}
