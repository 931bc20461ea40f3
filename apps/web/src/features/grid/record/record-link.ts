import { InvestorId } from '@crm/shared';

/** The address that opens the grid with the record of a row beside it. */
export function recordLink(row: InvestorId, here: { origin: string; search: string }): string {
  const view = new URLSearchParams(here.search).get('view');
  const params = new URLSearchParams(view ? { view, record: row } : { record: row });
  return `${here.origin}/grid?${params.toString()}`;
}

/** The row whose record an address asks for; null when it asks for none. */
export function recordInAddress(search: string): InvestorId | null {
  return InvestorId.safeParse(new URLSearchParams(search).get('record')).data ?? null;
}
