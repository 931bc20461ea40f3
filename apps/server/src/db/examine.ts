import { statfsSync } from 'node:fs';
import { verifyAudit } from './audit.ts';
import { sqliteVersion } from './connection.ts';
import { examineLog } from './examine-log.ts';
import { workspaceIdOf } from './workspace.ts';
import type { Database } from './transaction.ts';

/** What one check of the data found. */
export interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
}

const MB = 1024 * 1024;
/** Below this a write-ahead log or a backup may not fit. */
const LEAST_FREE = 200 * MB;

/** Looks whether the data is whole and safely kept; reads only. */
export function examine(db: Database, dataDir: string): Finding[] {
  return [
    examineSettings(db),
    examineFile(db),
    examineReferences(db),
    examineAudit(db),
    ...examineLog(db.reader, workspaceIdOf(db.reader)),
    examineDisk(dataDir),
  ];
}

function examineSettings({ sqlite }: Database): Finding {
  const synchronous = Number(sqlite.pragma('synchronous', { simple: true }));
  const journal = String(sqlite.pragma('journal_mode', { simple: true }));
  const detail = `SQLite ${sqliteVersion(sqlite)}, journal ${journal}, synchronous ${synchronous === 2 ? 'FULL' : synchronous}`;
  return { check: 'settings', ok: synchronous === 2 && journal === 'wal', detail };
}

function examineFile({ sqlite }: Database): Finding {
  const result = sqlite.prepare<[], string>('PRAGMA integrity_check').pluck().all();
  return { check: 'integrity', ok: result.join() === 'ok', detail: result.slice(0, 5).join('; ') };
}

function examineReferences({ sqlite }: Database): Finding {
  const broken = sqlite.prepare('PRAGMA foreign_key_check').all().length;
  return { check: 'references', ok: broken === 0, detail: broken === 0 ? 'all hold' : `${broken} broken` };
}

function examineAudit({ reader }: Database): Finding {
  const { rows, firstBad, head } = verifyAudit(reader);
  const detail =
    firstBad === null ? `${rows} rows, head ${head.slice(0, 16)}` : `row ${firstBad} was changed`;
  return { check: 'audit', ok: firstBad === null, detail };
}

function examineDisk(dataDir: string): Finding {
  const { bavail, bsize } = statfsSync(dataDir);
  const free = bavail * bsize;
  return { check: 'disk', ok: free >= LEAST_FREE, detail: `${Math.floor(free / MB)} MB free` };
}
