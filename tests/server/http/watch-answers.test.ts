// The access log: lines are written some at a time, and those that are left when the process ends are not lost.
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { ROOT } from '#tests/support/site.ts';

/** Answers one request and ends at once, long before the lines are due. */
const SERVE_ONE = `
  import { createServer } from 'node:http';
  import { Registry } from 'prom-client';
  import { watchAnswers } from '#app/server/http/watch-answers.ts';
  const watch = watchAnswers(new Registry(), 'info');
  const server = createServer((request, response) => {
    watch(request, response);
    response.on('close', () => process.exit(0));
    response.end('x');
  }).listen(0, '127.0.0.1', () => fetch('http://127.0.0.1:' + server.address().port + '/pesanan/secret?kabar=x'));`;

it('holds the last line, without the token of a link and without a query', () => {
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', SERVE_ONE], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 20_000,
  });
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(stdout)).toMatchObject({ method: 'GET', path: '/pesanan/…', status: 200, msg: 'answered' });
});
