import { fastifyStatic } from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { createOriginReader } from './address.ts';
import { pagePolicy, WORKER_POLICY } from './headers.ts';
import { refuse } from './refusal.ts';

/** What the page's HTML says where the response's own nonce belongs. */
const NONCE_MARK = '__CSP_NONCE__';

/** Serves the built web app: hashed assets for ever, and the page for every other path that a person may open. */
export async function registerPage(
  fastify: FastifyInstance,
  webDir: string,
  originOf: ReturnType<typeof createOriginReader>,
): Promise<void> {
  const html = existsSync(webDir) ? readFileSync(path.join(webDir, 'index.html'), 'utf8') : null;

  async function page(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (html === null) return reply.code(503).type('text/plain').send('The web app is not built.');
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', pagePolicy(nonce, originOf(request.raw).host))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(html.replaceAll(NONCE_MARK, nonce));
  }

  for (const url of ['/', '/index.html']) fastify.route({ method: 'GET', url, handler: page });
  fastify.setNotFoundHandler((request, reply) => {
    const isPath = request.method === 'GET' && !path.posix.extname(request.url.split('?', 1)[0] ?? '');
    if (isPath && !/^\/(trpc|assets)(\/|$)/.test(request.url)) return page(request, reply);
    return refuse(reply, 404, 'NOT_FOUND', 'There is nothing here.');
  });
  if (html === null) return;
  await fastify.register(fastifyStatic, {
    root: webDir,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, file) => {
      const inside = path.relative(webDir, file);
      const hashed = inside.startsWith(`assets${path.sep}`);
      if (inside === 'sw.js') reply.header('content-security-policy', WORKER_POLICY);
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
