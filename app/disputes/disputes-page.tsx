import { Alert, EmptyState, ErrorSummary, PageHeading } from '~/app/components';
import { disputeWorkTexts } from '~/app/i18n/disputes';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { DisputeCard } from './dispute-card';
import { stepFieldId } from './dispute-steps';
import type { DisputesView, RefusedStep } from './dispute-view.server';

interface DisputesPageProps {
  view: DisputesView & { isDone: boolean };
  refused: RefusedStep | undefined;
}

export function DisputesPage({ view, refused }: DisputesPageProps) {
  const t = useTexts(disputeWorkTexts);
  const sentence = useRefusal();
  const isSupplier = view.side === 'supplier';
  return (
    <>
      {refused && <ErrorSummary errors={[{ field: fieldOf(refused, view), message: sentence(refused.refusal) }]} />}
      {view.isDone && !refused && <Alert kind="success" heading={t('done')} role="status" />}
      <PageHeading lead={isSupplier ? t('supplierLead') : t('adminLead')}>
        {isSupplier ? t('supplierTitle') : t('adminTitle')}
      </PageHeading>
      {view.disputes.length === 0 && (
        <EmptyState heading={isSupplier ? t('supplierEmpty') : t('adminEmpty')}>
          <p>{isSupplier ? t('supplierEmptyText') : t('adminEmptyText')}</p>
        </EmptyState>
      )}
      {view.disputes.map((dispute) => (
        <DisputeCard
          key={dispute.id}
          dispute={dispute}
          names={view.names}
          side={view.side}
          refused={refused?.typed.dispute === dispute.id ? refused : undefined}
        />
      ))}
    </>
  );
}

/** The field to go to; null where the form is not there any more. */
function fieldOf({ typed }: RefusedStep, view: DisputesView): string | null {
  const { dispute = '', step = '' } = typed;
  const isThere = view.disputes.some(({ id, steps }) => id === dispute && steps.some((each) => each === step));
  return isThere ? stepFieldId(dispute, step) : null;
}
