import { isText } from './email-address';
import type { Refusal } from './refusal';

/**
 * Merging and splitting of suppliers and products: what is possible, what happens to what belongs to them, and what
 * undoing needs to know. Facts are gathered and steps are carried out by db/registry.
 */
export const registryKinds = ['product-merge', 'product-split', 'supplier-merge', 'supplier-split'] as const;
export type RegistryKind = (typeof registryKinds)[number];

/** Whether the first of the two ends, and its address leads to the second. */
export function isMerge(kind: RegistryKind): boolean {
  return kind === 'product-merge' || kind === 'supplier-merge';
}

/** What belongs to a supplier or a product. */
export const registryWhats = [
  'products',
  'declarations',
  'cases',
  'publications',
  'attestations',
  'evidence',
  'disputes',
  'kitos',
  'kle',
  'people',
  'stewards',
  'handovers',
  'families',
  'library',
  'tokens',
  'well-known',
  'invitations',
  'conflicts',
] as const;
export type RegistryWhat = (typeof registryWhats)[number];

/** What happens to it: it goes along, stays where it is and can be read there, or ends (and comes back with an undo). */
export type RegistryFate = 'moves' | 'stays' | 'ends';

export interface RegistryMove {
  what: RegistryWhat;
  fate: RegistryFate;
  count: number;
  /** Of what can be called by a name; never a person's. */
  names: string[];
}

/** Two of something of which there can be one, and what is done about it. */
export const registryCollisions = [
  'both-declared',
  'both-kitos',
  'both-attested',
  'both-stewards',
  'both-well-known',
  'both-members',
  'family-names',
  'admins-of-survivor',
  'restricted-people',
  'wide-tokens',
] as const;
export type RegistryCollision = (typeof registryCollisions)[number];

export type RegistryRefusal =
  | 'not-found'
  | 'role-required'
  | 'registry-same'
  | 'registry-ended'
  | 'registry-other-supplier'
  | 'registry-case-open'
  | 'registry-dispute-open'
  | 'registry-transfer-open'
  | 'registry-family-source'
  | 'registry-family-mixed'
  | 'registry-survivor-undeclared'
  | 'registry-survivor-not-public'
  | 'registry-name-in-use'
  | 'registry-demo'
  | 'registry-nothing-left'
  | 'registry-nothing-chosen'
  | 'registry-product-invalid'
  | 'registry-supplier-invalid'
  | 'registry-has-moved'
  | 'registry-reason-needed'
  | 'registry-not-confirmed'
  | 'registry-undone'
  | 'registry-undo-order'
  | 'registry-undo-used'
  | 'registry-undo-moved';

type Value = string | number | boolean | null;

/** Rows of one table that change alike. Undoing swaps `from` and `to`; a row that was added ends or is taken out again. */
export type RegistryStep =
  | { do: 'set'; table: string; key: string; ids: string[]; from: Record<string, Value>; to: Record<string, Value> }
  | { do: 'add'; table: string; row: Record<string, Value | string[]>; undo: 'end' | 'remove' };

export interface ProductFacts {
  id: string;
  supplierId: string;
  isEnded: boolean;
  isDemo: boolean;
  hasDeclaration: boolean;
  /** Now or earlier. */
  wasPublic: boolean;
  hasBusyCase: boolean;
  openDisputes: number;
  hasOpenTransfer: boolean;
  /** Names of the families whose source its declaration is. */
  sourceOf: string[];
}

/**
 * Whether one product can go up in another. The one that has come further survives: whichever is declared, whichever
 * the public knows. Its name can be changed; its address cannot.
 */
export function refuseProductMerge(from: ProductFacts, to: ProductFacts): RegistryRefusal | null {
  if (from.id === to.id) return 'registry-same';
  if (from.isEnded || to.isEnded) return 'registry-ended';
  if (from.supplierId !== to.supplierId) return 'registry-other-supplier';
  if (from.hasDeclaration && !to.hasDeclaration) return 'registry-survivor-undeclared';
  if (from.wasPublic && !to.wasPublic) return 'registry-survivor-not-public';
  if (from.hasBusyCase) return 'registry-case-open';
  if (from.openDisputes > 0) return 'registry-dispute-open';
  if (from.hasOpenTransfer || to.hasOpenTransfer) return 'registry-transfer-open';
  if (from.sourceOf.length > 0) return 'registry-family-source';
  return null;
}

export interface SupplierFacts {
  id: string;
  isEnded: boolean;
  isDemo: boolean;
  /** Its products that have not ended. */
  products: ProductFacts[];
}

/** Whether products can go to another supplier, all of them or some. @param sameNames names that both would have */
export function refuseSupplierMove(
  kind: 'supplier-merge' | 'supplier-split',
  from: SupplierFacts,
  to: { id: string; isEnded: boolean; isDemo: boolean },
  { moving, sameNames }: { moving: readonly ProductFacts[]; sameNames: readonly string[] },
): RegistryRefusal | null {
  if (from.id === to.id) return 'registry-same';
  if (from.isEnded || to.isEnded) return 'registry-ended';
  // What is made up never mixes with what is real.
  if (from.isDemo !== to.isDemo) return 'registry-demo';
  if (kind === 'supplier-split' && moving.length === 0) return 'registry-nothing-chosen';
  if (kind === 'supplier-split' && moving.length === from.products.length) return 'registry-nothing-left';
  if (moving.some(({ hasBusyCase }) => hasBusyCase)) return 'registry-case-open';
  if (moving.some(({ hasOpenTransfer }) => hasOpenTransfer)) return 'registry-transfer-open';
  if (sameNames.length > 0) return 'registry-name-in-use';
  return null;
}

/** In characters: long enough to be one, short enough to be read. */
export const registryReason = { least: 10, most: 1_000 } as const;

/** Whether a merge, a split or its undoing has a reason that says something. */
export function isRegistryReason(reason: string): boolean {
  return isText(reason, registryReason.most) && reason.trim().length >= registryReason.least;
}

export type ConfirmGap = {
  field: 'reason' | 'confirmed';
  refusal: Refusal<'registry-reason-needed' | 'registry-not-confirmed'>;
};

/** Everything that a confirmation lacks, each at its field. */
export function listConfirmGaps({ reason, confirmed }: { reason: string; confirmed: boolean }): ConfirmGap[] {
  return [
    ...(isRegistryReason(reason)
      ? []
      : [{ field: 'reason' as const, refusal: { code: 'registry-reason-needed' as const, params: registryReason } }]),
    ...(confirmed ? [] : [{ field: 'confirmed' as const, refusal: { code: 'registry-not-confirmed' as const } }]),
  ];
}
