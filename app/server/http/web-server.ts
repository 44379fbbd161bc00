// Node's HTTP server with every wait bounded: whoever sends a byte a minute does not hold a connection for long.
import { createServer, type RequestListener, type Server } from 'node:http';

/** Milliseconds, but for the number of headers. A photograph over a slow line is let take its minutes. */
export const SERVER_LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 180_000,
  keepAliveTimeout: 20_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
} as const;

export function createWebServer(
  listener: RequestListener,
  limits: { readonly [Name in keyof typeof SERVER_LIMITS]: number } = SERVER_LIMITS,
): Server {
  return createServer(limits, listener);
}
