import type { ReactNode } from 'react';
import { Alert, EmptyState, ErrorSummary, PageHeading } from '~/app/components';
import { disputeWorkTexts } from '~/app/i18n/disputes';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { DisputeCard } from './dispute-card';
import { refusedField, stepFieldId } from './dispute-steps';
import type { DisputesView, DoneStep, RefusedStep } from './dispute-view.server';

interface DisputesPageProps {
  view: DisputesView & { done: DoneStep | null };
  refused: RefusedStep | undefined;
  /** Stands above the list. */
  children?: ReactNode;
}

export function DisputesPage({ view, refused, children }: DisputesPageProps) {
  const t = useTexts(disputeWorkTexts);
  const sentence = useRefusal();
  const words = sides[view.side];
  return (
    <>
      {refused && <ErrorSummary errors={[{ field: fieldOf(refused, view), message: sentence(refused.refusal) }]} />}
      {view.done && !refused && <Alert kind="success" heading={t(`done_${view.done}`)} role="status" />}
      <PageHeading lead={t(words.lead)}>{t(words.title)}</PageHeading>
      {children}
      {view.disputes.length === 0 && !children && (
        <EmptyState heading={t(words.empty)}>
          <p>{t(words.emptyText)}</p>
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

const sides = {
  supplier: {
    title: 'supplierTitle',
    lead: 'supplierLead',
    empty: 'supplierEmpty',
    emptyText: 'supplierEmptyText',
  },
  portal: { title: 'adminTitle', lead: 'adminLead', empty: 'adminEmpty', emptyText: 'adminEmptyText' },
  municipality: {
    title: 'municipalityTitle',
    lead: 'municipalityLead',
    empty: 'municipalityEmpty',
    emptyText: 'municipalityEmptyText',
  },
} as const satisfies Record<DisputesView['side'], object>;

/** The field to go to; null where the form is not there any more. */
function fieldOf(refused: RefusedStep, view: DisputesView): string | null {
  const { dispute = '', step = '' } = refused.typed;
  if (step === 'contradict') return 'text';
  const isThere = view.disputes.some(({ id, steps }) => id === dispute && steps.some((each) => each === step));
  return isThere ? stepFieldId(dispute, refusedField(refused) === 'statedBy' ? 'stated-by' : step) : null;
}
