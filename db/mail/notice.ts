import { and, asc, eq, exists, inArray, isNull, notExists, or, type SQL, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Audience } from '~/workflows/case/effects';
import { topicOfEvent } from '~/workflows/mail-topics';
import { expiresAt } from '~/workflows/validity';
import {
  type CaseEventType,
  type CaseState,
  caseEvents,
  type Language,
  type Role,
  supplierRoles,
} from '~/workflows/words';
import { asCaseRow, type CaseRow, withHolder } from '../cases/case-row';
import type { Transaction } from '../client';
import {
  caseSections,
  cases,
  conflictsOfInterest,
  decisions,
  membershipProducts,
  memberships,
  municipalities,
  people,
  products,
  publications,
  suppliers,
  verdicts,
} from '../schema';
import { hasNotOptedOut, listStewardIds } from './plain-notice';

/** A row of the outbox that becomes mails. */
export const caseNotice = 'case-notice';

const audiences = ['supplier', 'reviewers', 'second-reviewers', 'coordinators'] as const satisfies readonly Audience[];
const payloadSchema = z.object({ caseId: z.uuid(), to: z.enum(audiences), about: z.enum(caseEvents) });

/** What a mail about a case is written from. No person's name and nothing that somebody wrote in the case. */
export interface CaseNotice {
  caseId: string;
  declarationId: string;
  about: CaseEventType;
  to: Audience;
  caseNumber: string;
  product: string;
  supplier: string;
  /** The municipality that decides, once there is one. */
  municipality: string | null;
  /** Where the case is when the mail is written. */
  state: CaseState;
  /** The end of the clock that runs, or of the publication. */
  dueAt: Date | null;
}

export interface Receiver {
  personId: string;
  address: string;
  language: Language;
}

/**
 * What a notice is about and who gets it.
 * @param payload as db/cases/move-case.ts wrote it
 */
export async function readNotice(
  tx: Transaction,
  payload: unknown,
): Promise<{ notice: CaseNotice; receivers: Receiver[] }> {
  const { caseId, to, about } = payloadSchema.parse(payload);
  const [found] = await tx
    .select({
      row: cases,
      product: products.name,
      supplier: suppliers.name,
      municipality: municipalities.name,
      publishedAt: publications.publishedAt,
    })
    .from(cases)
    .innerJoin(products, eq(products.id, cases.productId))
    .innerJoin(suppliers, eq(suppliers.id, products.supplierId))
    .leftJoin(municipalities, eq(municipalities.code, cases.municipalityCode))
    .leftJoin(decisions, eq(decisions.caseId, cases.id))
    .leftJoin(publications, eq(publications.decisionId, decisions.id))
    .where(eq(cases.id, caseId));
  if (!found) throw new Error(`There is no case ${caseId}.`);
  const { row, product, supplier, municipality, publishedAt } = found;
  const isAboutAge = about === 'expire-soon' || about === 'expire';
  const notice = {
    caseId,
    declarationId: row.declarationId,
    about,
    to,
    caseNumber: row.number,
    product,
    supplier,
    municipality,
    state: row.state,
    dueAt: isAboutAge && publishedAt ? expiresAt(publishedAt) : row.dueAt,
  };
  return { notice, receivers: await listReceivers(tx, await withHolder(tx, asCaseRow(row)), to, about) };
}

async function listReceivers(tx: Transaction, row: CaseRow, to: Audience, about: CaseEventType): Promise<Receiver[]> {
  switch (to) {
    case 'supplier':
      return listSupplierSide(tx, row, about);
    case 'coordinators':
      // A rule has routed it meanwhile: nothing is left for them to do.
      if (about === 'submit' && row.municipalityCode !== null) return [];
      return listHolders(tx, row, ['coordinator']);
    case 'reviewers':
      return listReviewers(tx, row, about);
    case 'second-reviewers':
      return listSecondReviewers(tx, row);
  }
}

/**
 * The product's stewards; where it has none, everybody who may answer for the product. What binds the supplier (a
 * deadline, a decision) goes to the signatories too.
 */
async function listSupplierSide(tx: Transaction, row: CaseRow, about: CaseEventType): Promise<Receiver[]> {
  const own = eq(memberships.supplierId, row.supplierId);
  const topic = topicOfEvent(about);
  const willing = topic === null ? undefined : hasNotOptedOut(tx, topic);
  const covers = or(
    eq(memberships.onlyChosenProducts, false),
    exists(
      tx
        .select({ one: sql`1` })
        .from(membershipProducts)
        .where(
          and(eq(membershipProducts.membershipId, memberships.id), eq(membershipProducts.productId, row.productId)),
        ),
    ),
  );
  const ids = await listStewardIds(tx, row.productId);
  if (ids.length === 0) return listHolders(tx, row, ['editor', 'signatory'], own, covers, willing);
  const looking = await listHolders(tx, row, supplierRoles, own, inArray(people.id, ids), willing);
  const binding = topic === null ? await listHolders(tx, row, ['signatory'], own, covers) : [];
  return [...looking, ...binding.filter(({ personId }) => !looking.some((each) => each.personId === personId))];
}

/**
 * Of the responsible municipality its lead reviewers, and whoever claimed a section. When it is new there: whoever is to
 * handle it, or everybody where nobody was named.
 */
async function listReviewers(tx: Transaction, row: CaseRow, about: CaseEventType): Promise<Receiver[]> {
  // Nobody has it yet: it waits for the coordinator.
  if (row.municipalityCode === null) return listHolders(tx, row, ['coordinator']);
  const isForAll = about === 'route' && row.assigneeId === null;
  const roles: readonly Role[] = isForAll ? ['lead-reviewer', 'reviewer'] : ['lead-reviewer'];
  const own = await listHolders(tx, row, roles, eq(memberships.municipalityCode, row.municipalityCode));
  const claimed = await tx
    .select({ personId: caseSections.reviewerId })
    .from(caseSections)
    .where(eq(caseSections.caseId, row.id));
  const ids = [row.assigneeId, ...claimed.map(({ personId }) => personId)].filter((id) => id !== null);
  if (ids.length === 0) return own;
  const claimers = await listHolders(tx, row, ['reviewer', 'lead-reviewer'], inArray(people.id, ids));
  return [...own, ...claimers.filter(({ personId }) => !own.some((each) => each.personId === personId))];
}

/** Lead reviewers who may confirm: those of the responsible municipality, or where it has no other, everybody else's. */
async function listSecondReviewers(tx: Transaction, row: CaseRow): Promise<Receiver[]> {
  const { proposal, assessors } = row.snapshot.context;
  const judged = await tx
    .selectDistinct({ personId: verdicts.reviewerId })
    .from(verdicts)
    .where(eq(verdicts.caseId, row.id));
  const barred = new Set([...assessors, ...judged.map(({ personId }) => personId), proposal?.proposedBy]);
  const mayConfirm = ({ personId }: Receiver): boolean => !barred.has(personId);
  const own = row.municipalityCode
    ? await listHolders(tx, row, ['lead-reviewer'], eq(memberships.municipalityCode, row.municipalityCode))
    : [];
  if (own.some(mayConfirm)) return own.filter(mayConfirm);
  return (await listHolders(tx, row, ['lead-reviewer'])).filter(mayConfirm);
}

/** People with one of these roles now, but for those who have declared a conflict of interest with the supplier. */
async function listHolders(
  tx: Transaction,
  row: CaseRow,
  roles: readonly Role[],
  ...only: readonly (SQL | undefined)[]
): Promise<Receiver[]> {
  const conflict = tx
    .select({ one: sql`1` })
    .from(conflictsOfInterest)
    .where(
      and(
        eq(conflictsOfInterest.personId, people.id),
        eq(conflictsOfInterest.supplierId, row.supplierId),
        isNull(conflictsOfInterest.endedAt),
      ),
    );
  return tx
    .selectDistinct({ personId: people.id, address: people.email, language: people.language })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(
      and(
        inArray(memberships.role, [...roles]),
        isNull(memberships.endedAt),
        isNull(people.endedAt),
        notExists(conflict),
        ...only,
      ),
    )
    .orderBy(asc(people.id));
}
