// A method that an address does not have is answered 405 with those it has, before Remix takes it for a fault of ours.
import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

interface Address {
  readonly pattern: RegExp;
  readonly params: number;
  readonly methods: readonly string[];
}

/** The methods of the route that answers a path; null when no route of its own does. */
export function methodsOf(build: Pick<ServerBuild, 'routes'>): (path: string) => readonly string[] | null {
  const addresses: Address[] = [];
  for (const route of Object.values(build.routes)) {
    if (!route || (route.path === undefined && !route.index) || route.path === '*') continue;
    const { loader, action, default: page } = route.module;
    const methods = [...(loader || page ? ['GET', 'HEAD'] : []), ...(action ? ['POST'] : [])];
    const path = route.path ?? '';
    const source = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+');
    addresses.push({ pattern: new RegExp(`^/${source}(\\.data)?/?$`), params: path.split(':').length, methods });
  }
  // As Remix matches: what is written out goes before what is filled in.
  addresses.sort((a, b) => a.params - b.params);
  return (path) => addresses.find(({ pattern }) => pattern.test(path))?.methods ?? null;
}

export function methodGuard(build: Pick<ServerBuild, 'routes'>, log: Logger): RequestHandler {
  const find = methodsOf(build);
  return (request, response, next) => {
    const methods = find(request.path);
    if (methods === null || methods.includes(request.method)) return next();
    log.info({ requestId: request.id, method: request.method, allowed: methods }, 'method not allowed');
    response
      .status(405)
      .set({ Allow: methods.join(', '), 'Cache-Control': 'no-store' })
      .type('text/plain')
      .send('405\n');
  };
}
