import { chipsOf, STATUS_WORDS, type Chip } from '../surface/chips.ts';
import { commitmentOf, kindOf, minorDigits } from '@crm/grid/columns';
import type { ColumnContext } from '@crm/grid/columns';
import type { SheetView } from '@crm/grid/sync';
import type { BuiltinKey, Column } from '@crm/shared';

/** What a card shows of an investor. */
export interface CardFacts {
  readonly name: string;
  readonly lists: readonly Chip[];
  readonly nextStep: string;
  readonly owner: string;
  /** Each fund's amount, short and exact, with how firm it is; the largest first. */
  readonly funds: readonly {
    readonly fund: string;
    readonly short: string;
    readonly exact: string;
    readonly status: string;
  }[];
}

/** The columns that cards read. */
export interface CardColumns {
  readonly name: Column | undefined;
  readonly list: Column | undefined;
  readonly nextStep: Column | undefined;
  readonly owner: Column | undefined;
  readonly location: Column | undefined;
  readonly contacts: Column | undefined;
  readonly funds: readonly Column[];
}

export function cardColumns(columns: readonly Column[]): CardColumns {
  const of = (key: BuiltinKey) => columns.find((column) => column.key === key);
  return {
    name: of('name'),
    list: of('list'),
    nextStep: of('nextStep'),
    owner: of('owner'),
    location: of('location'),
    contacts: of('contacts'),
    funds: columns.filter((column) => column.type === 'commitment'),
  };
}

function textOf(view: SheetView, slot: number, column: Column | undefined, ctx: ColumnContext): string {
  const value = column ? view.value(slot, column.id) : null;
  return column && value !== null ? kindOf(column.type).format(value, column.options, ctx) : '';
}

/** `$2.5M`: short enough for a card; the exact amount stands in the record. `minor` in the currency's smallest unit. */
function shortMoney(minor: number, currency: string, locale: string | undefined): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  return format.format(minor / 10 ** minorDigits(currency));
}

/** What the card of a row shows. */
export function cardFacts(
  view: SheetView,
  slot: number,
  columns: CardColumns,
  ctx: ColumnContext,
): CardFacts {
  const { list } = columns;
  const value = list ? view.value(slot, list.id) : null;
  return {
    name: textOf(view, slot, columns.name, ctx),
    lists: list ? (chipsOf(value, list, '', ctx) ?? []) : [],
    nextStep: textOf(view, slot, columns.nextStep, ctx),
    owner: textOf(view, slot, columns.owner, ctx),
    funds: columns.funds
      .flatMap((fund) => {
        const held = commitmentOf(view.value(slot, fund.id));
        if (!held) return [];
        const short = shortMoney(held.amount, fund.options.currency ?? 'USD', ctx.locale);
        const exact = textOf(view, slot, fund, ctx);
        return [{ fund: fund.name, amount: held.amount, short, exact, status: STATUS_WORDS[held.status] }];
      })
      .toSorted((a, b) => b.amount - a.amount)
      .map(({ amount: _sorted, ...shown }) => shown),
  };
}

/** The rows, in their order, whose name, place, contacts, lists, owner or next step hold every word of `text`. */
export function findCards(
  view: SheetView,
  rows: ArrayLike<number> & Iterable<number>,
  columns: CardColumns,
  text: string,
  ctx: ColumnContext,
): readonly number[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...rows];
  const { name, location, contacts, list, owner, nextStep } = columns;
  const found: number[] = [];
  for (const slot of rows) {
    let whole = '';
    for (const column of [name, location, list, owner, nextStep])
      whole += ` ${textOf(view, slot, column, ctx)}`;
    const people = contacts ? view.value(slot, contacts.id) : null;
    if (contacts && people !== null)
      whole += ` ${kindOf(contacts.type).toText(people, contacts.options, ctx)}`;
    const lower = whole.toLowerCase();
    if (words.every((word) => lower.includes(word))) found.push(slot);
  }
  return found;
}
