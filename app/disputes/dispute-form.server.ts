import { interfaceLabel } from '~/app/published/interface-label';
import { listInterfaces } from '~/db/catalogue';
import type { Db } from '~/db/client';
import type { DisputeField } from '~/db/dispute-filing';
import { findPublishedProduct } from '~/db/published/products';
import { copenhagenDay } from '~/workflows/day';
import type { Text } from '~/workflows/words';

export interface DisputableAnswer {
  key: string;
  /** Null where the answer is about no single interface. */
  about: Text | null;
  question: Text;
}

/** What can be objected to: every answer of a product that is public now. */
export async function loadDisputable(db: Db, slug: string, now: Date) {
  const product = await findPublishedProduct(db, slug, copenhagenDay(now));
  if (!product) return undefined;
  const labels = new Map((await listInterfaces(db)).map((entry) => [entry.id, interfaceLabel(entry)]));
  const all = [...product.support.flatMap(({ answers }) => answers), ...product.answers];
  const answers: DisputableAnswer[] = all.map(({ key, interfaceId, text }) => ({
    key,
    about: interfaceId === null ? null : (labels.get(interfaceId) ?? { da: interfaceId, en: interfaceId }),
    question: text,
  }));
  return { slug: product.slug, name: product.name, answers };
}

export const disputeErrorTexts = {
  name: 'errorName',
  email: 'errorEmail',
  organisation: 'errorOrganisation',
  reason: 'errorReason',
  evidence: 'errorEvidence',
} as const satisfies Record<DisputeField, string>;
