/**
 * Draws the main screens anew into docs/screenshots: `npm run screenshots`, after a build.
 * Names given as arguments (`people`, `setup` …) draw only those.
 */
import { chromium, type Page } from '@playwright/test';
import path from 'node:path';
import { CHROMIUM } from './support/chromium.ts';
import { drawDemo } from './support/draw-demo.ts';
import { invite, join, setUp } from './support/people.ts';
import { startServer } from './support/server.ts';

const OUT = process.env.CRM_SCREENSHOTS || path.resolve(import.meta.dirname, '../docs/screenshots');
const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };

type Screen = {
  name: string;
  who: 'nobody' | 'guest' | 'admin' | 'member';
  path: string | ((links: Links) => string);
  /** Brings the page into the state to be drawn; ends when it is there. */
  ready(page: Page): Promise<unknown>;
};
type Links = { setup: string; invitation: string };

const heading = (name: string) => (page: Page) => page.getByRole('heading', { name, exact: true }).waitFor();

/** What is drawn, in this order: nobody is signed in for the first, the server has people from then on. */
const SCREENS: Screen[] = [
  { name: 'setup', who: 'nobody', path: (links) => links.setup, ready: heading('Set up your workspace') },
  { name: 'login', who: 'guest', path: '/login', ready: heading('Sign in') },
  {
    name: 'invitation',
    who: 'guest',
    path: (links) => links.invitation,
    ready: (page) => page.getByLabel('Your name').waitFor(),
  },
  {
    name: 'people',
    who: 'admin',
    path: '/settings/people',
    ready: (page) => page.getByRole('table').waitFor(),
  },
  {
    name: 'invite',
    who: 'admin',
    path: '/settings/people',
    ready: async (page) => {
      await page.getByRole('button', { name: 'Invite', exact: true }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'workspace', who: 'admin', path: '/settings/workspace', ready: heading('Workspace') },
  {
    name: 'you',
    who: 'member',
    path: '/settings/you',
    ready: (page) => page.getByText('This one').waitFor(),
  },
  {
    name: 'palette',
    who: 'admin',
    path: '/settings/people',
    ready: async (page) => {
      await page.getByRole('table').waitFor();
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByPlaceholder(/Search/).waitFor();
    },
  },
  {
    name: 'keys',
    who: 'admin',
    path: '/settings/people',
    ready: async (page) => {
      await page.getByRole('table').waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
];

async function main(wanted: readonly string[]) {
  const server = await startServer();
  const browser = await chromium.launch(CHROMIUM.launchOptions);
  const links: Links = { setup: server.setupLink, invitation: '' };
  const states: Partial<Record<Screen['who'], Awaited<ReturnType<typeof signedIn>>>> = {};
  const signedIn = async (enter: (page: Page) => Promise<void>) => {
    const page = await browser.newPage();
    await enter(page);
    return page.context().storageState();
  };
  const populate = async () => {
    states.admin = await signedIn((page) => setUp(page, server));
    const admin = await browser.newPage({ storageState: states.admin });
    const member = await invite(admin, server);
    states.member = await signedIn((page) => join(page, server, member));
    await invite(admin, server, { email: 'chiara@northwind.example', role: 'admin' });
    links.invitation = await invite(admin, server, { email: 'dmitri@northwind.example' });
  };
  try {
    for (const screen of SCREENS) {
      if (screen.who !== 'nobody' && !states.admin) await populate();
      if (wanted.length > 0 && !wanted.includes(screen.name)) continue;
      for (const [size, viewport] of Object.entries(SIZES)) {
        for (const colorScheme of ['light', 'dark'] as const) {
          const storageState = states[screen.who];
          const context = await browser.newContext({
            viewport,
            colorScheme,
            deviceScaleFactor: size === 'narrow' ? 2 : 1,
            reducedMotion: 'reduce',
            locale: 'en-US',
            ...(storageState ? { storageState } : {}),
          });
          const page = await context.newPage();
          await page.goto(
            new URL(typeof screen.path === 'string' ? screen.path : screen.path(links), server.url).href,
          );
          await screen.ready(page);
          await page.screenshot({ path: path.join(OUT, `${screen.name}-${size}-${colorScheme}.png`) });
          await context.close();
        }
      }
      console.log(screen.name);
    }
  } finally {
    await browser.close();
    await server.dispose();
  }
}

const wanted = process.argv.slice(2);
if (wanted.length === 0 || SCREENS.some(({ name }) => wanted.includes(name))) await main(wanted);
await drawDemo(OUT, SIZES, wanted);
