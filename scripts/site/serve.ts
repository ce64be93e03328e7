/** How is a site served on this machine? From a folder, packed where there are packed copies, to those who call the server by its own name. */
import type { IncomingMessage, RequestListener } from 'node:http';
import type { TLSSocket } from 'node:tls';
import sirv from 'sirv';

/**
 * A page of another site can make its own name point to this machine, and would then be let in as if it came from here;
 * but its browser still says that name.
 */
function ownHost({ socket }: IncomingMessage): string {
  const scheme = (socket as Partial<TLSSocket>).encrypted === true ? 'https' : 'http';
  return new URL(`${scheme}://localhost:${socket.localPort}`).host;
}

export function siteListener(folder: string): RequestListener {
  const serve = sirv(folder, { dev: true, brotli: true, gzip: true });
  return (request, response) => {
    if (request.headers.host !== ownHost(request)) return void response.writeHead(421, { 'Content-Type': 'text/plain' }).end(`I am ${ownHost(request)}.\n`);
    serve(request, response, () => void response.writeHead(404).end());
  };
}
