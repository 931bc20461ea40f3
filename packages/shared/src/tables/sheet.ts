import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { user } from './people.ts';
import { instant, workspaceId } from './base.ts';

/** An investor: a row of the grid and the canonical identity that everything references. */
export const investors = sqliteTable(
  'investors',
  {
    id: text('id').primaryKey(),
    workspaceId: workspaceId(),
    /** Autonumber: 1, 2, 3 … never given twice. */
    number: integer('number').notNull(),
    /** Fractional index; rows sort by (position, id). */
    position: text('position').notNull(),
    /** seq of the op that added the row: the version of the cells it came with. */
    ver: integer('ver').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by'),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: text('updated_by'),
    deletedAt: instant('deleted_at'),
  },
  (t) => [index('investors_order').on(t.workspaceId, t.position)],
);

/** A field of the grid. `options` is JSON (`ColumnOptions`). */
export const column = sqliteTable('column', {
  id: text('id').primaryKey(),
  workspaceId: workspaceId(),
  name: text('name').notNull(),
  type: text('type').notNull(),
  options: text('options').notNull(),
  position: text('position').notNull(),
  key: text('key'),
  ver: integer('ver').notNull(),
  deletedAt: instant('deleted_at'),
});

/** The versioned register of one cell. A row exists once the cell was ever written; `value` is JSON. */
export const cell = sqliteTable(
  'cell',
  {
    workspaceId: workspaceId(),
    colId: text('col_id').notNull(),
    rowId: text('row_id').notNull(),
    value: text('value').notNull(),
    ver: integer('ver').notNull(),
    clientId: text('client_id'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.colId, t.rowId] })],
);

/** A fund or vehicle: shown as a commitment column. */
export const fund = sqliteTable('fund', {
  id: text('id').primaryKey(),
  workspaceId: workspaceId(),
  name: text('name').notNull(),
  currency: text('currency').notNull(),
  colId: text('col_id').notNull(),
  createdAt: instant('created_at').notNull(),
  deletedAt: instant('deleted_at'),
});

/** What an investor has said or paid for a fund, in integer minor units. */
export const commitment = sqliteTable(
  'commitment',
  {
    workspaceId: workspaceId(),
    investorId: text('investor_id')
      .notNull()
      .references(() => investors.id),
    fundId: text('fund_id')
      .notNull()
      .references(() => fund.id),
    amount: integer('amount').notNull(),
    currency: text('currency').notNull(),
    status: text('status').notNull(),
    updatedAt: instant('updated_at').notNull(),
    deletedAt: instant('deleted_at'),
  },
  (t) => [primaryKey({ columns: [t.investorId, t.fundId] })],
);

/** A person who works for zero or more investors. */
export const contact = sqliteTable('contact', {
  id: text('id').primaryKey(),
  workspaceId: workspaceId(),
  name: text('name').notNull(),
  title: text('title').notNull(),
  phone: text('phone').notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  deletedAt: instant('deleted_at'),
});

/** An e-mail address of a contact; `normalized` (lower case) is what mail is matched by. */
export const contactAddress = sqliteTable(
  'contact_address',
  {
    contactId: text('contact_id')
      .notNull()
      .references(() => contact.id),
    workspaceId: workspaceId(),
    ordinal: integer('ordinal').notNull(),
    address: text('address').notNull(),
    normalized: text('normalized').notNull(),
  },
  (t) => [primaryKey({ columns: [t.contactId, t.ordinal] }), index('contact_address_norm').on(t.normalized)],
);

/** Which contacts belong to which investor, derived from contacts cells in the same transaction. */
export const investorContact = sqliteTable(
  'investor_contact',
  {
    workspaceId: workspaceId(),
    investorId: text('investor_id')
      .notNull()
      .references(() => investors.id),
    contactId: text('contact_id')
      .notNull()
      .references(() => contact.id),
    colId: text('col_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.investorId, t.colId, t.contactId] }),
    index('investor_contact_contact').on(t.contactId),
  ],
);

/** A note, call, e-mail, meeting or text with an investor. */
export const communication = sqliteTable(
  'communication',
  {
    id: text('id').primaryKey(),
    workspaceId: workspaceId(),
    investorId: text('investor_id')
      .notNull()
      .references(() => investors.id),
    type: text('type').notNull(),
    /** Day in the fund's zone. */
    occurredOn: text('occurred_on').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    outcome: text('outcome').notNull(),
    nextStep: text('next_step').notNull(),
    createdBy: text('created_by'),
    createdAt: instant('created_at').notNull(),
    deletedAt: instant('deleted_at'),
  },
  (t) => [index('communication_investor').on(t.investorId, t.occurredOn)],
);

/** A saved way to look at the sheet; `config` is JSON (`ViewConfig`). */
export const view = sqliteTable('view', {
  id: text('id').primaryKey(),
  workspaceId: workspaceId(),
  name: text('name').notNull(),
  ownerId: text('owner_id').references(() => user.id),
  shared: integer('shared', { mode: 'boolean' }).notNull(),
  position: text('position').notNull(),
  config: text('config').notNull(),
  updatedAt: instant('updated_at').notNull(),
  deletedAt: instant('deleted_at'),
});

/** What one person has changed of a view for themselves alone. */
export const viewDraft = sqliteTable(
  'view_draft',
  {
    workspaceId: workspaceId(),
    viewId: text('view_id')
      .notNull()
      .references(() => view.id),
    userId: text('user_id')
      .notNull()
      .references(() => user.id),
    config: text('config').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [uniqueIndex('view_draft_one').on(t.viewId, t.userId)],
);
