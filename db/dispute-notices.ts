import { eq } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { copenhagenDay } from '~/workflows/day';
import { contradictionDays, replyDays } from '~/workflows/dispute';
import { dueAfter } from '~/workflows/working-days';
import type { Transaction } from './client';
import type { FoundDispute, StepInput } from './disputes';
import { queueNotice } from './mail/plain-notice';
import { products } from './schema';

const day = 24 * 60 * 60_000;

/** Mails about a step, to whom it concerns. */
export async function tellOfStep(
  tx: Transaction,
  { now }: Acting,
  { dispute, product }: FoundDispute,
  step: StepInput['step'],
  text: string,
): Promise<void> {
  const params = { product: product.name };
  const disputer = { address: dispute.email, language: dispute.language };
  const supplierSide = { stewardsOf: product.id, supplierId: product.supplierId };
  const shown = { page: 'product', slug: product.slug } as const;
  switch (step) {
    case 'accept': {
      const date = copenhagenDay(new Date(now.getTime() + replyDays * day));
      await queueNotice(tx, now, {
        about: 'dispute-opened',
        to: supplierSide,
        params: { ...params, date },
        link: { page: 'disputes' },
      });
      return queueNotice(tx, now, { about: 'dispute-accepted', to: disputer, params, link: shown });
    }
    case 'decline':
      return queueNotice(tx, now, {
        about: 'dispute-declined',
        to: disputer,
        params: { ...params, note: text },
        link: shown,
      });
    case 'reply':
      return queueNotice(tx, now, {
        about: 'dispute-replied',
        to: { coordinators: true },
        params,
        link: { page: 'admin-disputes' },
      });
    case 'return-reply':
      return queueNotice(tx, now, {
        about: 'dispute-reply-returned',
        to: supplierSide,
        params: { ...params, note: text },
        link: { page: 'disputes' },
      });
    case 'resolve':
      await queueNotice(tx, now, { about: 'dispute-resolved', to: supplierSide, params, link: shown });
      return queueNotice(tx, now, { about: 'dispute-resolved', to: disputer, params, link: shown });
    case 'approve-reply':
      return;
    case 'contest':
      return queueNotice(tx, now, {
        about: 'contradiction-contested',
        to: disputer,
        params: { ...params, date: copenhagenDay(dueAfter(now, contradictionDays)) },
        link: { page: 'contradictions' },
      });
    case 'retract':
      return queueNotice(tx, now, {
        about: 'contradiction-settled',
        to: supplierSide,
        params,
        link: { page: 'disputes' },
      });
    case 'stand-by':
      await queueNotice(tx, now, { about: 'contradiction-public', to: supplierSide, params, link: shown });
      return queueNotice(tx, now, {
        about: 'dispute-replied',
        to: { coordinators: true },
        params,
        link: { page: 'admin-disputes' },
      });
  }
}

export async function productName(tx: Transaction, productId: string): Promise<string> {
  const [product] = await tx.select({ name: products.name }).from(products).where(eq(products.id, productId));
  return product?.name ?? '';
}
