import { hash, randomBytes } from 'node:crypto';

/** 256 random bits for a session, an invitation or the set-up link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token: useless to whoever reads it there. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'hex');
}
