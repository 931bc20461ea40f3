import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Holds the page as it stands against axe's rules for WCAG 2.2 AA and good practice: no finding at all. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // A colour that is still on its way from one theme to the other is nobody's to read.
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.slice(0, 5).map((node) => `${node.html.slice(0, 160)} — ${node.failureSummary ?? ''}`),
  }));
  expect(found, what).toEqual([]);
}
