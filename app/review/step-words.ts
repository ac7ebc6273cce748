import { happenedTexts, reviewTexts } from '~/app/i18n/review';
import { useTexts } from '~/app/i18n/use-texts';
import type { CaseStep } from '~/db/cases/read';

interface StepContext {
  supplierName: string;
  /** In the reader's language, by id. */
  sectionTitles: Readonly<Record<string, string>>;
}

/** A step of a case in words: what happened, and who did it. A supplier's people stay unnamed. */
export function useStepWords({ supplierName, sectionTitles }: StepContext) {
  const happened = useTexts(happenedTexts);
  const t = useTexts(reviewTexts);
  return {
    title: ({ event, sectionId }: CaseStep): string => {
      const section = sectionId === null ? undefined : sectionTitles[sectionId];
      return section ? `${happened(event)}: ${section}` : happened(event);
    },
    by: ({ organisation, municipalityName, personName }: CaseStep): string => {
      if (municipalityName !== null) {
        return personName ? t('pathBy', { name: personName, organisation: municipalityName }) : municipalityName;
      }
      if (organisation !== 'portal') return supplierName;
      return personName ? t('pathBy', { name: personName, organisation: t('byPortal') }) : t('byPortal');
    },
  };
}
