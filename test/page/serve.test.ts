/** Whom does the server of `npm start` answer, and what does it send? */
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressCopies } from '../../scripts/site/compress';
import { siteListener } from '../../scripts/site/serve';

const PAGE = '<!doctype html><title>消込</title>'.repeat(100);
const folder = mkdtempSync(path.join(tmpdir(), 'serve-'));
let server: Server;
beforeAll(async () => {
  writeFileSync(path.join(folder, 'index.html'), PAGE);
  writeFileSync(path.join(folder, 'tiny.txt'), 'x');
  await compressCopies(folder, false);
  server = createServer(siteListener(folder));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const port = (): number => (server.address() as AddressInfo).port;

function ask(target: string, headers: Record<string, string> = {}): Promise<{ response: IncomingMessage; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request({ host: 'localhost', port: port(), path: target, headers: { connection: 'close', ...headers } }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => resolve({ response, body: Buffer.concat(pieces) }));
    })
      .on('error', reject)
      .end();
  });
}

test.each(['attacker.example', 'attacker.example:8080', '127.0.0.1', 'localhost', 'localhost:1'])(
  'who calls it "%s" gets nothing but its name',
  async (host) => {
    const { response, body } = await ask('/', { host });
    expect(response.statusCode).toBe(421);
    expect(body.toString()).toBe(`I am localhost:${port()}.\n`);
  },
);

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
  ['identity', (body: Buffer) => body],
] as const)('accepting %s, the page comes in it', async (encoding, unpacked) => {
  const { response, body } = await ask('/', { host: `localhost:${port()}`, 'accept-encoding': encoding });
  expect([response.statusCode, response.headers['content-encoding'] ?? 'identity', response.headers['content-type']]).toEqual([
    200,
    encoding,
    'text/html;charset=utf-8',
  ]);
  expect([response.headers.vary, response.headers['cache-control']]).toEqual(['Accept-Encoding', 'no-store']);
  expect(unpacked(body).toString()).toBe(PAGE);
});

test('what packing does not make smaller has no packed copy; what is not there, or outside, is not found', async () => {
  const own = { host: `localhost:${port()}`, 'accept-encoding': 'br' };
  const { response, body } = await ask('/tiny.txt', own);
  expect([response.headers['content-encoding'], body.toString()]).toEqual([undefined, 'x']);
  for (const target of ['/none.html', '/../../../etc/passwd', '/%2e%2e/%2e%2e/%2e%2e/etc/passwd'])
    expect((await ask(target, own)).response.statusCode).toBe(404);
});
