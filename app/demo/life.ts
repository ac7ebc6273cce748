import type { Database } from '~/db/client';
import type { FileStore } from '~/db/evidence';
import type { Actor } from '~/workflows/actor';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import type { Place } from './cast';
import type { Clock } from './clock';
import type { DemoProduct, DemoSupplier, Given, Support } from './profile';

/** Who acts for a municipality. */
export interface Bench {
  leads: readonly [Actor, Actor];
  reviewers: readonly [Actor, Actor];
}

/** What every story works with. */
export interface Desk {
  db: Database;
  storage: FileStore;
  /** The moment of loading. */
  now: Date;
  /** By code, without the word for municipality: Horsens. */
  municipalityNames: ReadonlyMap<string, string>;
  coordinator: Actor;
  benches: Readonly<Record<Place, Bench>>;
}

/** A product on its way: what is known of it so far. */
export interface Life {
  supplier: DemoSupplier;
  product: DemoProduct;
  editor: Actor;
  signatory: Actor;
  clock: Clock;
  /** What the supplier says now: the profile with what was corrected since. */
  support: Map<string, Support>;
  answers: Map<QuestionKey, Given>;
  productId: string;
  declarationId: string;
  caseId: string;
  caseVersion: number;
  submissionId: string;
  place: Place;
  /** Who proposed the decision: the other lead confirms it. */
  proposer: Actor | null;
}

export function newLife(given: Pick<Life, 'supplier' | 'product' | 'editor' | 'signatory' | 'clock'>): Life {
  return {
    ...given,
    support: new Map(Object.entries(given.product.support ?? {})),
    answers: new Map(Object.entries(given.product.answers ?? {})),
    productId: '',
    declarationId: '',
    caseId: '',
    caseVersion: 0,
    submissionId: '',
    place: 'a',
    proposer: null,
  };
}
