import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import type { Transaction } from '../client';
import { attestations, products, publicAttestations } from '../schema';
import { keepPast } from './past';
import { lockReadModel } from './read-model';

/**
 * Writes what the public may know of some attestations. Call it in the command’s own transaction.
 * @param productId theirs; null: of several
 */
export async function publishAttestations(
  tx: Transaction,
  { ids, productId, now }: { ids: readonly string[]; productId: string | null; now: Date },
): Promise<void> {
  await lockReadModel(tx);
  await tx.delete(publicAttestations).where(inArray(publicAttestations.attestationId, [...ids]));
  await insertPublic(tx, ids);
  await keepPast(tx, { productId, now });
}

/** Every one anew. The caller has locked the read model. */
export async function rebuildPublicAttestations(tx: Transaction): Promise<void> {
  await tx.delete(publicAttestations);
  await insertPublic(tx);
}

/** One that was withdrawn leaves no trace in the present; one that ran out proves what it proved in its days. */
async function insertPublic(tx: Transaction, ids?: readonly string[]): Promise<void> {
  const rows = await tx
    .select({ attestation: attestations, productSlug: products.slug })
    .from(attestations)
    .innerJoin(products, eq(products.id, attestations.productId))
    .where(
      and(
        ids && inArray(attestations.id, [...ids]),
        or(isNull(attestations.endedBecause), ne(attestations.endedBecause, 'withdrawn')),
      ),
    );
  if (rows.length === 0) return;
  await tx.insert(publicAttestations).values(
    rows.map(({ attestation, productSlug }) => {
      const { id, productId, interfaceId, municipalityCode, sinceOn, isNamed, confirmedOn, validTo } = attestation;
      return {
        attestationId: id,
        productId,
        productSlug,
        interfaceId,
        municipalityCode: isNamed ? municipalityCode : null,
        sinceOn: isNamed ? sinceOn : null,
        confirmedOn,
        validTo,
      };
    }),
  );
}
