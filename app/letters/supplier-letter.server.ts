import { notFound } from '~/app/auth/actor.server';
import type { PortalContext } from '~/app/context.server';
import { requireDeclaration } from '~/app/supplier/declaration.server';
import { findSentLetter } from '~/db/letters';

/** @throws as requireDeclaration, and 404 when the declaration has no such letter, or it has not left */
export async function requireSentLetter(
  request: Request,
  context: PortalContext,
  params: Readonly<Record<string, string | undefined>>,
) {
  const { loaded } = await requireDeclaration(request, context, params.declaration);
  const letterId = params.letter ?? '';
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(letterId)) throw notFound();
  const sent = await findSentLetter(context.db, { letterId, declarationId: loaded.declaration.id });
  if (!sent) throw notFound();
  return { loaded, sent, letterId };
}
