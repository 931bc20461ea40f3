/**
 * The limit that the product is measured against: Fastify + better-sqlite3 with FULL commits and an audit row per edit, and
 * a bare `ws` broadcast. No auth, no checks. Started as a process of its own: `node raw/server.ts FOLDER ROWS`.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import Fastify from 'fastify';
import { WebSocketServer } from 'ws';
import { benchColumns, benchRows } from '../lib/data.ts';

const [folder = '.', rowCount = '0'] = process.argv.slice(2);
const columns = benchColumns();
const db = new Database(join(folder, 'raw.db'));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec(`
  CREATE TABLE sheet (id INTEGER PRIMARY KEY, version INTEGER NOT NULL, ${columns.map((_, i) => `c${i}`).join(', ')});
  CREATE TABLE audit (id INTEGER PRIMARY KEY, row INTEGER, col INTEGER, old TEXT, new TEXT, at TEXT);
`);
const insert = db.prepare(`INSERT INTO sheet VALUES (?, 0, ${columns.map(() => '?').join(', ')})`);
db.transaction(() => {
  benchRows(Number(rowCount), columns).forEach((row, i) => insert.run(i, ...row));
})();

const all = db.prepare('SELECT * FROM sheet').raw();
const read = columns.map((_, i) => db.prepare(`SELECT c${i} FROM sheet WHERE id = ?`).pluck());
const write = columns.map((_, i) =>
  db.prepare(`UPDATE sheet SET c${i} = ?, version = version + 1 WHERE id = ?`),
);
const audit = db.prepare('INSERT INTO audit (row, col, old, new, at) VALUES (?, ?, ?, ?, ?)');
const edit = db.transaction((row: number, col: number, value: string) => {
  const old = read[col]?.get(row);
  write[col]?.run(value, row);
  audit.run(row, col, old, value, new Date().toISOString());
});

interface Edit {
  row: number;
  col: number;
  value: string;
}

const app = Fastify({ bodyLimit: 1_000_000 });
app.get('/all', (_request, reply) => {
  void reply.header('content-type', 'application/json');
  return JSON.stringify(all.all());
});
app.post<{ Body: Edit }>('/edit', (request) => {
  edit(request.body.row, request.body.col, request.body.value);
  return { ok: true };
});
app.get('/page', (_request, reply) => {
  void reply.header('content-type', 'text/html');
  return `<!doctype html><div id="cell">-</div><script>
    const socket = new WebSocket('ws://' + location.host + '/ws');
    socket.onmessage = (event) => { document.getElementById('cell').textContent = JSON.parse(event.data).value; };
    window.opened = new Promise((resolve) => { socket.onopen = resolve; });
    window.send = (value) => socket.send(JSON.stringify({ row: 0, col: 0, value }));
  </script>`;
});
await app.listen({ host: '127.0.0.1', port: 0 });

const sockets = new WebSocketServer({ server: app.server, path: '/ws' });
sockets.on('connection', (socket) => {
  socket.on('message', (data: Buffer) => {
    const message: Edit = JSON.parse(data.toString('utf8'));
    edit(message.row, message.col, message.value);
    for (const other of sockets.clients) other.send(JSON.stringify(message));
  });
});

const address = app.server.address();
process.stdout.write(`port ${typeof address === 'object' && address !== null ? address.port : ''}\n`);
process.on('SIGTERM', () => process.exit(0));
