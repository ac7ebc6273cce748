import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { sideOf, type ThreadAudience } from '~/workflows/thread';
import type { CaseRow } from '../cases/case-row';
import type { Transaction } from '../client';
import { caseSections, membershipProducts, memberships, municipalities, people, products, suppliers } from '../schema';
import { listStewardIds, queueNotice } from './plain-notice';

interface ThreadNews {
  row: CaseRow;
  /** The section of the question. */
  sectionId: string;
  acting: Acting;
  message: { questionKey: string; audience: ThreadAudience; mentions: readonly string[] };
}

/**
 * Queues the mails about a message: in a shared thread to the other side, in an internal one to whoever is mentioned.
 * They hold the names of product and organisation and a link, and nothing of what was written.
 */
export async function queueThreadNotices(tx: Transaction, news: ThreadNews): Promise<void> {
  const { row, acting, message } = news;
  const { questionKey, audience, mentions } = message;
  const own = acting.actor.personId;
  const toReview = { page: 'review-thread', caseId: row.id, questionKey } as const;
  const params = { ...(await loadNames(tx, news)), number: row.number };
  if (audience === 'internal') {
    const personIds = mentions.filter((id) => id !== own);
    if (personIds.length === 0) return;
    await queueNotice(tx, acting.now, { about: 'thread-mention', to: { personIds }, params, link: toReview });
    return;
  }
  const isFromSupplier = sideOf(acting.actor, row.supplierId) === 'supplier';
  const personIds = isFromSupplier ? await listReviewing(tx, news) : await listSupplierSide(tx, row);
  if (personIds.length === 0) return;
  await queueNotice(tx, acting.now, {
    about: 'thread-message',
    to: { personIds },
    params,
    link: isFromSupplier ? toReview : { page: 'thread', declarationId: row.declarationId, questionKey },
  });
}

async function loadNames(tx: Transaction, { row, acting }: ThreadNews): Promise<{ product: string; from: string }> {
  const [product] = await tx.select({ name: products.name }).from(products).where(eq(products.id, row.productId));
  const { supplierId, municipalityCode } = acting.actor;
  const [from] =
    supplierId === row.supplierId
      ? await tx.select({ name: suppliers.name }).from(suppliers).where(eq(suppliers.id, row.supplierId))
      : await tx
          .select({ name: municipalities.name })
          .from(municipalities)
          .where(eq(municipalities.code, municipalityCode ?? ''));
  return { product: product?.name ?? '', from: from?.name ?? 'Snitfladeklar' };
}

/** Whoever has claimed the section; else the lead reviewers of the responsible municipality; else the coordinators. */
async function listReviewing(tx: Transaction, { row, sectionId }: ThreadNews): Promise<string[]> {
  const [claimed] = await tx
    .select({ id: caseSections.reviewerId })
    .from(caseSections)
    .where(and(eq(caseSections.caseId, row.id), eq(caseSections.sectionId, sectionId)));
  if (claimed?.id) return [claimed.id];
  const holders = (role: 'lead-reviewer' | 'coordinator', code?: string) =>
    tx
      .selectDistinct({ id: memberships.personId })
      .from(memberships)
      .where(
        and(
          eq(memberships.role, role),
          isNull(memberships.endedAt),
          code === undefined ? undefined : eq(memberships.municipalityCode, code),
        ),
      );
  const leads = row.municipalityCode ? await holders('lead-reviewer', row.municipalityCode) : [];
  const found = leads.length > 0 ? leads : await holders('coordinator');
  return found.map(({ id }) => id);
}

/** The product's stewards; where it has none, everybody who may answer for the product. */
async function listSupplierSide(tx: Transaction, row: CaseRow): Promise<string[]> {
  const stewardIds = await listStewardIds(tx, row.productId);
  if (stewardIds.length > 0) return stewardIds;
  const rows = await tx
    .select({
      id: memberships.personId,
      isChosen: memberships.onlyChosenProducts,
      productId: membershipProducts.productId,
    })
    .from(memberships)
    .innerJoin(people, and(eq(people.id, memberships.personId), isNull(people.endedAt)))
    .leftJoin(
      membershipProducts,
      and(eq(membershipProducts.membershipId, memberships.id), eq(membershipProducts.productId, row.productId)),
    )
    .where(
      and(
        eq(memberships.supplierId, row.supplierId),
        inArray(memberships.role, ['editor', 'signatory']),
        isNull(memberships.endedAt),
      ),
    );
  const covering = rows.filter(({ isChosen, productId }) => !isChosen || productId !== null);
  return [...new Set(covering.map(({ id }) => id))];
}
