import { readForm } from '~/app/read-form.server';
import type { Identity } from '~/db/people';
import { ok, refuse } from '~/workflows/refusal';
import type { SignInMethod } from './sign-in-method';

/** The demo people, by the names that scripts rely on; app/demo gives each an identity. */
export const demoPeople = [
  'supplier-editor',
  'supplier-signatory',
  'supplier-b-signatory',
  'reviewer-a',
  'lead-a',
  'reviewer-b',
  'lead-b',
  'coordinator',
  'auditor',
] as const;
export type DemoPerson = (typeof demoPeople)[number];

const invitedSubject = /^invited-[0-9a-f-]{36}$/;

/** How demo sign-in knows somebody who came by an invitation: without another way to sign in they could not come back. */
export function demoIdentityOf(personId: string): Identity {
  return { provider: 'demo', subject: `invited-${personId}` };
}

/** One click and no proof: only where nothing is real (DEMO, impossible in production). */
export const demoSignIn: SignInMethod = {
  id: 'demo',
  isOffered: ({ demo, production }) => demo && !production,
  identify: async (request) => {
    const person = (await readForm(request)).get('person');
    const subject =
      demoPeople.find((name) => name === person) ??
      (typeof person === 'string' && invitedSubject.test(person) ? person : undefined);
    return subject
      ? ok({ identity: { provider: 'demo', subject }, verifiedEmail: null })
      : refuse('sign-in-person-unknown');
  },
};
