import { type AnswerValue, isEmpty } from './questionnaire/answer';
import type { Question, QuestionnaireDefinition } from './questionnaire/definition';
import type { QuestionInstance, QuestionKey } from './questionnaire/instances';
import {
  answerHash,
  type FrozenAnswer,
  type FrozenEvidence,
  questionHash,
  type SubmissionDocument,
} from './submission';
import type { Text } from './words';

/** What is frozen: a declaration with its answers, and which of its questions are asked. */
export interface DeclarationToFreeze {
  product: SubmissionDocument['product'];
  supplier: SubmissionDocument['supplier'];
  questionnaire: { slug: string; version: string; hash: string; definition: QuestionnaireDefinition };
  scope: SubmissionDocument['scope'];
  instances: readonly QuestionInstance[];
  answers: ReadonlyMap<QuestionKey, { value: AnswerValue; justification: string | null }>;
  evidence: ReadonlyMap<QuestionKey, readonly FrozenEvidence[]>;
  open: ReadonlySet<QuestionKey>;
}

/**
 * A declaration as it is sent: wording beside answers, so that it can be read whatever becomes of the questionnaire.
 * Holds the answers that were given to open questions; what stands behind a closed condition is not sent.
 */
export function freezeDeclaration(declaration: DeclarationToFreeze): SubmissionDocument {
  const { product, supplier, questionnaire, scope } = declaration;
  const answers = declaration.instances.flatMap((instance) => freezeAnswer(declaration, instance));
  const used = new Set(answers.map(({ sectionId }) => sectionId));
  return {
    schema: 'snitfladeklar/submission/1',
    questionnaire: { slug: questionnaire.slug, version: questionnaire.version, hash: questionnaire.hash },
    supplier: { id: supplier.id, cvr: supplier.cvr, name: supplier.name },
    product: {
      id: product.id,
      name: product.name,
      description: product.description,
      type: product.type,
      kle: [...product.kle],
      kitosUuid: product.kitosUuid,
    },
    scope: scope.map(({ interfaceId, isProposed, isIncluded, reason }) => ({
      interfaceId,
      isProposed,
      isIncluded,
      reason,
    })),
    sections: questionnaire.definition.sections
      .filter(({ id }) => used.has(id))
      .map(({ id, title }) => ({ id, title })),
    answers,
  };
}

function freezeAnswer(declaration: DeclarationToFreeze, instance: QuestionInstance): FrozenAnswer[] {
  const { key, question, sectionId, interfaceId } = instance;
  const { value = null, justification = null } = declaration.answers.get(key) ?? {};
  const evidence = (declaration.evidence.get(key) ?? []).map(freezeEvidence);
  const isGiven = !isEmpty(value) || justification !== null || evidence.length > 0;
  if (!declaration.open.has(key) || !isGiven) return [];
  const evidenceHashes = evidence.map(({ hash }) => hash);
  return [
    {
      key,
      sectionId,
      interfaceId,
      question: {
        id: question.id,
        type: question.type,
        text: question.text,
        optionTexts: optionTextsOf(question, value, declaration.questionnaire.definition),
        columnTexts: Object.fromEntries((question.columns ?? []).map(({ id, text }) => [id, text])),
        isPublic: question.public,
        weight: question.weight,
      },
      value,
      justification,
      evidence,
      answerHash: answerHash({ key, questionHash: questionHash(question), value, justification, evidenceHashes }),
    },
  ];
}

/** The texts of what was chosen, so that the answer can be read without the questionnaire. */
function optionTextsOf(
  question: Question,
  value: AnswerValue,
  definition: QuestionnaireDefinition,
): Record<string, Text> {
  const options = question.type === 'support_level' ? definition.supportScale : (question.options ?? []);
  const chosen = Array.isArray(value) ? value : [value];
  return Object.fromEntries(
    options.filter((option) => chosen.some((each) => each === option.value)).map(({ value, text }) => [value, text]),
  );
}

function freezeEvidence(evidence: FrozenEvidence): FrozenEvidence {
  const { id, type, title, url, fileHash, fileName, municipalityCode, observedOn, validTo, hash } = evidence;
  const { productVersion, environment } = evidence;
  return {
    id,
    type,
    title,
    url,
    fileHash,
    fileName,
    municipalityCode,
    observedOn,
    validTo,
    ...(productVersion ? { productVersion } : {}),
    ...(environment ? { environment } : {}),
    hash,
  };
}
