/** A part that holds edits which have not reached the server, e.g. the grid's queue. */
export type UnsentHolder = {
  /** How many edits are on this device only. */
  count(): Promise<number>;
  /** Throws them away. */
  clear(): Promise<void>;
  /** The edits as a file to keep, for when they are to be thrown away. */
  export?(): Promise<{ fileName: string; text: string }>;
};

const holders = new Set<UnsentHolder>();

/** Has sign-out ask before it throws unsent edits away. Returns the way to stop. */
export function holdUnsent(holder: UnsentHolder): () => void {
  holders.add(holder);
  return () => holders.delete(holder);
}

/** How many edits are on this device only. */
export async function countUnsent(): Promise<number> {
  const counts = await Promise.all([...holders].map((holder) => holder.count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Throws all unsent edits away. */
export async function clearUnsent(): Promise<void> {
  await Promise.all([...holders].map((holder) => holder.clear()));
}

/** The unsent edits of every holder, as files. */
export async function exportUnsent(): Promise<{ fileName: string; text: string }[]> {
  const files = await Promise.all([...holders].map(async (holder) => holder.export?.()));
  return files.filter((file) => file !== undefined);
}
