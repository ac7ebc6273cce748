import type { SupplierActor } from '~/app/auth/actor.server';
import type { Db } from '~/db/client';
import { listColleagues, listLastSeen } from '~/db/colleagues';
import { listOpenInvitations } from '~/db/invitations';
import { listProducts } from '~/db/products';
import { listStewards } from '~/db/stewards';
import { getSupplier } from '~/db/suppliers';
import { canManagePeople, canReadProduct } from '~/workflows/supplier-rights';

/** In milliseconds: somebody who was not here for this long may have left without anybody saying so. */
const longAway = 90 * 24 * 60 * 60_000;

/**
 * The people of the actor's supplier. Names of products that the actor may not know of are left out.
 * @param open what is being changed: a colleague or the stewards of a product, by id
 */
export async function peopleView(
  db: Db,
  actor: SupplierActor,
  now: Date,
  open: { person: string | null; product: string | null },
) {
  const { supplierId } = actor;
  const mayManage = canManagePeople(actor);
  const colleagues = await listColleagues(db, supplierId);
  const seen = await listLastSeen(
    db,
    colleagues.map(({ personId }) => personId),
  );
  const products = (await listProducts(db, supplierId))
    .filter((product) => canReadProduct(actor, product))
    .map(({ id, name }) => ({ id, name }));
  const stewards = await listStewards(db, supplierId);
  const invitations = mayManage ? await listOpenInvitations(db, supplierId) : [];
  const { name } = await getSupplier(db, supplierId);
  const mayOpen = (personId: string) => mayManage || personId === actor.personId;
  return {
    supplierName: name,
    ownId: actor.personId,
    mayManage,
    colleagues: colleagues.map((colleague) => {
      const last = seen.get(colleague.personId) ?? null;
      return {
        ...colleague,
        seenAt: last?.toISOString() ?? null,
        isLongAway: last !== null && now.getTime() - last.getTime() > longAway,
      };
    }),
    products: products.map((product) => ({
      ...product,
      stewards: stewards
        .filter(({ productId }) => productId === product.id)
        .map(({ personId, name: steward }) => ({ personId, name: steward })),
    })),
    invitations: invitations.map(({ id, email, role, productIds, expiresAt }) => ({
      id,
      email,
      role,
      productIds,
      expiresAt: expiresAt.toISOString(),
      isExpired: expiresAt <= now,
    })),
    openPerson: colleagues.find(({ personId }) => personId === open.person && mayOpen(personId))?.personId ?? null,
    openProduct: (mayManage && products.find(({ id }) => id === open.product)?.id) || null,
  };
}
export type PeopleView = Awaited<ReturnType<typeof peopleView>>;
