import { Alert } from '~/app/components';
import { familyTexts } from '~/app/i18n/families';
import { proposalTexts } from '~/app/i18n/proposals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { DeclarationView } from './declaration-view.server';

interface WaitingProposalsProps {
  view: Pick<DeclarationView, 'declarationId' | 'proposals' | 'familyProposals' | 'family' | 'isEditable'>;
}

/** How many proposals wait, and the ways to them and to new ones. */
export function WaitingProposals({ view }: WaitingProposalsProps) {
  const t = useTexts(proposalTexts);
  const { supplier } = usePaths();
  const ofFamily = useTexts(familyTexts);
  const { declarationId, proposals, familyProposals, isEditable } = view;
  if (proposals > 0) {
    return (
      <Alert kind="info" heading={t('waiting', { count: proposals })}>
        {familyProposals > 0 && <p>{ofFamily('waitingOnTask', { count: familyProposals })}</p>}
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

/** Whether the product follows another, or others follow it. */
export function FamilyNote({ view }: WaitingProposalsProps) {
  const t = useTexts(familyTexts);
  const { supplier } = usePaths();
  const { family, declarationId } = view;
  if (!family) return null;
  const words = { family: family.name, source: family.source.productName };
  return (
    <p className="sd-small">
      {family.isSource ? (
        <a href={supplier.family(family.id)}>{t('taskSource', words)}</a>
      ) : (
        <a href={supplier.familyMember(family.id, declarationId)}>{t('taskMember', words)}</a>
      )}
    </p>
  );
}
