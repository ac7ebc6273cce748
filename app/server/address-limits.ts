import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Config } from '~/app/config.server';
import type { Database } from '~/db/client';
import { type Allowance, countRequest } from '~/db/request-counts';
import { isOpenFormPath, isSupplierApiPath } from './address';

/** What holds back somebody who tries again and again, by the address that they come from. */
export interface AddressLimits {
  /** Counts a form that anybody can send; null: it is none. */
  countForm(incoming: IncomingMessage, path: string): Promise<Allowance | null>;
  /** Counts an answer of the supplier API to a token that is not good; null: it is none. */
  countRefusal(incoming: IncomingMessage, path: string, status: number): Promise<Allowance | null>;
}

interface LimitOptions {
  config: Pick<Config, 'formRateLimit' | 'apiRateLimit' | 'trustProxy' | 'sessionSecret'>;
  db: Database;
  now: () => Date;
}

const minute = 60;

export function createAddressLimits({ config, db, now }: LimitOptions): AddressLimits {
  const count = (incoming: IncomingMessage, kind: string, most: number): Promise<Allowance> => {
    const address = addressOf(incoming, config.trustProxy);
    const subject = createHmac('sha256', config.sessionSecret).update(`address ${address}`).digest('base64url');
    return countRequest(db, { now: now(), subject, limit: { kind, most, window: minute } });
  };
  return {
    countForm: async (incoming, path) => {
      const isForm = incoming.method !== 'GET' && incoming.method !== 'HEAD' && isOpenFormPath(path);
      return isForm ? await count(incoming, 'form', config.formRateLimit) : null;
    },
    countRefusal: async (incoming, path, status) =>
      status === 401 && isSupplierApiPath(path) ? await count(incoming, 'token-refused', config.apiRateLimit) : null,
  };
}

/**
 * Where a request comes from. Of what proxies say, only the last entry is the trusted one's own. Of IPv6 the network
 * counts, since each household has more addresses than could be counted.
 */
export function addressOf({ headers, socket }: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy
    ? String(headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : undefined;
  const address = (forwarded || socket.remoteAddress || '').replace(/^::ffff:(?=\d+\.)/i, '');
  return address.includes(':') ? networkOf(address) : address;
}

/** The first 64 bits of an IPv6 address. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('%')[0]?.split('::', 2) ?? [];
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const after = tail === '' ? [] : tail.split(':');
    while (groups.length + after.length < 8) groups.push('0');
    groups.push(...after);
  }
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
