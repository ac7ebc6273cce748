import { answerTexts } from '~/app/i18n/answers';
import { conditionTexts } from '~/app/i18n/questionnaire';
import { translator } from '~/app/i18n/texts';
import { interfaceStatusTexts, supportLevelTexts } from '~/app/i18n/words';
import type { Condition, Question } from '~/workflows/questionnaire/definition';
import { type Language, supportLevels } from '~/workflows/words';

/** What the words of a condition are taken from. */
export interface ConditionNames {
  /** A question by its id. */
  findQuestion(id: string): Question | undefined;
  /** What an interface is called in a sentence. */
  interfaceName(id: string): string;
}

/** A condition as the end of a sentence: "(spørgsmålet stilles, når) svaret på »…« er »…«". */
export function conditionInWords(condition: Condition, names: ConditionNames, language: Language): string {
  const t = translator(conditionTexts, language);
  const inWords = (part: Condition) => conditionInWords(part, names, language);
  const questionText = (id: string) => names.findQuestion(id)?.text[language].replace(/[.?]$/, '') ?? id;
  if ('all' in condition) {
    return condition.all.map(inWords).reduce((first, second) => t('and', { first, second }));
  }
  if ('any' in condition) {
    return condition.any.map(inWords).reduce((first, second) => t('orElse', { first, second }));
  }
  if ('not' in condition) return t('not', { condition: inWords(condition.not) });
  if ('anyInterface' in condition) {
    const interfaces = oneOf(condition.anyInterface.map(names.interfaceName), language);
    const levels = translator(supportLevelTexts, language);
    return t('support', {
      interfaces,
      values: quoted(
        condition.supportIn.map((level) => levels(level)),
        language,
      ),
    });
  }
  if ('interfaceStatusIn' in condition) {
    const statuses = translator(interfaceStatusTexts, language);
    return t('status', {
      values: quoted(
        condition.interfaceStatusIn.map((status) => statuses(status)),
        language,
      ),
    });
  }
  if ('olderThanNewest' in condition) return t('older', { question: questionText(condition.olderThanNewest) });
  const question = questionText(condition.question);
  if ('gt' in condition) return t('gt', { question, number: condition.gt });
  const asked = names.findQuestion(condition.question);
  const wanted = 'in' in condition ? condition.in : condition.notIn;
  const values = quoted(
    wanted.map((value) => (asked ? valueInWords(asked, value, language) : value)),
    language,
  );
  return 'in' in condition ? t('in', { question, values }) : t('notIn', { question, values });
}

function valueInWords(question: Question, value: string, language: Language): string {
  if (question.type === 'yes_no' || question.type === 'yes_no_explain') {
    return translator(answerTexts, language)(value === 'yes' ? 'yes' : 'no');
  }
  const level = supportLevels.find((known) => known === value);
  if (question.type === 'support_level' && level) return translator(supportLevelTexts, language)(level);
  return question.options?.find((option) => option.value === value)?.text[language] ?? value;
}

function quoted(values: readonly string[], language: Language): string {
  const t = translator(conditionTexts, language);
  return oneOf(
    values.map((value) => t('value', { value })),
    language,
  );
}

/** "a, b eller c", "a, b or c". */
export function oneOf(parts: readonly string[], language: Language): string {
  const rest = parts.slice(0, -1).join(', ');
  const last = parts.at(-1) ?? '';
  return rest ? translator(conditionTexts, language)('or', { first: rest, second: last }) : last;
}
