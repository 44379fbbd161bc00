// Which route answers a path, found without Remix: its matcher ranks and compiles every route of the site on each request, twice.
import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node';

export interface RouteAddress {
  readonly id: string;
  readonly methods: readonly string[];
}

/** The route of a path; null when no route of its own answers it. */
export function findAddress(build: Pick<ServerBuild, 'routes'>): (path: string) => RouteAddress | null {
  const addresses: (RouteAddress & { pattern: RegExp; params: number })[] = [];
  for (const route of Object.values(build.routes)) {
    // The root and the layouts have no address of their own.
    if (!route || (!route.path && !route.index) || route.path === '*') continue;
    const { loader, action, default: page } = route.module;
    const methods = [...(loader || page ? ['GET', 'HEAD'] : []), ...(action ? ['POST'] : [])];
    const path = route.path ?? '';
    const source = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+');
    const pattern = new RegExp(`^/${source}(\\.data)?/?$`);
    addresses.push({ id: route.id, pattern, params: path.split(':').length, methods });
  }
  // As Remix matches: what is written out goes before what is filled in.
  addresses.sort((a, b) => a.params - b.params);
  return (path) => addresses.find(({ pattern }) => pattern.test(path)) ?? null;
}

/**
 * Remix's answer to a request. Each route has a handler of its own that knows it and the layouts around it; what no address
 * is found for (unknown paths, capitals) is left to Remix and the whole site.
 */
export function handleByRoute(build: ServerBuild, mode: string): RequestHandler {
  const find = findAddress(build);
  const handlers = new Map<string, RequestHandler>();
  const whole = createRequestHandler(build, mode);
  return (request, context) => {
    const address = find(new URL(request.url).pathname);
    if (address === null) return whole(request, context);
    const known = handlers.get(address.id);
    if (known) return known(request, context);
    const handler = createRequestHandler(narrowed(build, address.id), mode);
    handlers.set(address.id, handler);
    return handler(request, context);
  };
}

/** The build as if a route and the layouts around it were the whole site. */
function narrowed(build: ServerBuild, id: string): ServerBuild {
  const { routes, assets } = build;
  return { ...build, routes: branchOf(routes, id), assets: { ...assets, routes: branchOf(assets.routes, id) } };
}

function branchOf<Route extends { id: string; parentId?: string }>(
  routes: Record<string, Route | undefined>,
  id: string,
): Record<string, Route> {
  const branch: Record<string, Route> = {};
  for (let route = routes[id]; route; route = route.parentId === undefined ? undefined : routes[route.parentId]) {
    branch[route.id] = route;
  }
  return branch;
}
