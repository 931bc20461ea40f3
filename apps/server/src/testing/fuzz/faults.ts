/**
 * Mistakes that the harness can put between the real halves, to see that the invariants notice them. The product has no
 * such switches: each is made by changing what passes through, or what stands in the database, from outside.
 */
export interface Faults {
  /** The server forgets what it has answered, so that a repeated push takes effect again. */
  readonly noDedupe?: boolean;
  /** Every guard is satisfied: the newest version is put into each op. */
  readonly unguarded?: boolean;
  /** Readers are attached after the backlog was read, and no heartbeat tells them. */
  readonly lateListener?: boolean;
  /** Nobody notices that the history is another one. */
  readonly noEpoch?: boolean;
  /** Others hear of ops before the commit, also of those that are then undone. */
  readonly earlyBroadcast?: boolean;
  /** A refusal is not remembered and does not use up its number. */
  readonly refusalsForgotten?: boolean;
}
