import { AppError } from '@crm/shared';
import type { Options } from '@node-rs/argon2';

/** What one hash costs: memory in KiB, passes, lanes. */
export type PasswordCost = Required<Pick<Options, 'memoryCost' | 'timeCost' | 'parallelism'>>;

/** argon2id, 64 MiB, three passes, one lane (S3); about 45 ms each. */
export const PASSWORD_COST: PasswordCost = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 };
/** Each computation takes its memory, so few run at once. */
const AT_ONCE = 2;
const MAX_WAITING = 100;

/** Salt and hash of nobody's password. */
const NOBODY = '/r+NVdxp9hoefC4qtON3EA$G1A7XePYhxJgy8g/0ccAK68/KeW3KqUMrdF1qb8ddXE';

/** Makes and checks passwords' hashes. */
export interface Passwords {
  /** A PHC string of the whole password; nothing is cut off. */
  hash(password: string): Promise<string>;
  /** Whether the password is right; with `null` for nobody's hash it takes as long and is wrong. */
  verify(phc: string | null, password: string): Promise<boolean>;
  /** Whether a hash was made at another cost than today's and should be replaced at the next login. */
  isOutdated(phc: string): Promise<boolean>;
}

/** Loaded when first needed: an idle server does without. */
const argon2 = () => import('@node-rs/argon2');

/** @param cost lower in tests, where nobody guesses */
export function createPasswords(cost: PasswordCost = PASSWORD_COST): Passwords {
  const inTurn = createTurns();
  const { memoryCost, timeCost, parallelism } = cost;
  /** Checked in place of the hash of a user who does not exist, so that both answers take as long. */
  const nobody = `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${NOBODY}`;

  return {
    async hash(password) {
      const { hash } = await argon2();
      return inTurn(() => hash(password, cost));
    },
    async verify(phc, password) {
      const { verify } = await argon2();
      const right = await inTurn(() => verify(phc ?? nobody, password));
      return right && phc !== null;
    },
    async isOutdated(phc) {
      const { parseOptions } = await argon2();
      const made = parseOptions(phc);
      const sameCost = made.memoryCost === memoryCost && made.timeCost === timeCost;
      return !phc.startsWith('$argon2id$') || !sameCost;
    },
  };
}

/** @returns a function that runs works a few at a time; it throws AppError UNAVAILABLE when too many wait already */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running < AT_ONCE) running++;
    else if (waiting.length < MAX_WAITING) await new Promise<void>((resolve) => waiting.push(resolve));
    else throw new AppError('UNAVAILABLE', 'Too many logins at once. Try again in a moment.');
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
