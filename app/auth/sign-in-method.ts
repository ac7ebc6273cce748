import type { PortalContext } from '~/app/context.server';
import type { Identity } from '~/db/people';
import type { Result } from '~/workflows/refusal';

/**
 * The port through which every way of signing in comes: it proves who somebody is to the outside world and knows nothing
 * of people, roles and sessions. Demo is the first; OIDC, SAML and links by e-mail follow.
 */
export interface SignInMethod {
  /** Stands in the address (`/sign-in/<id>`) and as `provider` in the table of identities. */
  id: string;
  /** Whether this installation offers it. What is not offered answers as if it did not exist. */
  isOffered(config: PortalContext['config']): boolean;
  /**
   * Reads the request with which the person comes back from proving who they are.
   * @returns the identity, or why there is none
   */
  identify(request: Request, context: PortalContext): Promise<Result<Identity, SignInRefusal>>;
}

export type SignInRefusal = 'sign-in-person-unknown' | 'sign-in-not-proven';
