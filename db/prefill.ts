import type { Acting } from '~/workflows/actor';
import type { AnswerValue } from '~/workflows/questionnaire/answer';
import { checkAnswer } from '~/workflows/questionnaire/answer';
import type { QuestionnaireDefinition } from '~/workflows/questionnaire/definition';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import { type WrittenAnswer, writeAnswers } from './answer-rows';
import type { Transaction } from './client';
import { appendLog } from './log';
import type { products } from './schema';
import { getSupplier } from './suppliers';

/**
 * Answers what the product already tells, so that nobody writes it twice: ordinary answers, logged like any other,
 * which the supplier can change. A question that the version does not have, or that does not accept the value, is
 * left alone.
 */
export async function writePrefill(
  tx: Transaction,
  acting: Acting,
  input: {
    declarationId: string;
    product: typeof products.$inferSelect;
    questionnaire: { definition: QuestionnaireDefinition };
  },
): Promise<void> {
  const { product, declarationId, questionnaire } = input;
  const supplier = await getSupplier(tx, product.supplierId);
  const known: Record<QuestionKey, AnswerValue> = {
    'gen-product-name': product.name,
    'gen-supplier-cvr': supplier.cvr,
    'gen-kitos-uuid': product.kitosUuid,
    'gen-description': product.description,
    'gen-product-type': product.type,
    'gen-kle': product.kle,
  };
  const questions = questionnaire.definition.sections.flatMap((section) => section.questions);
  const written = questions.flatMap((question): WrittenAnswer[] => {
    const checked = checkAnswer(question, { value: known[question.id] ?? null, justification: null });
    if (!checked.ok || checked.value === null) return [];
    return [{ key: question.id, value: checked.value, justification: null, version: 1 }];
  });
  if (written.length === 0) return;
  await writeAnswers(tx, acting, declarationId, written);
  const entries = written.map(({ key, version, ...to }) => ({
    action: 'answer.save',
    subject: { type: 'declaration', id: declarationId },
    details: { key, from: null, to, version },
  }));
  await appendLog(tx, acting, ...entries);
}
