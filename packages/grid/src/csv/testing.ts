import { InvestorId, type CellValue, type Column, type ColumnId, type Contact, type Op } from '@crm/shared';
import type { ColumnMapping } from '@crm/shared/contract/importing';
import type { ColumnContext } from '../columns/index.ts';
import { testContext } from '../columns/testing.ts';
import { decodeFile } from './decode.ts';
import { inferColumns } from './infer.ts';
import { planImport } from './plan.ts';
import type { ImportPlan, ImportRow, RowBase } from './plan-types.ts';
import { proposeMapping, proposeMergeKey } from './propose.ts';
import { parseTable } from './table.ts';

interface Cell {
  readonly value: CellValue;
  readonly ver: number;
}

/** A sheet in memory that imports can be planned for and applied to. */
export class ImportSheet {
  readonly columns: Column[] = [];
  readonly rows = new Map<InvestorId, { deleted: boolean; position: string; cells: Map<ColumnId, Cell> }>();
  readonly contacts: Contact[] = [];
  readonly bases = new Map<InvestorId, RowBase>();
  readonly ctx: ColumnContext = testContext({
    contact: (id) => this.contacts.find((contact) => contact.id === id),
    findContacts: (text) => {
      const wanted = text.trim().toLowerCase();
      return this.contacts.filter((c) =>
        [c.name, ...c.addresses].some((word) => word.toLowerCase() === wanted),
      );
    },
  });
  #ver = 0;

  /** Works out what the file does, with the mapping and key that are proposed unless others are given. */
  plan(
    file: string | Uint8Array,
    over: { mapping?: ColumnMapping[]; mergeKey?: number | null } = {},
  ): ImportPlan {
    const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
    const table = parseTable(decodeFile(bytes).text);
    const proposed = inferColumns(table, this.ctx);
    const mapping = over.mapping ?? proposeMapping(proposed, this.columns);
    const mergeKey = over.mergeKey === undefined ? proposeMergeKey(table, mapping) : over.mergeKey;
    const rows = [...this.rows].map(([id, row]): ImportRow => ({
      id,
      deleted: row.deleted,
      cell: (col) => row.cells.get(col) ?? { value: null, ver: 0 },
    }));
    const last =
      [...this.rows.values()]
        .map((row) => row.position)
        .toSorted()
        .at(-1) ?? null;
    const state = { columns: this.columns, rows, lastPosition: last };
    return planImport({
      table,
      proposed,
      mapping,
      mergeKey,
      state,
      base: (row) => this.bases.get(row),
      ctx: this.ctx,
    });
  }

  /** Plans and applies; returns the plan. */
  import(file: string | Uint8Array, over: Parameters<ImportSheet['plan']>[1] = {}): ImportPlan {
    const plan = this.plan(file, over);
    for (const op of plan.setup) this.apply(op);
    for (const { row, ops, base } of plan.rows) {
      for (const op of ops) this.apply(op);
      this.bases.set(row, base);
    }
    return plan;
  }

  apply(op: Op): void {
    this.#ver += 1;
    if (op.t === 'col.add') this.columns.push(op.column);
    else if (op.t === 'col.set') {
      const at = this.columns.findIndex((column) => column.id === op.col);
      const column = this.columns[at];
      if (column) this.columns[at] = { ...column, ...op.patch };
    } else if (op.t === 'contact.put') this.contacts.push(op.contact);
    else if (op.t === 'row.add') {
      this.rows.set(op.row, { deleted: false, position: op.position, cells: new Map() });
      for (const [col, value] of Object.entries(op.values)) this.#set(op.row, this.column(col).id, value);
    } else if (op.t === 'cell.set') this.#set(op.row, op.col, op.value);
    else if (op.t === 'row.del') {
      const row = this.rows.get(op.row);
      if (row) row.deleted = true;
    } else throw new Error(`an import makes no ${op.t}`);
  }

  /** The column of this name or id. */
  column(name: string): Column {
    const column = this.columns.find((one) => one.name === name || one.id === name);
    if (!column) throw new Error(`no column ${name}`);
    return column;
  }

  /** The values of a column, in the order of the rows. */
  values(name: string): CellValue[] {
    const { id } = this.column(name);
    return [...this.rows.values()].map((row) => row.cells.get(id)?.value ?? null);
  }

  rowId(place: number): InvestorId {
    return InvestorId.parse([...this.rows.keys()][place]);
  }

  #set(row: InvestorId, col: ColumnId, value: CellValue): void {
    this.rows.get(row)?.cells.set(col, { value, ver: this.#ver });
  }
}

/** Lines as Airtable writes them: a byte order mark, LF between rows, none after the last. */
export function airtableFile(...lines: string[]): Uint8Array {
  return new TextEncoder().encode(`\ufeff${lines.join('\n')}`);
}
