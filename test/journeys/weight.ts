import { get } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** Assets by whole address, so that each is asked for once. */
const weighed = new Map<string, Promise<Loaded>>();

interface Loaded {
  /** As it came over the wire: text compressed with gzip. */
  bytes: number;
  body: string;
}

/**
 * What a browser that knows nothing yet has to load for a page: its HTML, style sheets, scripts, images, icons and every font
 * that the style sheets name.
 * @returns bytes, without headers
 */
export async function weigh(url: string, address: string): Promise<number> {
  const page = await load(url + address);
  const parts = new Set(
    [
      ...page.body.matchAll(/<link rel="(?:stylesheet|icon)"[^>]* href="(\/[^"]+)"/g),
      ...page.body.matchAll(/<(?:script|img)[^>]* src="(\/[^"]+)"/g),
      ...page.body.matchAll(/<use href="(\/[^"#]+)/g),
    ].map(([, part]) => part ?? ''),
  );
  let sum = page.bytes;
  for (const part of parts) {
    const { bytes, body } = await once(url + part);
    sum += bytes;
    if (!part.endsWith('.css')) continue;
    for (const [, font] of body.matchAll(/url\(["']?(\/[^)"']+\.woff2)/g)) sum += (await once(url + font)).bytes;
  }
  return sum;
}

function once(address: string): Promise<Loaded> {
  const known = weighed.get(address) ?? load(address);
  weighed.set(address, known);
  return known;
}

/** Not fetch, which tells only what it has unpacked. */
function load(address: string): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'Accept-Encoding': 'gzip' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const sent = Buffer.concat(chunks);
        if (response.statusCode !== 200) return reject(new Error(`${address} answered ${response.statusCode}.`));
        const isPacked = response.headers['content-encoding'] === 'gzip';
        resolve({ bytes: sent.length, body: (isPacked ? gunzipSync(sent) : sent).toString() });
      });
    }).on('error', reject);
  });
}
