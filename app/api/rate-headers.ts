import type { Allowance } from '~/db/request-counts';

/**
 * What a client is told of how much more it may ask for.
 * @source draft-ietf-httpapi-ratelimit-headers; Retry-After: RFC 9110
 */
export function rateHeaders({ isAllowed, most, window, remaining, resetsIn }: Allowance): Record<string, string> {
  return {
    'RateLimit-Policy': `"default";q=${most};w=${window}`,
    RateLimit: `"default";r=${remaining};t=${resetsIn}`,
    ...(isAllowed ? {} : { 'Retry-After': String(resetsIn) }),
  };
}
