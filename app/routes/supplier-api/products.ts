import { jsonAnswer, refuseToWrite, supplierApi } from '~/app/supplier-api/answer.server';
import { statusOf } from '~/app/supplier-api/own-declaration.server';
import type { OwnProduct } from '~/app/supplier-api/schemas';
import { countProposals } from '~/db/open-proposals';
import { listDeclaredProducts } from '~/db/supplier-products';

/** The products that the token is good for, with how far their declarations are. */
export const loader = supplierApi('declarations:read', async ({ context, bearer }) => {
  const list = await listDeclaredProducts(context.db, bearer.actor.supplierId, {
    reader: bearer.actor,
    now: context.now(),
  });
  const waiting = await countProposals(
    context.db,
    list.flatMap(({ declaration }) => declaration?.declaration.id ?? []),
  );
  const { publicUrl } = context.config;
  const data = list.map(
    ({ product, declaration }): OwnProduct => ({
      id: product.id,
      slug: product.slug,
      name: product.name,
      declaration:
        declaration &&
        statusOf(declaration, { publicUrl, waitingProposals: waiting.get(declaration.declaration.id) ?? 0 }),
    }),
  );
  return jsonAnswer(JSON.stringify({ data, next: null }));
});

export const action = refuseToWrite;
