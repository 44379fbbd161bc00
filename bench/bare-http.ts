// The limit: a bare Node `http` server that answers every address with one page's bytes, already compressed.
import { createServer } from 'node:http';

process.once('message', (page: { body: string; encoding: string; type: string }) => {
  const body = Buffer.from(page.body, 'base64');
  const headers = { 'Content-Type': page.type, 'Content-Encoding': page.encoding, 'Content-Length': body.length };
  const server = createServer((_, response) => response.writeHead(200, headers).end(body));
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.(typeof address === 'object' ? address?.port : null);
  });
});
process.once('disconnect', () => process.exit(0));
