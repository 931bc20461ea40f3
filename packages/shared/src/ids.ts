import { v7 } from 'uuid';
import { z } from 'zod';

const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

/** The workspace (one fund's data); every table carries it. */
export const WorkspaceId = uuid.brand('WorkspaceId');
export type WorkspaceId = z.infer<typeof WorkspaceId>;

/** An investor: a row of the grid and the one identity of an LP everywhere. */
export const InvestorId = uuid.brand('InvestorId');
export type InvestorId = z.infer<typeof InvestorId>;

export const ColumnId = uuid.brand('ColumnId');
export type ColumnId = z.infer<typeof ColumnId>;

export const OptionId = uuid.brand('OptionId');
export type OptionId = z.infer<typeof OptionId>;

export const ContactId = uuid.brand('ContactId');
export type ContactId = z.infer<typeof ContactId>;

export const FundId = uuid.brand('FundId');
export type FundId = z.infer<typeof FundId>;

export const CommunicationId = uuid.brand('CommunicationId');
export type CommunicationId = z.infer<typeof CommunicationId>;

export const ViewId = uuid.brand('ViewId');
export type ViewId = z.infer<typeof ViewId>;

export const UserId = uuid.brand('UserId');
export type UserId = z.infer<typeof UserId>;

export const InvitationId = uuid.brand('InvitationId');
export type InvitationId = z.infer<typeof InvitationId>;

export const SessionId = uuid.brand('SessionId');
export type SessionId = z.infer<typeof SessionId>;

export const ImportId = uuid.brand('ImportId');
export type ImportId = z.infer<typeof ImportId>;

/** One browser tab's name in the protocol: 128 random bits as 32 hex digits. */
export const ClientId = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand('ClientId');
export type ClientId = z.infer<typeof ClientId>;

/** Names one continuous history of `seq`; changed by every restore or bulk replace. 32 hex digits. */
export const Epoch = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand('Epoch');
export type Epoch = z.infer<typeof Epoch>;

/**
 * A fresh, time-ordered id (UUIDv7) of the kind that `schema` brands.
 * @example newId(InvestorId)
 */
export function newId<T>(schema: { parse(value: unknown): T }): T {
  return schema.parse(v7());
}

/** 128 random bits as 32 hex digits, for `ClientId` and `Epoch`. */
export function random128<T>(schema: { parse(value: unknown): T }): T {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return schema.parse(Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join(''));
}
