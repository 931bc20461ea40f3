/** `screenshots`: pictures of the built application for the documentation. */
import { withChromium } from '../lib/chromium.mjs';
import { foreground } from '../lib/process.mjs';
import { built } from './prepare.mjs';

/** @param {string[]} args */
export async function screenshots(args) {
  const env = await withChromium(await built(), { mayInstall: true });
  return foreground('node', ['e2e/screenshots.ts', ...args], { env });
}
