import { redirect } from '@remix-run/node';
import type { PortalContext } from '~/app/context.server';
import { findActorBySession } from '~/db/sessions';
import { type Actor, hasRole } from '~/workflows/actor';
import { municipalRoles, type Role, supplierRoles } from '~/workflows/words';
import { signInAddress } from './return-path';
import { findTokenHash } from './session.server';

/** Somebody who acts for a supplier. */
export type SupplierActor = Actor & { supplierId: string };
/** Somebody who acts for a municipality. */
export type MunicipalActor = Actor & { municipalityCode: string };

type MunicipalRole = (typeof municipalRoles)[number];
type SupplierRole = (typeof supplierRoles)[number];

// A page's loaders run side by side and each asks; one context is one request.
const found = new WeakMap<PortalContext, Promise<Actor | undefined>>();

/** @returns who is signed in, with the roles they have now; undefined for an anonymous reader */
export function findActor(request: Request, context: PortalContext): Promise<Actor | undefined> {
  const known = found.get(context);
  if (known) return known;
  const tokenHash = findTokenHash(request, context.config);
  const actor =
    tokenHash === null ? Promise.resolve(undefined) : findActorBySession(context.db, context.clock(), tokenHash);
  found.set(context, actor);
  return actor;
}

/** @throws a redirect to the sign-in page, which leads back here */
export async function requireActor(request: Request, context: PortalContext): Promise<Actor> {
  const actor = await findActor(request, context);
  if (!actor) throw redirect(signInAddress(request));
  return actor;
}

/**
 * @param wanted any one of them is enough
 * @throws a redirect to the sign-in page, or 403
 */
export async function requireRole(
  request: Request,
  context: PortalContext,
  ...wanted: readonly [Role, ...Role[]]
): Promise<Actor> {
  const actor = await requireActor(request, context);
  if (!hasRole(actor, ...wanted)) throw forbidden();
  return actor;
}

/** @param wanted without any: every role in a supplier */
export async function requireSupplierRole(
  request: Request,
  context: PortalContext,
  ...wanted: readonly SupplierRole[]
): Promise<SupplierActor> {
  const actor = await requireActor(request, context);
  const { supplierId } = actor;
  if (supplierId === null || !hasRole(actor, ...(wanted.length > 0 ? wanted : supplierRoles))) throw forbidden();
  return { ...actor, supplierId };
}

/** @param wanted without any: every role in a municipality */
export async function requireReviewer(
  request: Request,
  context: PortalContext,
  ...wanted: readonly MunicipalRole[]
): Promise<MunicipalActor> {
  const actor = await requireActor(request, context);
  const { municipalityCode } = actor;
  if (municipalityCode === null || !hasRole(actor, ...(wanted.length > 0 ? wanted : municipalRoles))) throw forbidden();
  return { ...actor, municipalityCode };
}

/** For pages that reviewers work on and that the coordinator and the auditor may read. */
export function requireReviewReader(request: Request, context: PortalContext): Promise<Actor> {
  return requireRole(request, context, ...municipalRoles, 'coordinator', 'auditor');
}

export function requireCoordinator(request: Request, context: PortalContext): Promise<Actor> {
  return requireRole(request, context, 'coordinator');
}

/** For `throw forbidden()`: signed in, but not with a role that may do this. */
export function forbidden(): Response {
  return new Response(null, { status: 403, statusText: 'Forbidden' });
}

/**
 * For `throw notFound()`: there is no such thing, or it is somebody else's. Both are this one answer, so that nobody
 * learns what exists.
 */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: 'Not Found' });
}
