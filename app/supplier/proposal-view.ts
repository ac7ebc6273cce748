import { type AnswerShape, answerShape } from '~/app/answer-words';
import type { LoadedDeclaration } from '~/db/declarations';
import type { OpenProposal } from '~/db/open-proposals';
import type { ProposalOrigin, ProposalOriginDetails, ProposalRelation } from '~/workflows/proposal';
import type { AnswerValue } from '~/workflows/questionnaire/answer';

interface Said {
  value: AnswerValue;
  justification: string | null;
}

/** An open proposal as pages show it. JSON. */
export interface ProposalView extends Said {
  id: string;
  key: string;
  batchId: string;
  origin: ProposalOrigin;
  /** What it comes from, in words. */
  source: string;
  createdAt: string;
  createdByName: string;
  relation: ProposalRelation;
  shape: AnswerShape;
  present: Said | null;
  /** The version of the present answer; 0: there is none. */
  version: number;
  published: Said | null;
}

/** @returns undefined where the question is not asked of this scope any more */
export function proposalViewOf(
  loaded: Pick<LoadedDeclaration, 'instances'>,
  proposal: OpenProposal,
): ProposalView | undefined {
  const question = loaded.instances.find(({ key }) => key === proposal.key)?.question;
  if (!question) return undefined;
  const { originDetails, createdAt, present, ...rest } = proposal;
  return {
    ...rest,
    source: sourceOf(originDetails),
    createdAt: createdAt.toISOString(),
    shape: answerShape(question),
    present: present && { value: present.value, justification: present.justification },
    version: present?.version ?? 0,
  };
}

function sourceOf(details: ProposalOriginDetails): string {
  const { fileName, tokenName, url, productName, libraryTitle, fromVersion } = details;
  return fileName ?? tokenName ?? url ?? libraryTitle ?? productName ?? fromVersion ?? '';
}

/** Every value that a proposal mentions, so that codes in it can be shown by name. */
export function valuesIn(
  proposals: readonly { value: AnswerValue; present: Said | null; published: Said | null }[],
): AnswerValue[] {
  return proposals.flatMap(({ value, present, published }) => [
    value,
    present?.value ?? null,
    published?.value ?? null,
  ]);
}
