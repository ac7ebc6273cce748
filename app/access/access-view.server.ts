import { data, redirect } from '@remix-run/node';
import { notFound } from '~/app/auth/actor.server';
import type { PortalContext } from '~/app/context.server';
import { mailTokenHash } from '~/app/mail/token';
import { appointAdmin, decideAccessRequest, listAccessRequests } from '~/db/access-requests';
import type { Db } from '~/db/client';
import type { Actor } from '~/workflows/actor';
import type { Refusal, Result } from '~/workflows/refusal';
import { refuse } from '~/workflows/refusal';
import { languages, supplierRoles } from '~/workflows/words';

/** @param supplierId only those to this supplier; the caller has authorized it */
export async function loadRequests(db: Db, supplierId?: string) {
  const listed = await listAccessRequests(db, supplierId);
  return listed.map(({ request: { id, cvr, name, email, reason, confirmedAt }, supplierName }) => ({
    id,
    cvr,
    name,
    email,
    reason,
    confirmedAt,
    supplierName,
  }));
}

export type AccessRequestView = Awaited<ReturnType<typeof loadRequests>>[number];

export interface RefusedAnswer {
  refusal: Refusal;
  typed: Record<string, string>;
}

/** Answers a request (`act=appoint|decline`) or, for the coordinator, appoints somebody unasked (`act=appoint-admin`). */
export async function answerRequest(
  context: PortalContext,
  actor: Actor,
  typed: Record<string, string>,
  doneAt: string,
) {
  const result = await perform(context, actor, typed);
  if (result.ok) return redirect(doneAt, 303);
  const { code } = result.refusal;
  if (code === 'not-found') throw notFound();
  const status = code === 'role-required' ? 403 : code === 'request-decided' ? 409 : 400;
  return data({ refusal: result.refusal, typed } satisfies RefusedAnswer, status);
}

async function perform(
  { db, now, config }: PortalContext,
  actor: Actor,
  typed: Record<string, string>,
): Promise<Result<null>> {
  const acting = { actor, now: now() };
  const tokenHashOf = (secretOf: string) => mailTokenHash(config.sessionSecret, secretOf);
  const { request: requestId = '', supplierName = '', supplier: supplierId = '', email = '' } = typed;
  switch (typed.act) {
    case 'appoint': {
      const role = supplierRoles.find((each) => each === typed.role);
      const input = { requestId, as: 'appointed', supplierName, ...(role && { role }) } as const;
      return decideAccessRequest(db, acting, input, tokenHashOf);
    }
    case 'decline':
      return decideAccessRequest(db, acting, { requestId, as: 'declined' }, tokenHashOf);
    case 'appoint-admin': {
      const language = languages.find((each) => each === typed.language) ?? 'da';
      return appointAdmin(db, acting, { supplierId, email, language }, tokenHashOf);
    }
    default:
      return refuse('request-not-understood');
  }
}
