import { formatDate } from '~/app/i18n/format';
import { annexTexts, importanceTexts, requiredLevelTexts } from '~/app/i18n/profile';
import { translator } from '~/app/i18n/texts';
import { rungExplanations, rungTexts } from '~/app/i18n/words';
import type { NamedRequirement } from '~/app/published/profile-page.server';
import type { LetterBlock, LetterDocument } from '~/workflows/letter';
import { type Importance, importances } from '~/workflows/profile';
import type { Language } from '~/workflows/words';

/** A tender annex in words, before it is a file of some kind. */
export interface Annex {
  language: Language;
  title: string;
  facts: { name: string; value: string }[];
  how: { heading: string; text: string };
  parts: { heading: string; text: string; requirements: AnnexRequirement[] }[];
  columns: { number: string; requirement: string; answer: string };
}

export interface AnnexRequirement {
  number: string;
  /** What it is about and how much, as a line. */
  heading: string;
  /** One sentence each. */
  sentences: string[];
}

interface AnnexFacts {
  language: Language;
  title: string;
  requirements: readonly NamedRequirement[];
  /** yyyy-mm-dd. */
  madeOn: string;
  /** Where the profile is found. */
  address: string;
}

/** Puts a profile's requirements into the words of a tender. */
export function composeAnnex({ language, title, requirements, madeOn, address }: AnnexFacts): Annex {
  const t = translator(annexTexts, language);
  const countOf = (importance: Importance) => requirements.filter((each) => each.importance === importance).length;
  return {
    language,
    title: t('title'),
    facts: [
      ...(title === '' ? [] : [{ name: t('tender'), value: title }]),
      { name: t('count'), value: t('countValue', { must: countOf('must'), should: countOf('should') }) },
      { name: t('made'), value: formatDate(madeOn, language) },
      { name: t('source'), value: address },
    ],
    how: { heading: t('howHeading'), text: t('how') },
    parts: importances
      .filter((importance) => countOf(importance) > 0)
      .map((importance) => ({
        heading: t(importance),
        text: t(`text_${importance}`),
        requirements: requirements
          .filter((each) => each.importance === importance)
          .map((each) => inWords(each, language)),
      })),
    columns: { number: t('number'), requirement: t('requirement'), answer: t('answer') },
  };
}

function inWords({ number, name, level, importance, rung }: NamedRequirement, language: Language): AnnexRequirement {
  const t = translator(annexTexts, language);
  const levels = translator(requiredLevelTexts, language);
  const weights = translator(importanceTexts, language);
  const modal = t(`modal_${importance}`);
  const proof =
    rung === ''
      ? []
      : [
          t('proof', {
            modal,
            rung: translator(rungTexts, language)(rung),
            explanation: translator(rungExplanations, language)(rung),
          }),
        ];
  return {
    number,
    heading: `${name[language]}: ${levels(level)}, ${weights(importance)}`,
    sentences: [t(`sentence_${level}`, { modal, interface: name[language] }), ...proof],
  };
}

/** The annex as the blocks that letters are drawn from. */
export function annexBlocks(annex: Annex, madeAt: Date): LetterDocument {
  const blocks: LetterBlock[] = [
    { kind: 'facts', rows: annex.facts },
    { kind: 'heading', level: 2, text: annex.how.heading },
    { kind: 'paragraph', text: annex.how.text },
  ];
  for (const { heading, text, requirements } of annex.parts) {
    blocks.push({ kind: 'heading', level: 2, text: heading }, { kind: 'paragraph', text });
    for (const requirement of requirements) {
      blocks.push({
        kind: 'heading',
        level: 3,
        text: `${annex.columns.requirement} ${requirement.number}: ${requirement.heading}`,
      });
      for (const sentence of requirement.sentences) blocks.push({ kind: 'paragraph', text: sentence });
      blocks.push({
        kind: 'facts',
        rows: [{ name: annex.columns.answer, value: '__________________________________' }],
      });
    }
  }
  return { language: annex.language, title: annex.title, datedAt: madeAt.toISOString(), code: null, blocks };
}
