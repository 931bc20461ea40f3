import type { FastifyReply } from 'fastify';
import type { PublicError } from '../rpc/errors.ts';

/** Refuses a call before it reaches its procedure, in the shape that procedures' own errors have. */
export function refuse(
  reply: FastifyReply,
  status: number,
  code: PublicError['code'],
  message: string,
): FastifyReply {
  return reply
    .code(status)
    .type('application/json')
    .send({ error: { message, code: -32600, data: { code, httpStatus: status, details: {} } } });
}
