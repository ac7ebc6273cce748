import type { DemoPerson } from '~/app/auth/demo.server';
import type { Role } from '~/workflows/words';

/** The municipalities that review in the demo. They are real; what they decide here is invented. */
export const places = { a: '0615', b: '0370', c: '0813' } as const;
export type Place = keyof typeof places;

/** Somebody of the demo, before they are in the database. */
export interface Character {
  name: string;
  email: string;
  roles: readonly Role[];
  /** A supplier's CVR number; a municipality's code; or neither, for the portal's own people. */
  cvr?: string;
  municipalityCode?: string;
  /** How the demo's sign-in page knows them. */
  subject?: DemoPerson;
}

const at = (place: Place, name: string, email: string, role: Role, subject?: DemoPerson): Character => ({
  name,
  email: `${email}@kommune-${place}.example`,
  roles: [role],
  municipalityCode: places[place],
  ...(subject ? { subject } : {}),
});

/** Who reviews, by municipality: leads decide, and the first of each can be signed in as. */
export const reviewers = {
  a: {
    leads: [
      at('a', 'Henrik Mølgaard', 'henrik.moelgaard', 'lead-reviewer', 'lead-a'),
      at('a', 'Lone Bæk', 'lone.baek', 'lead-reviewer'),
    ],
    reviewers: [
      at('a', 'Sofie Lindgaard', 'sofie.lindgaard', 'reviewer', 'reviewer-a'),
      at('a', 'Rasmus Thorup', 'rasmus.thorup', 'reviewer'),
    ],
  },
  b: {
    leads: [
      at('b', 'Torben Vang', 'torben.vang', 'lead-reviewer', 'lead-b'),
      at('b', 'Inge Marie Skou', 'inge.marie.skou', 'lead-reviewer'),
    ],
    reviewers: [
      at('b', 'Amalie Brandt', 'amalie.brandt', 'reviewer', 'reviewer-b'),
      at('b', 'Nikolaj Friis', 'nikolaj.friis', 'reviewer'),
    ],
  },
  c: {
    leads: [
      at('c', 'Dorthe Hauge', 'dorthe.hauge', 'lead-reviewer'),
      at('c', 'Jeppe Nørby', 'jeppe.noerby', 'lead-reviewer'),
    ],
    reviewers: [
      at('c', 'Camilla Winther', 'camilla.winther', 'reviewer'),
      at('c', 'Yusuf Demir', 'yusuf.demir', 'reviewer'),
    ],
  },
} as const satisfies Record<Place, { leads: readonly Character[]; reviewers: readonly Character[] }>;

export const coordinator: Character = {
  name: 'Kirsten Aagaard',
  email: 'kirsten.aagaard@portal.example',
  roles: ['coordinator'],
  subject: 'coordinator',
};

export const auditor: Character = {
  name: 'Poul Erik Nygaard',
  email: 'poul.erik.nygaard@portal.example',
  roles: ['auditor'],
  subject: 'auditor',
};

export const everyReviewer: readonly Character[] = Object.values(reviewers).flatMap(({ leads, reviewers: rest }) => [
  ...leads,
  ...rest,
]);
