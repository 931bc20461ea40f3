import { applyOp, MemorySheet } from '@crm/grid';
import { sameValue } from '@crm/shared';
import type { CellValue, ColumnId, InvestorId, LoggedOp } from '@crm/shared';
import type { SheetView } from '@crm/grid/sync';
import type { AppContext } from '../../context.ts';
import { verifyAudit } from '../../db/audit.ts';
import { readCounters, readOpsSince } from '../../modules/fundraising/log.store.ts';
import { StoredSheet } from '../../modules/fundraising/sheet.store.ts';
import type { Device } from './device.ts';

/** Everything that a sheet shows, as one comparable text per row. */
export function dumpServer(app: AppContext): Map<string, string> {
  const sheet = new StoredSheet(app.db.reader, app.workspaceId);
  const columns = [...sheet.allColumns()].filter((column) => column.deletedAt === null);
  const ids = app.db.sqlite
    .prepare<[], InvestorId>('SELECT id FROM investors WHERE deleted_at IS NULL')
    .pluck()
    .all();
  return new Map(
    ids.map((id) => {
      const row = sheet.row(id);
      const cells = columns.map((column) => [column.id, sheet.cell(id, column.id).value] as const);
      return [id, rowText(row?.number, row?.position, cells)];
    }),
  );
}

export function dumpView(view: SheetView): Map<string, string> {
  const dump = new Map<string, string>();
  for (let slot = 0; slot < view.slotCount; slot++) {
    if (!view.isLive(slot)) continue;
    const row = view.rowAt(slot);
    const cells = view.columns().map((column) => [column.id, view.value(slot, column.id)] as const);
    dump.set(row.id, rowText(row.number, row.position, cells));
  }
  return dump;
}

/** What is wrong with the server's own tables: I2, I3, I5, I6. */
export function checkServer(app: AppContext): string[] {
  const problems: string[] = [];
  const { headSeq } = readCounters(app.db.reader, app.workspaceId);
  const log = readOpsSince(app.db.reader, app.workspaceId, 0, 1_000_000);
  if (log.length !== headSeq || log.some((op, index) => op.seq !== index + 1))
    problems.push(`I3: seq is not exactly 1..${headSeq}`);
  const audit = verifyAudit(app.db.reader);
  if (audit.firstBad !== null) problems.push(`I5: the audit chain breaks at ${audit.firstBad}`);
  const audited = app.db.sqlite
    .prepare<[], { ops: number; rows: number }>(
      'SELECT count(DISTINCT op_seq) AS ops, count(op_seq) AS rows FROM audit WHERE op_seq IS NOT NULL',
    )
    .get();
  if (audited?.ops !== headSeq || audited.rows !== headSeq) problems.push('I5: not one audit row per op');
  return [...problems, ...checkMutations(app, log), ...checkFold(app, log)];
}

function checkMutations(app: AppContext, log: readonly LoggedOp[]): string[] {
  const problems: string[] = [];
  const seqs = Map.groupBy(
    log.filter((op) => op.clientId !== null),
    (op) => `${op.clientId}:${op.mid}`,
  );
  for (const [key, ops] of seqs) {
    const [clientId, mid] = key.split(':');
    const row = app.db.sqlite
      .prepare<[string, number], string>('SELECT result FROM mutation WHERE client_id = ? AND mid = ?')
      .pluck()
      .get(clientId ?? '', Number(mid));
    const result: unknown = row === undefined ? undefined : JSON.parse(row);
    const expected = { status: 'applied', mid: Number(mid), seq: ops[0]?.seq, count: ops.length };
    if (JSON.stringify(result) !== JSON.stringify(expected))
      problems.push(`I2: ${key} took effect other than once`);
  }
  return problems;
}

function checkFold(app: AppContext, log: readonly LoggedOp[]): string[] {
  const folded = new MemorySheet();
  for (const { op, seq, by, at, clientId } of log) applyOp(folded, op, { seq, by, at, clientId });
  const stored = new StoredSheet(app.db.reader, app.workspaceId);
  const problems: string[] = [];
  const cells = app.db.sqlite
    .prepare<[], { row_id: InvestorId; col_id: ColumnId }>('SELECT row_id, col_id FROM cell')
    .all();
  for (const { row_id, col_id } of cells) {
    const [a, b] = [stored.cell(row_id, col_id), folded.cell(row_id, col_id)];
    if (a.ver !== b.ver || a.clientId !== b.clientId || !sameValue(a.value, b.value))
      problems.push(`I6: the log gives cell ${row_id} ${col_id} another value`);
  }
  return problems;
}

/** Replays the log against what each author was shown when they wrote (I10, I12). */
export function checkGuards(app: AppContext, devices: readonly Device[]): string[] {
  const problems: string[] = [];
  const sheet = new MemorySheet();
  const counts = new Map<string, number>();
  for (const { op, seq, by, at, clientId, mid } of readOpsSince(
    app.db.reader,
    app.workspaceId,
    0,
    1_000_000,
  )) {
    const key = `${clientId}:${mid}`;
    const index = counts.get(key) ?? 0;
    counts.set(key, index + 1);
    if (op.t === 'cell.set' && clientId !== null) {
      const prior = sheet.cell(op.row, op.col);
      const device = devices.find((candidate) => candidate.seen.has(key));
      const seen = device?.seen.get(key)?.[index];
      const own = prior.clientId === clientId;
      const fine =
        prior.ver === seen ||
        own ||
        sameValue(prior.value, op.value) ||
        isKept(device, key, index, prior.ver);
      if (!fine) problems.push(`I10: op ${seq} replaced version ${prior.ver}, its author had seen ${seen}`);
      if (device?.undos.has(key) && !own && !sameValue(prior.value, op.value) && prior.ver !== seen)
        problems.push(`I12: the undo ${key} reverted the write ${prior.ver} of another`);
    }
    applyOp(sheet, op, { seq, by, at, clientId });
  }
  return problems;
}

/** "Keep mine" goes over the version that the tray showed, which the page may not show any more. */
function isKept(device: Device | undefined, key: string, index: number, ver: number): boolean {
  const op = device?.store.everKept.get(key)?.ops[index];
  if (op?.t !== 'cell.set' || op.ifVer !== ver) return false;
  return [...(device?.store.everInTray.values() ?? [])].some(
    ({ result }) =>
      result?.status === 'conflict' &&
      result.conflicts.some(
        (conflict) => conflict.row === op.row && conflict.col === op.col && conflict.ver === ver,
      ),
  );
}

/** Every edit ended in exactly one of applied, tray and review (I7), and in review only where the history changed. */
export function checkEnds(
  app: AppContext,
  devices: readonly Device[],
  everApplied: ReadonlySet<string>,
  restores: boolean,
): string[] {
  const problems: string[] = [];
  const applied = new Set(everApplied);
  for (const { clientId, mid } of readOpsSince(app.db.reader, app.workspaceId, 0, 1_000_000))
    applied.add(`${clientId}:${mid}`);
  for (const device of devices) {
    for (const key of device.store.everKept.keys()) {
      const item = device.store.everInTray.get(key);
      const wasApplied = applied.has(key);
      if (!item && !wasApplied) problems.push(`I7: the edit ${key} is nowhere`);
      if (item?.kind === 'review' && !restores) problems.push(`I7: the edit ${key} was put up for review`);
      // What was on its way when the history changed may stand in the new one and be up for review all the same.
      if (item && item.kind !== 'review' && wasApplied)
        problems.push(`I7: the edit ${key} was refused and applied`);
    }
  }
  return problems;
}

function rowText(
  number: number | undefined,
  position: string | undefined,
  cells: readonly (readonly [string, CellValue])[],
): string {
  const filled = cells.filter(([, value]) => value !== null).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ number, position, cells: filled });
}
