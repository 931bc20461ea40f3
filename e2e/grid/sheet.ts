import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { call } from '../support/people.ts';
import type { TestServer } from '../support/server.ts';

/** The parts of the whole state that these tests use. */
const State = z.object({
  result: z.object({
    data: z.object({
      epoch: z.string(),
      columns: z.array(z.object({ id: z.string(), key: z.string().nullable() })),
    }),
  }),
});

const DIGITS = '0123456789abcdef';

/** A UUIDv7-shaped id made of a kind and a number, so that tests can name rows. */
function uuid(number: number): string {
  const hex = number.toString(16).padStart(12, '0');
  return `01890000-0000-7000-8000-${hex}`;
}

/** Adds investors of these names to the sheet as another client would, before any page is open. */
export async function addInvestors(page: Page, server: TestServer, names: readonly string[]): Promise<void> {
  const state = await page.request.get(`${server.url}/trpc/fundraising.state`);
  const { epoch, columns } = State.parse(await state.json()).result.data;
  const name = columns.find((column) => column.key === 'name')?.id ?? '';
  const ops = names.map((text, i) => ({
    t: 'row.add',
    row: uuid(i + 1),
    position: `a${DIGITS[Math.floor(i / 16)]}${DIGITS[i % 16]}1`,
    values: { [name]: text },
  }));
  const clientId = 'f'.repeat(32);
  await call(page.request, server, 'fundraising.push', {
    protocol: 1,
    epoch,
    clientId,
    muts: [{ mid: 1, ops }],
  });
}

/** The cell of a row (from 1) under the header `column`. */
export async function cell(page: Page, row: number, column = 'Name') {
  const header = page.getByRole('columnheader', { name: new RegExp(column) }).first();
  const index = await header.getAttribute('aria-colindex');
  return page.locator(`[role="row"][aria-rowindex="${row + 1}"] [role="gridcell"][aria-colindex="${index}"]`);
}

/** Opens the grid and waits for its first cell. */
export async function openGrid(page: Page, server: TestServer): Promise<void> {
  await page.goto(`${server.url}/grid`);
  await expect(page.getByRole('grid', { name: 'Investors' })).toBeVisible();
}

export const pill = (page: Page) =>
  page.locator('[data-state]', { hasText: /Saved|Saving|Offline|attention/ }).first();

/** Types over a cell and leaves it. */
export async function type(page: Page, row: number, text: string): Promise<void> {
  await (await cell(page, row)).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}
