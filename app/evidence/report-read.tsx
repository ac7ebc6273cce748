import { Alert } from '~/app/components';
import { evidenceReportTexts } from '~/app/i18n/evidence-report';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { evidenceTexts } from '~/app/i18n/supplier-evidence';
import { useTexts } from '~/app/i18n/use-texts';
import type { ReportView } from './report-proposals.server';

/** What the portal has read in a test report, and what that means for the answers. */
export function ReportRead({ report }: { report: ReportView }) {
  const t = useTexts(evidenceReportTexts);
  const text = useText();
  return (
    <Alert kind="info" heading={t('heading', { title: report.title })} role="status">
      <p>{t('lead')}</p>
      <Facts report={report} />
      {report.interfaces.length === 0 ? (
        <p>{t('noInterface')}</p>
      ) : (
        <ul>
          {report.interfaces.map(({ interfaceId, name, passed, failed, skipped, isPassed, isAsked }) => {
            const total = passed + failed + skipped;
            const words = { interface: `${text(name)} (${interfaceId})`, passed: String(passed), count: total };
            return (
              <li key={interfaceId}>
                {t('result', words)} {!isPassed && t('notAll')} {!isAsked && t('notAsked')}
              </li>
            );
          })}
        </ul>
      )}
    </Alert>
  );
}

/** Date, version and environment: what the report tells, and where the evidence says otherwise. */
function Facts({ report: { stated, told } }: { report: ReportView }) {
  const t = useTexts(evidenceReportTexts);
  const evidence = useTexts(evidenceTexts);
  const format = useFormat();
  const facts = [
    {
      id: 'observedOn',
      label: t('observedOn'),
      told: told.observedOn && format.date(told.observedOn),
      stated: format.date(stated.observedOn),
    },
    { id: 'productVersion', label: evidence('versionLabel'), told: told.productVersion, stated: stated.productVersion },
    {
      id: 'environment',
      label: evidence('environmentLabel'),
      told: told.environment && evidence(told.environment),
      stated: stated.environment && evidence(stated.environment),
    },
  ].filter((fact) => fact.told !== null);
  if (facts.length === 0) return null;
  return (
    <ul>
      {facts.map((fact) => (
        <li key={fact.id}>
          {fact.label}: {fact.told}
          {fact.told !== fact.stated && ` – ${t('disagrees', { stated: fact.stated ?? '–' })}`}
        </li>
      ))}
    </ul>
  );
}
