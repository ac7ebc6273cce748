import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ForeignSite {
  url: string;
  close(): void;
}

/**
 * A site of somebody else, on an origin of its own, whose policy lets it use the portal's scripts, data and images, and no styles
 * but its own.
 * @param body what its one page holds
 */
export async function openForeignSite(portalUrl: string, body: string): Promise<ForeignSite> {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    ...['script-src', 'connect-src', 'img-src data:'].map((what) => `${what} ${portalUrl}`),
  ];
  const server = createServer((_request, response) => {
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy.join('; '),
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    response.end(
      `<!DOCTYPE html><html lang="da"><title>Et andet sted</title><link rel="icon" href="data:,"><body>${body}`,
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
