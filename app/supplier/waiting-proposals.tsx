import { Alert } from '~/app/components';
import { proposalTexts } from '~/app/i18n/proposals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';

interface WaitingProposalsProps {
  view: { declarationId: string; proposals: number; isEditable: boolean };
}

/** How many proposals wait, and the ways to them and to new ones. */
export function WaitingProposals({ view }: WaitingProposalsProps) {
  const t = useTexts(proposalTexts);
  const { supplier } = usePaths();
  const { declarationId, proposals, isEditable } = view;
  if (proposals > 0) {
    return (
      <Alert kind="info" heading={t('waiting', { count: proposals })}>
        <a href={supplier.proposals(declarationId)}>{t('waitingLink')}</a>
      </Alert>
    );
  }
  return isEditable ? (
    <p className="sd-small">
      <a href={supplier.copyAnswers(declarationId)}>{t('copyLink')}</a>
    </p>
  ) : null;
}
