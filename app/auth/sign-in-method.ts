import type { PortalContext } from '~/app/context.server';
import type { Identity } from '~/db/people';
import type { Result } from '~/workflows/refusal';

/**
 * The port through which every way of signing in comes: it proves who somebody is to the outside world and knows nothing
 * of people, roles and sessions.
 */
export interface SignInMethod {
  /** Stands in the address (`/sign-in/<id>`) and as `provider` in the table of identities. */
  id: string;
  /** Whether this installation offers it. What is not offered answers as if it did not exist. */
  isOffered(config: PortalContext['config']): boolean;
  /**
   * Reads the request with which the person comes back from proving who they are.
   * @returns who they are, or why that is not known
   */
  identify(request: Request, context: PortalContext): Promise<Result<Proof, SignInRefusal>>;
}

export interface Proof {
  identity: Identity;
  /** An address for which the way of signing in vouches; null when it vouches for none. */
  verifiedEmail: string | null;
}

export const signInRefusals = [
  'sign-in-person-unknown',
  'sign-in-not-proven',
  'sign-in-cancelled',
  'sign-in-begun-elsewhere',
  'sign-in-too-weak',
  'sign-in-unreachable',
  'sign-in-no-access',
  'sign-out-unreachable',
] as const;
export type SignInRefusal = (typeof signInRefusals)[number];
