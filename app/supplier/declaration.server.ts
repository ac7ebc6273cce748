import { notFound, requireRole } from '~/app/auth/actor.server';
import type { PortalContext } from '~/app/context.server';
import { withPastPlans } from '~/db/cases/past-plans';
import { findDeclarationFor, findProductOfDeclaration, type LoadedDeclaration } from '~/db/declarations';
import type { Actor } from '~/workflows/actor';
import type { Refusal } from '~/workflows/refusal';
import { actorFor, canEditAnswers, isEditableState } from '~/workflows/supplier-rights';
import { supplierRoles } from '~/workflows/words';

/** Whoever may read what a supplier writes. */
export function requireSupplierReader(request: Request, context: PortalContext): Promise<Actor> {
  return requireRole(request, context, ...supplierRoles, 'auditor');
}

/**
 * The declaration that an address names.
 * @throws a redirect to the sign-in page, 403, or 404 alike for what does not exist and for what is somebody else's
 */
export async function requireDeclaration(
  request: Request,
  context: PortalContext,
  declarationId: string | undefined,
): Promise<{ actor: Actor; loaded: LoadedDeclaration }> {
  const actor = await requireSupplierReader(request, context);
  const loaded = await findDeclarationFor(context.db, actor, declarationId ?? '');
  if (!loaded) throw notFound();
  return {
    actor: actorFor(actor, loaded.product.id),
    loaded: await withPastPlans(context.db, loaded, context.now()),
  };
}

/**
 * The same for a command that reads the declaration itself, under its lock: whose it is, and no more.
 * @throws as requireDeclaration
 */
export async function requireDeclarationId(
  request: Request,
  context: PortalContext,
  declarationId: string | undefined,
): Promise<{ actor: Actor; declarationId: string }> {
  const actor = await requireSupplierReader(request, context);
  const product = await findProductOfDeclaration(context.db, actor, declarationId ?? '');
  if (!product || declarationId === undefined) throw notFound();
  return { actor: actorFor(actor, product.id), declarationId };
}

/** Whether the actor can change the declaration now. */
export function isEditableFor(actor: Actor, { product, supplier, case: current }: LoadedDeclaration): boolean {
  return (
    actor.supplierId === supplier.id &&
    canEditAnswers(actor, product.id) &&
    current?.isOpen === true &&
    isEditableState(current.state)
  );
}

/** @throws 404 for the refusal that stands for "there is no such thing, or it is not yours" */
export function throwIfNotFound({ code }: Refusal): void {
  if (code === 'not-found') throw notFound();
}

/** For `throw refusedResponse(refusal)` where no page of its own can tell why. */
export function refusedResponse(refusal: Refusal): Response {
  if (refusal.code === 'not-found') return notFound();
  return new Response(null, { status: statusOfRefusal(refusal) });
}

/** The status of a page that says why something was refused. */
export function statusOfRefusal({ code }: Refusal): number {
  if (code === 'role-required') return 403;
  return conflicts.has(code) ? 409 : 400;
}

const conflicts = new Set([
  'case-has-moved',
  'case-already-open',
  'declaration-exists',
  'declaration-not-editable',
  'handover-ended',
  'import-decided',
  'import-has-moved',
  'import-not-possible',
  'no-newer-version',
  'library-text-has-moved',
  'product-has-changed',
  'renewal-has-moved',
  'renewal-not-finished',
  'scope-has-changed',
]);
