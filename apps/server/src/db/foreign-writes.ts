import type { Database } from './transaction.ts';

/**
 * Tells whether another process has committed to the file since the last question. Only the command line does, while the
 * server runs.
 */
export function watchForeignWrites(db: Database): () => boolean {
  const version = () => Number(db.sqlite.pragma('data_version', { simple: true }));
  let seen = version();
  return () => {
    const now = version();
    const changed = now !== seen;
    seen = now;
    return changed;
  };
}
