import { z } from 'zod';

/** What a person or program may do; `domain.md` lists each role's reach. */
export const Role = z.enum(['admin', 'member', 'bot']);
export type Role = z.infer<typeof Role>;

/** Who acts: a person, a bot, or the program itself. */
export const PrincipalKind = z.enum(['user', 'bot', 'agent', 'system', 'import', 'rule']);
export type PrincipalKind = z.infer<typeof PrincipalKind>;
