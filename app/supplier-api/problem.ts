/** A place in what was sent, and what is wrong there, in plain words. */
export interface PlaceProblem {
  /** JSON Pointer (RFC 6901). */
  pointer: string;
  detail: string;
}

/** A "no" of the supplier API, sent as application/problem+json (RFC 9457). */
export class SupplierProblem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly more: { errors?: readonly PlaceProblem[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(detail);
  }

  static unauthorized(hasToken: boolean): SupplierProblem {
    const detail = hasToken
      ? 'The token is not known, has run out or was revoked, or the colleague who made it has left.'
      : 'Send a token of your supplier: "Authorization: Bearer snitfladeklar_…".';
    const challenge = `Bearer realm="snitfladeklar"${hasToken ? ', error="invalid_token"' : ''}`;
    return new SupplierProblem(401, 'Unauthorized', detail, { headers: { 'WWW-Authenticate': challenge } });
  }

  static outOfScope(scope: string): SupplierProblem {
    return new SupplierProblem(403, 'Forbidden', `The token is not good for ${scope}.`, {
      headers: { 'WWW-Authenticate': `Bearer realm="snitfladeklar", error="insufficient_scope", scope="${scope}"` },
    });
  }

  static notFound(): SupplierProblem {
    return new SupplierProblem(404, 'Not found', 'There is nothing with this id that the token is good for.');
  }

  static wrongMethod(allowed: string): SupplierProblem {
    return new SupplierProblem(405, 'Method not allowed', `Use ${allowed}.`, { headers: { Allow: allowed } });
  }

  toResponse(): Response {
    const { status, title, detail, more } = this;
    const body = { type: 'about:blank', title, status, detail, ...(more.errors ? { errors: more.errors } : {}) };
    return new Response(JSON.stringify(body), {
      status,
      headers: {
        ...more.headers,
        'Content-Type': 'application/problem+json; charset=utf-8',
        'Cache-Control': 'private, no-store',
      },
    });
  }
}

/** @param path as zod and `readInterchange` tell it */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
