import { ButtonLink, Details, ProgressBar } from '~/app/components';
import { nextActionTexts } from '~/app/i18n/supplier';
import { declarationTexts } from '~/app/i18n/supplier-declaration';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { DeclarationView } from './declaration-view.server';
import { MissingList } from './missing-list';

/** How far the declaration is, how long the rest takes, and what to do next. */
export function Progress({ view }: { view: DeclarationView }) {
  const t = useTexts(declarationTexts);
  const action = useTexts(nextActionTexts);
  const paths = usePaths();
  const { progress } = view;
  const next =
    view.nextAction === 'choose-scope'
      ? paths.supplier.scope(view.declarationId)
      : view.isComplete
        ? paths.supplier.check(view.declarationId)
        : firstOpenSection(view, paths.supplier.section);
  return (
    <section className="sd-progress-box">
      <ProgressBar label={t('progressRequired')} done={progress.requiredAnswered} total={progress.required} />
      {progress.evidenceRequired > 0 && (
        <ProgressBar label={t('progressEvidence')} done={progress.evidenceAttached} total={progress.evidenceRequired} />
      )}
      <p>
        {t('progressOptional', { done: progress.optionalAnswered, total: progress.optional })}.{' '}
        <TimeLeft minutes={progress.minutesLeft} />
      </p>
      {next && (
        <ButtonLink href={next}>
          {action(
            view.nextAction === 'answer-changes' ? 'answer-changes' : view.isComplete ? 'submit' : view.nextAction,
          )}
        </ButtonLink>
      )}
      {view.missing.length > 0 && view.isScopeConfirmed && (
        <Details summary={t('missingSummary', { count: view.missing.length })}>
          <MissingList view={view} />
        </Details>
      )}
    </section>
  );
}

function firstOpenSection(view: DeclarationView, to: (id: string, section: string) => string): string | undefined {
  const section =
    view.sections.find(({ toChange }) => toChange > 0) ?? view.sections.find(({ missing }) => missing > 0);
  return section && to(view.declarationId, section.sectionId);
}

function TimeLeft({ minutes }: { minutes: number }) {
  const t = useTexts(declarationTexts);
  if (minutes === 0) return t('nothingLeft');
  if (minutes >= 90) return t('hoursLeft', { count: Math.round(minutes / 60) });
  return t('minutesLeft', { minutes: Math.max(5, Math.round(minutes / 5) * 5) });
}
