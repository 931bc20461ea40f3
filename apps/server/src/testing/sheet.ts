import { ClientId, Column, Epoch, InvestorId, newId, random128, SessionId, UserId } from '@crm/shared';
import type { BuiltinKey, Op, PushOutput, Role } from '@crm/shared';
import type { AppContext } from '../context.ts';
import { createDefaultSheet } from '../modules/fundraising/default-sheet.usecases.ts';
import { push } from '../modules/fundraising/live.usecases.ts';
import { readColumns } from '../modules/fundraising/sheet.store.ts';
import type { Principal } from '../principal.ts';

/** A person straight in the table, for tests in which logging in plays no part. */
export function addPerson(app: AppContext, name: string, role: Role = 'member'): Principal {
  const userId = newId(UserId);
  app.db.write((tx) =>
    tx
      .writing(
        `INSERT INTO user (id, workspace_id, email, name, role, hue, password_hash, theme, created_at)
         VALUES (?, ?, ?, ?, ?, 'blue', '', 'system', ?)`,
      )
      .run(userId, app.workspaceId, `${name}@fund.example`, name, role, app.clock.now().toISOString()),
  );
  return { userId, role, sessionId: newId(SessionId) };
}

/** The built-in columns by key. */
export function openSheet(app: AppContext): (key: BuiltinKey) => Column {
  app.db.write((tx) => createDefaultSheet(app, tx, { kind: 'system', id: null }));
  const columns = readColumns(app.db.reader, app.workspaceId);
  return (key) => Column.parse(columns.find((column) => column.key === key));
}

export function epochOf(app: AppContext): Epoch {
  return Epoch.parse(app.db.reader.reading<{ epoch: string }>('SELECT epoch FROM workspace').get()?.epoch);
}

/** One tab that pushes mutation after mutation. */
export class Tab {
  readonly clientId = random128(ClientId);
  readonly #app: AppContext;
  readonly #principal: Principal;
  #mid = 0;

  constructor(app: AppContext, principal: Principal) {
    this.#app = app;
    this.#principal = principal;
  }

  /** Pushes the ops as the next mutation, or as mutation `mid`. */
  async push(ops: readonly Op[], mid: number = ++this.#mid): Promise<PushOutput> {
    const { clientId } = this;
    return push(this.#app, this.#principal, {
      protocol: 1,
      epoch: epochOf(this.#app),
      clientId,
      muts: [{ mid, ops }],
    });
  }

  /** Adds a row and returns its id. */
  async addRow(values: Extract<Op, { t: 'row.add' }>['values'] = {}, position = 'a0'): Promise<InvestorId> {
    const row = newId(InvestorId);
    await this.push([{ t: 'row.add', row, position, values }]);
    return row;
  }
}
