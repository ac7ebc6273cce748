import { copenhagenDay } from './day';
import type { AnswerValue } from './questionnaire/answer';
import type { Question, QuestionnaireDefinition } from './questionnaire/definition';
import type { FrozenAnswer, FrozenEvidence, SubmissionDocument } from './submission';
import {
  approvingVerdicts,
  type Outcome,
  type ProductType,
  type SupportLevel,
  supportLevels,
  type Text,
  type VerdictKind,
} from './words';

/** Evidence as the public sees it: type, date and source; an address only where the type is public; never a file. */
export interface PublicEvidence {
  type: string;
  typeText: Text;
  /** yyyy-mm-dd. */
  observedOn: string;
  validTo: string | null;
  url: string | null;
  municipalityCode: string | null;
}

/** An approved answer as the public sees it. No person's name anywhere. */
export interface PublicAnswer {
  key: string;
  questionId: string;
  sectionId: string;
  interfaceId: string | null;
  type: Question['type'];
  text: Text;
  value: AnswerValue;
  optionTexts: Record<string, Text>;
  columnTexts: Record<string, Text>;
  justification: string | null;
  evidence: PublicEvidence[];
  /** The reviewer's remark, where the verdict was accepted-with-remark. */
  remark: string | null;
  /** The day of the verdict, yyyy-mm-dd (Copenhagen), and the municipality that gave it. */
  approvedOn: string;
  approvedBy: string;
  answerHash: string;
}

/** One publication: what the public could read from it, from its day until the next one. */
export interface PublicationDocument {
  schema: 'snitfladeklar/publication/1';
  number: number;
  product: {
    slug: string;
    name: string;
    description: string;
    type: ProductType;
    kle: string[];
    kitosUuid: string | null;
    isDemo: boolean;
  };
  supplier: { slug: string; name: string; cvr: string };
  questionnaire: { slug: string; version: string };
  decision: { outcome: Outcome; municipalityCode: string; decidedAt: string };
  sections: { id: string; title: Text }[];
  answers: PublicAnswer[];
}

/** A verdict, as far as publishing needs to know it. */
export interface GivenVerdict {
  questionKey: string;
  kind: VerdictKind;
  reason: string | null;
  answerHash: string;
  municipalityCode: string;
  givenAt: Date;
}

export interface PublicationFacts {
  /** From 1 up within the product. */
  number: number;
  /** What is not part of the submission: addresses, and whether the company is fictional. */
  productSlug: string;
  supplierSlug: string;
  isDemo: boolean;
  decision: { outcome: Outcome; municipalityCode: string; decidedAt: Date };
  submission: SubmissionDocument;
  /** The verdict in force on each answer: the submission's own, else the one carried over. */
  verdicts: readonly GivenVerdict[];
  evidenceTypes: QuestionnaireDefinition['evidenceTypes'];
}

/**
 * What a decision makes public (domain rule 5), and nothing else: answers to public questions whose verdict in force
 * approves exactly this answer; answers about an interface only with its approved support level.
 */
export function publicationOf(facts: PublicationFacts): PublicationDocument {
  const { submission, decision } = facts;
  const answers = listPublicAnswers(facts);
  const used = new Set(answers.map(({ sectionId }) => sectionId));
  const { name, description, type, kle, kitosUuid } = submission.product;
  return {
    schema: 'snitfladeklar/publication/1',
    number: facts.number,
    product: { slug: facts.productSlug, name, description, type, kle: [...kle], kitosUuid, isDemo: facts.isDemo },
    supplier: { slug: facts.supplierSlug, name: submission.supplier.name, cvr: submission.supplier.cvr },
    questionnaire: { slug: submission.questionnaire.slug, version: submission.questionnaire.version },
    decision: {
      outcome: decision.outcome,
      municipalityCode: decision.municipalityCode,
      decidedAt: decision.decidedAt.toISOString(),
    },
    sections: submission.sections.filter(({ id }) => used.has(id)).map(({ id, title }) => ({ id, title })),
    answers,
  };
}

/** The support level that an answer states, where it is a support level about an interface. */
export function supportLevelOf(answer: Pick<PublicAnswer, 'type' | 'value' | 'interfaceId'>): SupportLevel | undefined {
  if (answer.type !== 'support_level' || answer.interfaceId === null) return undefined;
  return supportLevels.find((level) => level === answer.value);
}

function listPublicAnswers({ submission, verdicts, evidenceTypes }: PublicationFacts): PublicAnswer[] {
  const verdictsByKey = new Map(verdicts.map((verdict) => [verdict.questionKey, verdict]));
  const types = new Map(evidenceTypes.map((type) => [type.id, type]));
  const approved = submission.answers.flatMap((answer) => {
    const verdict = verdictsByKey.get(answer.key);
    return verdict && isPublic(answer, verdict) ? [publicAnswer(answer, verdict, types)] : [];
  });
  return approved.filter(stands(submission.answers, approved));
}

function isPublic(answer: FrozenAnswer, verdict: GivenVerdict): boolean {
  const isApproved = approvingVerdicts.some((kind) => kind === verdict.kind);
  const isAnswered = answer.value !== null || answer.justification !== null || answer.evidence.length > 0;
  return answer.question.isPublic && isApproved && isAnswered && verdict.answerHash === answer.answerHash;
}

/**
 * What is said about an interface stands on its support level; what is said about a whole group of interfaces stands
 * on at least one of them.
 */
function stands(sent: readonly FrozenAnswer[], approved: readonly PublicAnswer[]): (answer: PublicAnswer) => boolean {
  const groupSections = new Set(sent.filter(({ interfaceId }) => interfaceId !== null).map((each) => each.sectionId));
  const levels = approved.filter((answer) => supportLevelOf(answer) !== undefined);
  const interfaces = new Set(levels.map(({ interfaceId }) => interfaceId));
  const sections = new Set(levels.map(({ sectionId }) => sectionId));
  return ({ interfaceId, sectionId }) => {
    if (interfaceId !== null) return interfaces.has(interfaceId);
    return !groupSections.has(sectionId) || sections.has(sectionId);
  };
}

type EvidenceTypes = ReadonlyMap<string, QuestionnaireDefinition['evidenceTypes'][number]>;

function publicAnswer(answer: FrozenAnswer, verdict: GivenVerdict, types: EvidenceTypes): PublicAnswer {
  return {
    key: answer.key,
    questionId: answer.question.id,
    sectionId: answer.sectionId,
    interfaceId: answer.interfaceId,
    type: answer.question.type,
    text: answer.question.text,
    value: answer.value,
    optionTexts: answer.question.optionTexts,
    columnTexts: answer.question.columnTexts,
    justification: answer.justification,
    evidence: answer.evidence.map((evidence) => publicEvidence(evidence, types)),
    remark: verdict.kind === 'accepted-with-remark' ? verdict.reason : null,
    approvedOn: copenhagenDay(verdict.givenAt),
    approvedBy: verdict.municipalityCode,
    answerHash: answer.answerHash,
  };
}

function publicEvidence(evidence: FrozenEvidence, types: EvidenceTypes): PublicEvidence {
  const type = types.get(evidence.type);
  if (!type) throw new Error(`The questionnaire has no evidence type "${evidence.type}".`);
  return {
    type: evidence.type,
    typeText: type.text,
    observedOn: evidence.observedOn,
    validTo: evidence.validTo,
    url: type.public ? evidence.url : null,
    municipalityCode: evidence.municipalityCode,
  };
}
