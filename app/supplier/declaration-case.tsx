import { CaseStateTag, Definition, Time, Timeline } from '~/app/components';
import { happenedTexts } from '~/app/i18n/review';
import { declarationTexts } from '~/app/i18n/supplier-declaration';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { CaseView, DeclarationView } from './declaration-view.server';

/** The case in short. */
export function CaseFacts({ view, about }: { view: DeclarationView; about: CaseView }) {
  const t = useTexts(declarationTexts);
  const paths = usePaths();
  return (
    <section className="sd-fact-box">
      <h2 className="h4">{t('caseHeading')}</h2>
      <Definition
        compact
        items={[
          { id: 'number', term: t('factCase'), description: about.number },
          { id: 'state', term: t('factState'), description: <CaseStateTag state={about.state} /> },
          { id: 'since', term: t('factSince'), description: <Time value={about.stateSince} only="date" /> },
          ...(about.municipalityName
            ? [{ id: 'municipality', term: t('factMunicipality'), description: about.municipalityName }]
            : []),
          ...about.submissions.map(({ number, submittedAt }) => ({
            id: `submission-${number}`,
            term: t('factSubmitted'),
            description: (
              <>
                <Time value={submittedAt} only="date" />
                <br />
                <a href={paths.supplier.receipt(view.declarationId, number)}>
                  {t('receiptNumber', { number: String(number) })}
                </a>
              </>
            ),
          })),
          {
            id: 'questionnaire',
            term: t('factQuestionnaire'),
            description: (
              <a href={paths.questionnaire(view.questionnaire.slug)}>{`Version ${view.questionnaire.version}`}</a>
            ),
          },
        ]}
      />
    </section>
  );
}

/** What has happened in it so far. */
export function Path({ about }: { about: CaseView }) {
  const t = useTexts(declarationTexts);
  const happened = useTexts(happenedTexts);
  return (
    <section>
      <h2>{t('pathHeading')}</h2>
      <Timeline
        entries={about.steps.map(({ event, at, from }, index) => ({
          id: `${at}-${event}`,
          title: happened(event),
          at,
          by: from.side === 'municipality' ? from.name : from.side === 'supplier' ? t('bySupplier') : t('byPortal'),
          ...(index === about.steps.length - 1 ? { state: 'current' as const } : {}),
        }))}
      />
    </section>
  );
}
