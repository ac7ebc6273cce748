import { useFormat } from '~/app/i18n/format';
import { routingTexts } from '~/app/i18n/routing';
import { useTexts } from '~/app/i18n/use-texts';
import type { RoutingReason } from '~/workflows/review/routing';

interface RoutingReasonProps {
  ruleName: string;
  reason: RoutingReason;
  /** The portal did it by itself. */
  isAutomatic?: boolean;
  /** Whom it named. */
  person?: string | null;
  /** Titles of sections, by id. */
  sectionTitles: Readonly<Record<string, string>>;
}

/** The rule that chose a municipality, and why. */
export function RoutingReasonText(props: RoutingReasonProps) {
  const { ruleName, reason, sectionTitles, isAutomatic = false, person = null } = props;
  const t = useTexts(routingTexts);
  const format = useFormat();
  const { sectionIds, runsProduct, openCases, candidates } = reason;
  const parts = [
    sectionIds.length > 0 &&
      t('whySections', { sections: format.list(sectionIds.map((id) => sectionTitles[id] ?? id)) }),
    runsProduct && t('whyRuns'),
    t('whyLoad', { count: openCases, candidates }),
    reason.person !== undefined &&
      person !== null &&
      t(reason.person.isByCompetence ? 'whyPersonKnows' : 'whyPerson', {
        name: person,
        count: reason.person.openCases,
        candidates: reason.person.candidates,
      }),
  ].filter((part) => part !== false);
  return (
    <>
      {t(isAutomatic ? 'byRuleAutomatic' : 'byRule', { name: ruleName })}: {format.list(parts)}.
    </>
  );
}
