import type { IncomingMessage, ServerResponse } from 'node:http';
import { licenceLink } from '~/app/api/licence';
import { sessionCookieName } from '~/app/auth/session-cookie';
import { isPublicPath } from './address';
import { pickEncoding } from './encoding';
import type { Exchange, HttpOptions } from './http';
import { publicDbOf } from './public-source';
import { baseHeaders, cacheControl, pagePolicy } from './security-headers';
import { makeSharedAnswer, type SharedAnswer, sendSharedAnswer } from './shared-answer';

/** Public answers, the same for everybody who has no session: kept where they may be, and made without knowing who asks. */
export interface SharedPages {
  /** @returns whether there was something kept, which then has been sent */
  sendKept(incoming: IncomingMessage, outgoing: ServerResponse, requestId: string): boolean;
  /** Only for what isShareable. */
  answer(exchange: Exchange): Promise<void>;
}

/** In characters; longer addresses are answered and not kept. */
const longestKept = 2_000;

/** Whether a request may be given what others are given. Whatever has, or may have, a session is not. */
export function isShareable({ method, headers }: IncomingMessage, path: string, publicUrl: string): boolean {
  const isRead = method === 'GET' || method === 'HEAD';
  return isRead && isPublicPath(path) && !(headers.cookie ?? '').includes(sessionCookieName(publicUrl));
}

export function createSharedPages(options: HttpOptions): SharedPages {
  const { kept, portal } = options;
  const { publicUrl } = portal.config;
  return {
    sendKept: (incoming, outgoing, requestId) => {
      const target = incoming.url ?? '';
      const answer = kept?.find(keyOf(incoming, target));
      if (!answer) return false;
      const [path = ''] = target.split('?', 1);
      if (!isShareable(incoming, path, publicUrl)) return false;
      sendSharedAnswer(incoming, outgoing, answer, requestId);
      portal.log.info({ requestId, method: incoming.method, path, status: outgoing.statusCode, ms: 0 }, 'request');
      return true;
    },
    answer: async (exchange) => {
      const { incoming, outgoing, path, search, requestId } = exchange;
      const target = path + search;
      const make = () => render(exchange, options);
      const answer =
        kept && target.length <= longestKept ? await kept.get(keyOf(incoming, target), make) : await make();
      if (!outgoing.destroyed) sendSharedAnswer(incoming, outgoing, answer, requestId);
    },
  };
}

/** Host and what proxies claim decide nothing, so they are not in it. */
function keyOf({ headers }: IncomingMessage, target: string): string {
  return `${pickEncoding(headers['accept-encoding'])} ${target}`;
}

/** Nothing of the request but its address reaches the page: neither cookies nor any other header, nor its method. */
async function render(exchange: Exchange, options: HttpOptions): Promise<SharedAnswer> {
  const { incoming, path, search, requestId, log } = exchange;
  const { portal, pages } = options;
  const { publicUrl } = portal.config;
  const request = new Request(publicUrl + path + search, { headers: { Host: new URL(publicUrl).host } });
  const common = { ...portal, publicDb: publicDbOf(options), clock: portal.now, viewedDay: null };
  const changedAt = options.kept?.changedAt() ?? null;
  const response = await pages(request, { ...common, nonce: '', requestId, log });
  requireRendered(response);
  const encoding = pickEncoding(incoming.headers['accept-encoding']);
  return makeSharedAnswer(response, headersOf(response, path, options), { encoding, changedAt });
}

function headersOf({ status, headers: given }: Response, path: string, options: HttpOptions): Headers {
  const { portal, development = false } = options;
  const header = { publicUrl: portal.config.publicUrl, development };
  const headers = new Headers(baseHeaders(header));
  for (const [name, value] of given) {
    if (name === 'set-cookie') headers.append(name, value);
    else if (name !== 'content-security-policy') headers.set(name, value);
  }
  const isPage = (given.get('Content-Type') ?? '').startsWith('text/html');
  if (isPage) headers.set('Content-Security-Policy', pagePolicy('', header));
  headers.set('Vary', 'Accept-Encoding');
  headers.append('Link', licenceLink(portal.config.licence));
  const setsCookie = given.has('Set-Cookie');
  const wanted = given.get('Cache-Control');
  headers.set('Cache-Control', cacheControl({ method: 'GET', path, status, hasSession: false, setsCookie, wanted }));
  return headers;
}

/** @throws where Remix has nothing but plain text, because both a page and its error page threw */
export function requireRendered({ status, headers }: Response): void {
  if (status === 500 && (headers.get('Content-Type') ?? '').startsWith('text/plain')) {
    throw new Error('Remix could not render its own error page.');
  }
}
