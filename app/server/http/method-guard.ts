// A method that an address does not have is answered 405 with those it has, before Remix takes it for a fault of ours.
import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { findAddress } from './route-addresses.ts';

export function methodGuard(build: Pick<ServerBuild, 'routes'>, log: Logger): RequestHandler {
  const find = findAddress(build);
  return (request, response, next) => {
    const methods = find(request.path)?.methods;
    if (!methods || methods.includes(request.method)) return next();
    log.info({ requestId: request.id, method: request.method, allowed: methods }, 'method not allowed');
    response
      .status(405)
      .set({ Allow: methods.join(', '), 'Cache-Control': 'no-store' })
      .type('text/plain')
      .send('405\n');
  };
}
