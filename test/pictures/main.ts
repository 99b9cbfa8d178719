// `npm run pictures`: the pictures of the README, taken from the demo organisation on a system of its own.
import { existsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { Journal } from '../simulate/journal.js';
import { ManagedSystem } from '../simulate/managed-system.js';
import { RunMarkers } from '../simulate/run-markers.js';
import { signIn } from '../simulate/sign-in.js';
import { Simulation } from '../simulate/simulation.js';
import { conversation, type Filed, otherMatters } from './conversation.js';

const FOLDER = 'test/pictures';
const MAX_BYTES = 150_000;
/** The agent whose console is shown; the simulation has the first ones. */
const AGENT = 'agent6@demo.example';
/** The picture does not show which. */
const BROWSERS = ['chromium-headless-shell', 'chromium', 'google-chrome'].map((name) => `/usr/bin/${name}`);
const WIDE = { viewport: { width: 1280, height: 800 } };
const say = (line: string) => void process.stdout.write(`${line}\n`);

const system = new ManagedSystem({ say });
let browser: Browser | undefined;
try {
  say('Starting a system of its own');
  const { target } = await system.start();
  const executablePath = BROWSERS.find(existsSync);
  if (!executablePath) throw new Error(`None of these is installed: ${BROWSERS.join(', ')}`);
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const agent = await signIn(target.api, AGENT, target.password);
  const filed = await conversation(target, agent);
  await otherMatters(target);

  const desk = await consolePage({ ...WIDE, locale: 'en-GB' }, AGENT, `/tickets/${filed.number}`);
  await desk.getByText(filed.lastMessage).waitFor();
  await save(desk, 'console');
  await portalPages(filed);

  say('A minute of contacts, for the board');
  const marks = new RunMarkers();
  const journal = new Journal(join(tmpdir(), 'wasl-journals', `${marks.run}.ndjson`));
  const load = { seed: 7, minutes: 1, perMinute: 90, agents: 5 };
  const simulation = new Simulation(target, load, marks, journal);
  await simulation.start();
  const board = await consolePage(
    { ...WIDE, locale: 'ar-BH', colorScheme: 'dark' },
    'supervisor@demo.example',
    '/board',
  );
  await simulation.sendArrivals();
  await save(board, 'board');
  // What still waits goes with the system.
  await simulation.stop();
} finally {
  await browser?.close();
  await system.stop();
}

/** Signs in to the console and opens one of its pages. */
async function consolePage(options: BrowserContextOptions, email: string, path: string): Promise<Page> {
  const page = await (await browser!.newContext(options)).newPage();
  await page.goto(system.target.api);
  await page.locator('input[type=email], input[name=email]').fill(email);
  await page.locator('input[type=password]').fill(system.target.password);
  await page.locator('form button[type=submit]').click();
  await page.locator('nav').first().waitFor();
  await page.goto(system.target.api + path);
  return page;
}

async function portalPages({ number, trackingCode }: Filed): Promise<void> {
  const phone = { viewport: { width: 600, height: 900 }, locale: 'ar-BH' };
  const page = await (await browser!.newContext(phone)).newPage();
  await page.goto(`${system.target.portal}/ar`);
  await save(page, 'portal');
  await page.goto(`${system.target.portal}/ar/track`);
  await page.locator('input[name=number]').fill(number);
  await page.locator('input[name=code]').fill(trackingCode);
  await page.locator('main button[value=next]').click();
  await page.locator('main time').first().waitFor();
  await save(page, 'tracking');
}

/** @throws Error when the picture is too large for a README */
async function save(page: Page, name: string): Promise<void> {
  const path = `${FOLDER}/${name}.jpg`;
  await page.screenshot({ path, type: 'jpeg', quality: 82, animations: 'disabled' });
  const { size } = statSync(path);
  say(`${path}: ${Math.round(size / 1_000)} kB`);
  if (size > MAX_BYTES) throw new Error(`${path} has more than ${MAX_BYTES / 1_000} kB`);
}
