import { answersTexts, kravmotorChoiceTexts, kravmotorImportanceTexts } from '~/app/i18n/profile-import';
import { translator } from '~/app/i18n/texts';
import { rungTexts, supportLevelTexts } from '~/app/i18n/words';
import type { NamedRequirement } from '~/app/published/profile-page.server';
import type { Offer } from '~/db/published/offers';
import type { Fit, ProductMatch } from '~/workflows/profile';
import type { Language } from '~/workflows/words';

/** OS2kravmotor's words for an answer; null: not answered. */
export type KravmotorChoice = 'YES' | 'YES_PARTIALLY' | 'NO' | 'NOT_RELEVANT';

const choices: Readonly<Record<Fit, KravmotorChoice | null>> = {
  met: 'YES',
  unproven: 'YES_PARTIALLY',
  later: 'NO',
  otherwise: 'YES_PARTIALLY',
  missing: 'NO',
  undeclared: null,
};

/** One product's answer to one requirement. */
export interface RequirementAnswer {
  requirementId: string;
  requirement: string;
  importance: 'ABSOLUTE' | 'NORMAL';
  itSystem: string;
  vendor: string;
  choice: KravmotorChoice | null;
  detail: string;
}

interface Answering {
  requirements: readonly NamedRequirement[];
  matches: readonly ProductMatch<Offer>[];
  language: Language;
  /** The whole address of a product's page. */
  pageOf: (slug: string) => string;
}

/** Every product's answer to every requirement: what is published, in the words in which OS2kravmotor keeps answers. */
export function answersOf({ requirements, matches, language, pageOf }: Answering): RequirementAnswer[] {
  const levels = translator(supportLevelTexts, language);
  const rungs = translator(rungTexts, language);
  const t = translator(answersTexts, language);
  return matches.flatMap(({ product, fits }) =>
    requirements.map(({ interfaceId, number, name, importance }, index) => {
      const offered = product.support.get(interfaceId);
      const fit = fits[index] ?? 'undeclared';
      const said = offered ? `${levels(offered.level)} · ${rungs(offered.rung)}` : t('undeclared');
      const planned = offered?.plannedOn ? t('planned', { day: offered.plannedOn }) : '';
      return {
        requirementId: number,
        requirement: name[language],
        importance: importance === 'must' ? 'ABSOLUTE' : 'NORMAL',
        itSystem: product.name,
        vendor: product.supplierName,
        choice: offered?.level === 'not_relevant' ? 'NOT_RELEVANT' : choices[fit],
        detail: [said, planned, pageOf(product.slug)].filter(Boolean).join('. '),
      };
    }),
  );
}

/** The rows of a sheet under the headings that OS2kravmotor's own sheet of answers has. */
export function answerRows(answers: readonly RequirementAnswer[], language: Language): string[][] {
  const choice = translator(kravmotorChoiceTexts, language);
  const weight = translator(kravmotorImportanceTexts, language);
  const headings = [
    'Krav id',
    'Krav',
    'Prioritet',
    'IT System',
    'Leverandør',
    'Leverandørens svar',
    'Leverandørens uddybelse',
  ];
  return [
    headings,
    ...answers.map(({ requirementId, requirement, importance, itSystem, vendor, choice: chosen, detail }) => [
      requirementId,
      requirement,
      weight(importance),
      itSystem,
      vendor,
      chosen === null ? '' : choice(chosen),
      detail,
    ]),
  ];
}
