import { createHash } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { rateHeaders } from '~/app/api/rate-headers';
import type { PortalContext } from '~/app/context.server';
import { findTokenBearer, type TokenBearer } from '~/db/api-tokens';
import { countRequest } from '~/db/request-counts';
import { type ApiScope, bearerOf } from '~/workflows/api-token';
import { SupplierProblem } from './problem';

export interface SupplierRequest {
  request: Request;
  context: PortalContext;
  /** Of the address. */
  id: string;
  bearer: TokenBearer;
}

type Work = (asked: SupplierRequest) => Promise<Response>;

/**
 * A loader or action of the supplier API: only a token is looked at, never a cookie. Nothing is shared between origins, so
 * no page of anybody's can ask here.
 * @param work may throw a SupplierProblem
 */
export function supplierApi(scope: ApiScope, work: Work) {
  return async ({ request, context, params }: LoaderFunctionArgs | ActionFunctionArgs): Promise<Response> => {
    let headers: Record<string, string> = {};
    try {
      const bearer = await requireBearer(request, context);
      const allowance = await countRequest(context.db, {
        now: context.now(),
        subject: bearer.tokenId,
        limit: { kind: 'token', most: context.config.apiRateLimit, window: 60 },
      });
      headers = rateHeaders(allowance);
      if (!allowance.isAllowed) {
        throw new SupplierProblem(429, 'Too many requests', `Wait ${allowance.resetsIn} seconds and try again.`);
      }
      if (!bearer.scopes.includes(scope)) throw SupplierProblem.outOfScope(scope);
      return withHeaders(await work({ request, context, bearer, id: params.declaration ?? '' }), headers);
    } catch (error) {
      return withHeaders(problemOf(error, request, context).toResponse(), headers);
    }
  };
}

/** The action of an address that is only read. */
export function refuseToWrite(): Response {
  return SupplierProblem.wrongMethod('GET, HEAD').toResponse();
}

function problemOf(error: unknown, request: Request, context: PortalContext): SupplierProblem {
  if (error instanceof SupplierProblem) return error;
  if (request.signal.aborted) throw error;
  context.log.error({ err: error }, 'the supplier API failed');
  return new SupplierProblem(500, 'Internal error', `Report this number: ${context.requestId}`);
}

async function requireBearer(request: Request, context: PortalContext): Promise<TokenBearer> {
  const header = request.headers.get('Authorization');
  const token = bearerOf(header);
  const bearer = token === null ? undefined : await findTokenBearer(context.db, token, context.now());
  if (!bearer) throw SupplierProblem.unauthorized(header !== null);
  return bearer;
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  response.headers.set('Vary', 'Authorization');
  return response;
}

/** @param body JSON; its own hash is the ETag */
export function jsonAnswer(body: string, init: { status?: number; headers?: Record<string, string> } = {}): Response {
  return new Response(body, {
    status: init.status ?? 200,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'private, no-store',
      ETag: tagOf(body),
      ...init.headers,
    },
  });
}

export function tagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}
