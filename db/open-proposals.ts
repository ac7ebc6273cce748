import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm';
import {
  type ComparableAnswer,
  type ProposalOrigin,
  type ProposalOriginDetails,
  type ProposalRelation,
  relateProposal,
} from '~/workflows/proposal';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import type { Db } from './client';
import { answers, declarations, people, proposals, publicProducts, publicSupport } from './schema';

/** An open proposal beside what is there. */
export interface OpenProposal extends ComparableAnswer {
  id: string;
  key: QuestionKey;
  origin: ProposalOrigin;
  originDetails: ProposalOriginDetails;
  batchId: string;
  createdAt: Date;
  /** The colleague who imported, copied or changed what it comes from. */
  createdByName: string;
  relation: ProposalRelation;
  present: (ComparableAnswer & { version: number }) | null;
  /** The approved answer that is public, where it says something else. */
  published: ComparableAnswer | null;
}

/**
 * The open proposals of a declaration, newest batch first and in the order in which they were made. One that the answer
 * has come to say by itself is left out. Nothing is authorized here.
 */
export async function listProposals(db: Db, declarationId: string): Promise<OpenProposal[]> {
  const rows = await db
    .select({ proposal: proposals, createdByName: people.name, present: answers })
    .from(proposals)
    .innerJoin(people, eq(people.id, proposals.createdBy))
    .leftJoin(
      answers,
      and(eq(answers.declarationId, proposals.declarationId), eq(answers.questionKey, proposals.questionKey)),
    )
    .where(and(eq(proposals.declarationId, declarationId), isNull(proposals.decidedAs)))
    .orderBy(asc(proposals.createdAt), asc(proposals.questionKey));
  if (rows.length === 0) return [];
  const published = await readPublishedAnswers(db, declarationId);
  return rows.flatMap(({ proposal, createdByName, present }) => {
    const approved = published.get(proposal.questionKey);
    const relation = relateProposal(present ?? undefined, approved, proposal);
    if (relation === 'same') return [];
    return [
      {
        id: proposal.id,
        key: proposal.questionKey,
        value: proposal.value,
        justification: proposal.justification,
        origin: proposal.origin,
        originDetails: proposal.originDetails,
        batchId: proposal.batchId,
        createdAt: proposal.createdAt,
        createdByName,
        relation,
        present: present && {
          value: present.value,
          justification: present.justification,
          version: present.version,
        },
        published: relation === 'disagrees' && approved ? approved : null,
      },
    ];
  });
}

/** The approved answers that are public, by question. Nothing is authorized here. */
export async function readPublishedAnswers(db: Db, declarationId: string): Promise<Map<QuestionKey, ComparableAnswer>> {
  const [product] = await db
    .select({ id: publicProducts.productId, answers: publicProducts.answers })
    .from(publicProducts)
    .innerJoin(declarations, eq(declarations.productId, publicProducts.productId))
    .where(eq(declarations.id, declarationId));
  if (!product) return new Map();
  const support = await db
    .select({ answers: publicSupport.answers })
    .from(publicSupport)
    .where(eq(publicSupport.productId, product.id));
  const all = [product, ...support].flatMap((row) => row.answers);
  return new Map(all.map(({ key, value, justification }) => [key, { value, justification }]));
}

/** How many proposals wait, by declaration; declarations without any are left out. Nothing is authorized here. */
export async function countProposals(db: Db, declarationIds: readonly string[]): Promise<Map<string, number>> {
  if (declarationIds.length === 0) return new Map();
  const rows = await db
    .select({ id: proposals.declarationId, waiting: count() })
    .from(proposals)
    .where(and(inArray(proposals.declarationId, [...declarationIds]), isNull(proposals.decidedAs)))
    .groupBy(proposals.declarationId);
  return new Map(rows.map(({ id, waiting }) => [id, waiting]));
}
