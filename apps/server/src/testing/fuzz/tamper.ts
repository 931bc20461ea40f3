import type { PushInput, PushOutput } from '@crm/shared';
import type { AppContext } from '../../context.ts';
import type { Faults } from './faults.ts';

/** What a fault does to a push on its way in. */
export function tamperBefore(faults: Faults, app: AppContext, input: PushInput): PushInput {
  if (faults.noDedupe)
    forget(
      app,
      input,
      input.muts.map((mutation) => mutation.mid),
    );
  if (!faults.unguarded) return input;
  const muts = input.muts.map((mutation) => ({
    ...mutation,
    ops: mutation.ops.map((op) => {
      if (op.t !== 'cell.set') return op;
      const cell = app.db.sqlite
        .prepare<[string, string], { ver: number }>('SELECT ver FROM cell WHERE col_id = ? AND row_id = ?')
        .get(op.col, op.row);
      return { ...op, ifVer: cell?.ver ?? 0 };
    }),
  }));
  return { ...input, muts };
}

/** What a fault does to the server's memory of a push. */
export function tamperAfter(faults: Faults, app: AppContext, input: PushInput, output: PushOutput): void {
  if (!faults.refusalsForgotten) return;
  const refused = output.results.find((result) => result.status !== 'applied');
  if (refused) forget(app, input, [refused.mid]);
}

/** Makes the server forget mutations, as if it had never kept what it answered. */
function forget(app: AppContext, { clientId }: PushInput, mids: readonly number[]): void {
  const { sqlite } = app.db;
  for (const mid of mids) {
    const known = sqlite.prepare('DELETE FROM mutation WHERE client_id = ? AND mid = ?').run(clientId, mid);
    if (known.changes === 0) continue;
    sqlite
      .prepare('UPDATE client SET last_mid = ? WHERE client_id = ? AND last_mid >= ?')
      .run(mid - 1, clientId, mid);
  }
}
