import { findActor } from '~/app/auth/actor.server';
import { demoIdentityOf, demoSignIn } from '~/app/auth/demo.server';
import { beginSession, findTokenHash } from '~/app/auth/session.server';
import type { PortalContext } from '~/app/context.server';
import { hashMailToken } from '~/app/mail/token';
import { acceptInvitation, findInvitation, findInvitationEnd, type InvitationEnd } from '~/db/invitation-links';
import { addIdentity, findPersonByEmail } from '~/db/people';
import { chooseOrganisation } from '~/db/sessions';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { supplierRoles } from '~/workflows/words';

export type InvitationView =
  | { kind: 'ended'; end: InvitationEnd | null }
  | { kind: 'other'; name: string; email: string }
  | {
      kind: 'open';
      supplierName: string;
      email: string;
      role: (typeof supplierRoles)[number];
      expiresAt: string;
      /** `new`: they are asked for their name. */
      reader: { is: 'new' } | { is: 'known' } | { is: 'signed-in'; name: string };
    };

/** What a link shows whoever opens it. Looking changes nothing, since programs that check mails open links too. */
export async function invitationView(request: Request, context: PortalContext, token: string): Promise<InvitationView> {
  const { db } = context;
  const tokenHash = hashMailToken(token);
  const invitation = await findInvitation(db, context.now(), tokenHash);
  if (!invitation) return { kind: 'ended', end: (await findInvitationEnd(db, context.now(), tokenHash)) ?? null };
  const { supplierName, email, role, expiresAt } = invitation;
  const actor = await findActor(request, context);
  const known = await findPersonByEmail(db, email);
  if (actor && known?.id !== actor.personId) return { kind: 'other', name: actor.name, email };
  const reader = actor ? ({ is: 'signed-in', name: actor.name } as const) : ({ is: known ? 'known' : 'new' } as const);
  return { kind: 'open', supplierName, email, role, expiresAt: expiresAt.toISOString(), reader };
}

export interface AcceptedVisit {
  /** Null: whoever has an account signs in as they always do; a link out of a mail is no key to it. */
  isSignedIn: boolean;
  cookie: string | null;
}

/**
 * Accepts the invitation of a link. Somebody new is signed in with it, and only this once; in a demo they are then found
 * on the sign-in page.
 */
export async function acceptByLink(
  request: Request,
  context: PortalContext,
  { token, name }: { token: string; name: string },
): Promise<Result<AcceptedVisit, 'invitation-not-valid' | 'name-not-valid'>> {
  const view = await invitationView(request, context, token);
  if (view.kind !== 'open') return refuse('invitation-not-valid');
  const { db, config } = context;
  const accepted = await acceptInvitation(db, context.now(), { tokenHash: hashMailToken(token), name });
  if (!accepted.ok) return accepted;
  const { personId, supplierId, isNew } = accepted.value;
  if (view.reader.is === 'signed-in') {
    const tokenHash = findTokenHash(request, config);
    if (tokenHash !== null) await chooseOrganisation(db, { personId, tokenHash, organisation: supplierId });
    return ok({ isSignedIn: true, cookie: null });
  }
  if (!isNew) return ok({ isSignedIn: false, cookie: null });
  if (demoSignIn.isOffered(config))
    await addIdentity(db, { actor: null, now: context.now() }, { personId, identity: demoIdentityOf(personId) });
  const begun = await beginSession(request, context, { personId, provider: 'invitation' });
  return ok({ isSignedIn: begun.ok, cookie: begun.ok ? begun.value.cookie : null });
}
