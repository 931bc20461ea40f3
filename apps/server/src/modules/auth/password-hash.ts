import { AppError } from '@crm/shared';
import type { Options } from '@node-rs/argon2';

/** argon2id, 64 MiB, three passes, one lane (S3); about 45 ms each. */
const COST = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 } as const satisfies Options;
/** Each computation takes 64 MiB. */
const AT_ONCE = 2;
const MAX_WAITING = 100;

/** Verified in place of the hash of a user who does not exist, so that both answers take as long. */
const NOBODY =
  '$argon2id$v=19$m=65536,t=3,p=1$/r+NVdxp9hoefC4qtON3EA$G1A7XePYhxJgy8g/0ccAK68/KeW3KqUMrdF1qb8ddXE';

let running = 0;
const waiting: (() => void)[] = [];

/** @throws AppError UNAVAILABLE when too many wait already */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MAX_WAITING)
      throw new AppError('UNAVAILABLE', 'Too many logins at once. Try again in a moment.');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/** Loaded when first needed: an idle server does without. */
const argon2 = () => import('@node-rs/argon2');

/** A PHC string of the whole password; nothing is cut off. */
export async function hashPassword(password: string): Promise<string> {
  const { hash } = await argon2();
  return inTurn(() => hash(password, COST));
}

/** Whether the password is right; with `null` for nobody's hash it takes as long and is wrong. */
export async function verifyPassword(phc: string | null, password: string): Promise<boolean> {
  const { verify } = await argon2();
  const right = await inTurn(() => verify(phc ?? NOBODY, password));
  return right && phc !== null;
}

/** Whether a hash was made at another cost than today's and should be replaced at the next login. */
export async function isOutdatedHash(phc: string): Promise<boolean> {
  const { parseOptions } = await argon2();
  const made = parseOptions(phc);
  return (
    !phc.startsWith('$argon2id$') || made.memoryCost !== COST.memoryCost || made.timeCost !== COST.timeCost
  );
}
