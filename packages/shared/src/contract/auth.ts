import { z } from 'zod';
import { InvitationId, SessionId, UserId, WorkspaceId } from '../ids.ts';
import { Role } from '../roles.ts';
import { Hue } from '../columns.ts';

/** 12 to 128 characters, not one of the common ones; nothing else is asked (S3). */
export const Password = z
  .string()
  .min(12, 'Use at least 12 characters.')
  .max(128, 'Use at most 128 characters.');
export const PersonName = z.string().trim().min(1, 'Say your name.').max(100);
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email('This is not an e-mail address.'));
export const Theme = z.enum(['light', 'dark', 'system']);

/** A person as everyone in the workspace sees them. */
export const Person = z.object({
  id: UserId,
  name: z.string(),
  email: z.string(),
  role: Role,
  hue: Hue,
  deactivatedAt: z.iso.datetime().nullable(),
});
export type Person = z.infer<typeof Person>;

/** auth.me: who is here, or what the login page has to offer. */
export const MeOutput = z.discriminatedUnion('state', [
  z.object({ state: z.literal('setup') }),
  z.object({ state: z.literal('anonymous') }),
  z.object({
    state: z.literal('signedIn'),
    me: Person.extend({ theme: Theme }),
    sessionId: SessionId,
    workspace: z.object({
      id: WorkspaceId,
      name: z.string(),
      timeZone: z.string(),
      currency: z.string(),
    }),
  }),
]);
export type MeOutput = z.infer<typeof MeOutput>;

/** auth.setup: the first admin; needs the one-time token printed at first start (S22). */
export const SetupInput = z.object({
  token: z.string().min(1).max(200),
  workspaceName: z.string().trim().min(1).max(100),
  timeZone: z.string().max(64),
  currency: z.string().regex(/^[A-Z]{3}$/),
  name: PersonName,
  email: Email,
  password: Password,
});
export const LoginInput = z.object({ email: z.string().max(254), password: z.string().max(1000) });
/** auth.invitation: what the link is good for, or GONE. */
export const InvitationInput = z.object({ token: z.string().min(1).max(200) });
export const InvitationOutput = z.object({ email: z.string(), role: Role, workspaceName: z.string() });
/** auth.acceptInvitation */
export const AcceptInput = z.object({
  token: z.string().min(1).max(200),
  name: PersonName,
  password: Password,
});
/** auth.updateProfile: unknown keys, `role` among them, are refused or ignored, never applied. */
export const ProfileInput = z.object({ name: PersonName.optional(), theme: Theme.optional() });
export const ChangePasswordInput = z.object({ current: z.string().max(1000), next: Password });
/** auth.sessions: one's own. auth.revokeSession {id}; auth.revokeOtherSessions. */
export const SessionInfo = z.object({
  id: SessionId,
  current: z.boolean(),
  userAgent: z.string(),
  address: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
});
export const RevokeSessionInput = z.object({ id: SessionId });

/** admin.people: everyone, with open invitations. */
export const PeopleOutput = z.object({
  people: z.array(
    Person.extend({
      createdAt: z.iso.datetime(),
      lastSeenAt: z.iso.datetime().nullable(),
      sessions: z.number().int(),
    }),
  ),
  invitations: z.array(
    z.object({
      id: InvitationId,
      email: z.string(),
      role: Role,
      invitedBy: UserId.nullable(),
      createdAt: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
    }),
  ),
});
/** admin.invite → the link, shown once. */
export const InviteInput = z.object({ email: Email, role: Role });
export const InviteOutput = z.object({ id: InvitationId, url: z.string(), expiresAt: z.iso.datetime() });
/** admin.revokeInvitation */
export const RevokeInvitationInput = z.object({ id: InvitationId });
/** admin.setRole */
export const SetRoleInput = z.object({ userId: UserId, role: Role });
/** admin.deactivate, admin.reactivate, admin.revokeSessions */
export const UserInput = z.object({ userId: UserId });
/** admin.workspace: name, zone and currency. */
export const WorkspaceInput = z.object({
  name: z.string().trim().min(1).max(100),
  timeZone: z.string().max(64),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
