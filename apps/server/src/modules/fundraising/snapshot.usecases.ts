import type { AppContext } from '../../context.ts';
import { perApp } from '../../realtime/per-app.ts';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { readCounters, readOpsSince } from './log.store.ts';
import { readFacts, SnapshotSource } from './snapshot-source.store.ts';
import { writeSnapshot, type BuiltSnapshot, type Part } from './snapshot-build.usecases.ts';

/** A snapshot this many ops old is written anew in the background; large sheets wait a little longer. */
const STALE_OPS = 20;
/** Nobody waits for a snapshot unless the one that is there is this many times as old. */
const TOO_STALE = 10;
/** Ops per line. */
const OPS_PER_LINE = 500;
const REBUILD_AFTER_MS = 5_000;
const READ_BYTES = 512 * 1024;

interface Kept extends BuiltSnapshot {
  readonly file: string;
}

/** The whole sheet for browsers: encoded once, kept on disk, sent with the ops that came since. */
export interface Snapshots {
  /** Lines of JSON; `first` columns come before the others. Throws when the history changes underneath. */
  lines(first: readonly string[]): AsyncGenerator<Buffer | string, void>;
  /** Has one ready before anybody asks. */
  warm(): void;
  /** Waits for what goes on in the background. */
  settled(): Promise<void>;
}

export const snapshotsOf = perApp(createSnapshots);

function createSnapshots(app: AppContext): Snapshots {
  const folder = path.join(app.config.dataDir, 'cache');
  let kept: Kept | null = null;
  let building: Promise<Kept> | null = null;
  let timer: NodeJS.Timeout | null = null;

  const position = () => readCounters(app.db.reader, app.workspaceId);
  const limit = (snapshot: Kept) => STALE_OPS + snapshot.rowCount / 50;
  const age = () => {
    const { epoch, headSeq, prunedSeq } = position();
    const usable = kept && kept.epoch === epoch && kept.seq >= prunedSeq && kept.seq <= headSeq;
    if (!kept || !usable) return Infinity;
    // The fund's zone says what day it is in every cell: an old one is of no use.
    if (kept.facts !== JSON.stringify(readFacts(app.db.reader, app.workspaceId))) return Infinity;
    // An empty sheet costs nothing to write, and says nothing about the one that is there now.
    if (kept.rowCount === 0 && headSeq > kept.seq) return Infinity;
    return (headSeq - kept.seq) / limit(kept);
  };

  async function build(): Promise<Kept> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const temporary = path.join(folder, 'sheet.tmp');
    const source = new SnapshotSource(app.db.file, app.workspaceId);
    let built: BuiltSnapshot;
    try {
      built = await writeSnapshot(source, temporary);
    } finally {
      source.close();
    }
    const file = path.join(folder, `sheet-${built.epoch}-${built.seq}.ndjson`);
    await rename(temporary, file);
    // Whoever is reading the old file keeps it open until it is done.
    for (const name of await readdir(folder))
      if (name.startsWith('sheet-') && path.join(folder, name) !== file) await rm(path.join(folder, name));
    return { ...built, file };
  }

  function rebuild(): Promise<Kept> {
    building ??= build()
      .then((done) => (kept = done))
      .finally(() => (building = null));
    return building;
  }

  function later(): void {
    if (timer || building || age() <= 1) return;
    timer = setTimeout(() => {
      timer = null;
      if (app.db.sqlite.open && age() > 1) inBackground();
    }, REBUILD_AFTER_MS).unref();
  }

  function inBackground(): void {
    rebuild().catch((error: unknown) => app.log.error('While writing a snapshot', error));
  }

  app.bus.on('ops', later);
  app.bus.on('resync', later);
  app.bus.on('foreignWrite', later);

  return {
    async *lines(first) {
      let snapshot = kept;
      if (!snapshot || age() > TOO_STALE) snapshot = await rebuild();
      else later();
      const file = await open(snapshot.file, 'r');
      try {
        for (const { start, end } of inOrder(snapshot.parts, first)) {
          for (let at = start; at < end;) {
            const length = Math.min(READ_BYTES, end - at);
            const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(length), 0, length, at);
            if (bytesRead === 0) throw new Error('The snapshot is shorter than it was written.');
            yield buffer.subarray(0, bytesRead);
            at += bytesRead;
          }
        }
      } finally {
        await file.close();
      }
      let { seq } = snapshot;
      for (;;) {
        if (position().epoch !== snapshot.epoch) throw new Error('The history changed during a snapshot.');
        const ops = readOpsSince(app.db.reader, app.workspaceId, seq, OPS_PER_LINE);
        if (ops.length === 0) break;
        seq = ops.at(-1)?.seq ?? seq;
        yield `${JSON.stringify({ t: 'ops', ops })}\n`;
      }
      yield `${JSON.stringify({ t: 'end', seq })}\n`;
    },
    warm: () => {
      if (age() > 1) inBackground();
    },
    async settled() {
      await building;
    },
  };
}

/** Meta, rows and contacts, then the columns that were asked for, then the others. */
function inOrder(parts: readonly Part[], first: readonly string[]): Part[] {
  const rank = ({ col }: Part) => {
    if (col === null) return -1;
    const at = first.indexOf(col);
    return at < 0 ? first.length : at;
  };
  return parts.toSorted((a, b) => rank(a) - rank(b)).filter((part) => part.end > part.start);
}
