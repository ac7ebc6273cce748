import { hashOf } from './canonical';
import type { AnswerValue } from './questionnaire/answer';
import type { Question } from './questionnaire/definition';
import type { EvidenceEnvironment, ProductType, Text } from './words';

/** Evidence as it was when the declaration was sent. */
export interface FrozenEvidence {
  id: string;
  type: string;
  title: string;
  url: string | null;
  fileHash: string | null;
  fileName: string | null;
  municipalityCode: string | null;
  /** yyyy-mm-dd. */
  observedOn: string;
  validTo: string | null;
  /** Not there when it was not stated, and in what was sent before it was asked for. */
  productVersion?: string | null;
  environment?: EvidenceEnvironment | null;
  hash: string;
}

/** A question with its answer as they were when sent: readable without the questionnaire, whatever becomes of it. */
export interface FrozenAnswer {
  key: string;
  sectionId: string;
  interfaceId: string | null;
  question: {
    id: string;
    type: Question['type'];
    text: Text;
    /** The chosen options' texts, by value. */
    optionTexts: Record<string, Text>;
    columnTexts: Record<string, Text>;
    isPublic: boolean;
    weight: number;
  };
  value: AnswerValue;
  justification: string | null;
  evidence: FrozenEvidence[];
  answerHash: string;
}

export interface SubmissionDocument {
  schema: 'snitfladeklar/submission/1';
  questionnaire: { slug: string; version: string; hash: string };
  supplier: { id: string; cvr: string; name: string };
  product: {
    id: string;
    name: string;
    description: string;
    type: ProductType;
    kle: string[];
    kitosUuid: string | null;
  };
  scope: { interfaceId: string; isProposed: boolean; isIncluded: boolean; reason: string | null }[];
  sections: { id: string; title: Text }[];
  answers: FrozenAnswer[];
}

/**
 * The version of a question as far as its answer's meaning goes: its type, text and options. A new help text does not
 * reopen answers; a new wording does.
 */
export function questionHash(question: Question): string {
  const { id, type, text, options, columns } = question;
  return hashOf({ id, type, text, options: options ?? null, columns: columns ?? null });
}

/**
 * What a verdict is tied to: question version, answer and evidence (domain rule 4). The order of evidence does not matter.
 */
export function answerHash(parts: {
  key: string;
  questionHash: string;
  value: AnswerValue;
  justification: string | null;
  evidenceHashes: readonly string[];
}): string {
  return hashOf({ ...parts, evidenceHashes: [...parts.evidenceHashes].sort() });
}
