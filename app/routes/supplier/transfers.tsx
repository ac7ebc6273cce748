import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, requireSupplierRole } from '~/app/auth/actor.server';
import { languageOf } from '~/app/i18n/language';
import { supplierTexts } from '~/app/i18n/supplier';
import { translator } from '~/app/i18n/texts';
import { transferTexts } from '~/app/i18n/transfers';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { textsOf } from '~/app/review/refused.server';
import { TransfersPage } from '~/app/transfers/transfers-page';
import type { Db } from '~/db/client';
import { messageLimit } from '~/db/handovers';
import { listProducts } from '~/db/products';
import { decideTransfer, listTransfers, offerTransfer, type TransferRefusal } from '~/db/transfers';
import type { Acting } from '~/workflows/actor';
import { type Refusal, type Result, refuse } from '~/workflows/refusal';
import { canManagePeople, canReadProduct } from '~/workflows/supplier-rights';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(transferTexts, language)('title'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: to.supplier.home() },
  ],
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireSupplierRole(request, context);
  const { supplierId } = actor;
  const mayManage = canManagePeople(actor);
  const done = new URL(request.url).searchParams.get('done');
  // Whoever works with some products only is told of no others.
  const transfers = (await listTransfers(context.db, supplierId)).filter(
    ({ productId }) => mayManage || canReadProduct(actor, { id: productId, supplierId }),
  );
  return {
    supplierId,
    transfers,
    products: (await listProducts(context.db, supplierId)).map(({ id, name }) => ({ id, name })),
    mayManage,
    messageLimit,
    done: transfers.find(({ id }) => id === done) ?? null,
  };
}

/** Offers a product (`act=offer`), or decides an offer (`act=accepted|declined|taken-back`). */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireSupplierRole(request, context, 'supplier-admin');
  const typed = textsOf(await readForm(request));
  const result = await perform(context.db, { actor, now: context.now() }, typed);
  if (result.ok) return redirect(paths(languageOf(request)).supplier.transfers({ done: result.value.transferId }), 303);
  const { refusal } = result;
  if (refusal.code === 'not-found' && typed.act !== 'offer') throw notFound();
  return data({ refusal, typed }, statusOf(refusal));
}

function statusOf({ code }: Refusal): number {
  if (code === 'role-required') return 403;
  return code === 'transfer-decided' ? 409 : 400;
}

async function perform(
  db: Db,
  acting: Acting,
  typed: Readonly<Record<string, string>>,
): Promise<
  Result<
    { transferId: string },
    TransferRefusal | 'transfer-product-needed' | 'cvr-not-valid' | 'request-not-understood'
  >
> {
  const { act, transfer: transferId = '', product: productId = '', cvr = '', message = '' } = typed;
  if (act === 'offer') {
    if (productId === '') return refuse('transfer-product-needed');
    if (!/^\d{8}$/.test(cvr.replaceAll(/\s/g, ''))) return refuse('cvr-not-valid');
    return offerTransfer(db, acting, { productId, toCvr: cvr, message: message.replaceAll('\r\n', '\n') });
  }
  const as = (['accepted', 'declined', 'taken-back'] as const).find((each) => each === act);
  return as ? decideTransfer(db, acting, { transferId, as }) : refuse('request-not-understood');
}

export default function Transfers() {
  return <TransfersPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
