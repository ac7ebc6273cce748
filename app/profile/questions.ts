import { formatDate } from '~/app/i18n/format';
import { profileTexts } from '~/app/i18n/profile';
import { translator } from '~/app/i18n/texts';
import { rungTexts, supportLevelTexts } from '~/app/i18n/words';
import type { NamedRequirement } from '~/app/published/profile-page.server';
import type { LetterBlock, LetterDocument } from '~/workflows/letter';
import type { Fit, OfferedSupport } from '~/workflows/profile';
import type { Language } from '~/workflows/words';

/** How a product meets one requirement, with what is published about it. */
export interface MatchedCell {
  fit: Fit;
  offered: OfferedSupport | null;
}

/** What to ask the supplier of a product: a question for each requirement that is not met, in their order. */
export function questionsTo(
  cells: readonly MatchedCell[],
  requirements: readonly NamedRequirement[],
  language: Language,
): string[] {
  const t = translator(profileTexts, language);
  const levels = translator(supportLevelTexts, language);
  const steps = translator(rungTexts, language);
  return requirements.flatMap(({ number, name, rung }, index) => {
    const { fit, offered } = cells[index] ?? { fit: 'met', offered: null };
    const requirement = t('numbered', { number, interface: name[language] });
    const level = offered ? levels(offered.level) : '';
    if (fit === 'met') return [];
    if (fit === 'unproven') {
      return [t('askQuestion_unproven', { requirement, level, rung: rung === '' ? '' : steps(rung) })];
    }
    if (fit === 'later') {
      const planned = offered?.plannedOn ? t('plannedFrom', { date: formatDate(offered.plannedOn, language) }) : '';
      return [t('askQuestion_later', { requirement, level, planned })];
    }
    if (fit === 'missing') return [t('askQuestion_missing', { requirement, level })];
    return [t(`askQuestion_${fit}`, { requirement })];
  });
}

interface Asking {
  language: Language;
  /** The profile's name; may be empty. */
  title: string;
  requirements: readonly NamedRequirement[];
  products: readonly { name: string; supplierName: string; cells: readonly MatchedCell[] }[];
  /** yyyy-mm-dd. */
  on: string;
}

/** The questions to each product's supplier as a document to send. */
export function composeQuestions(
  { language, title, requirements, products, on }: Asking,
  madeAt: Date,
): LetterDocument {
  const t = translator(profileTexts, language);
  const asked = products.flatMap(({ name, supplierName, cells }): LetterBlock[] => {
    const questions = questionsTo(cells, requirements, language);
    if (questions.length === 0) return [];
    return [
      { kind: 'heading', level: 2, text: `${name}, ${supplierName}` },
      ...questions.map((text) => ({ kind: 'paragraph' as const, text })),
    ];
  });
  const blocks: LetterBlock[] = [
    { kind: 'paragraph', text: t('questionsLead', { date: formatDate(on, language) }) },
    ...(asked.length > 0 ? asked : [{ kind: 'paragraph' as const, text: t('questionsNobody') }]),
  ];
  const heading = title === '' ? t('questionsTitle') : t('questionsTitleOf', { title });
  return { language, title: heading, datedAt: madeAt.toISOString(), code: null, blocks };
}
