import { Alert, Button } from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { letterPageTexts } from '~/app/i18n/letter';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { DecisionView } from './decision-view.server';

/** A confirmation that waits, with the way to take it back; or why it could not be sent. */
export function ConfirmationState({ view: { confirmation, reviewed, reader } }: { view: DecisionView }) {
  const t = useTexts(letterPageTexts);
  const format = useFormat();
  const sentence = useRefusal();
  const to = usePaths();
  if (!confirmation || reviewed.decision) return null;
  if (confirmation.endedBecause === 'refused') {
    return (
      <Alert kind="error" heading={t('refusedHeading')}>
        {sentence({ code: confirmation.refusal ?? 'unknown' })}
      </Alert>
    );
  }
  if (confirmation.endedBecause !== null) return null;
  const mayUndo = confirmation.personId === reader.personId || reader.isCoordinator;
  return (
    <Alert kind="warning" heading={t('waitHeading')}>
      <p>{t('waitText', { name: confirmation.personName, time: format.dateTime(confirmation.leavesAt) })}</p>
      {mayUndo && (
        <form method="post" action={to.review.confirmation(reviewed.id)}>
          <Button name="act" value="undo" kind="secondary">
            {t('undo')}
          </Button>
        </form>
      )}
    </Alert>
  );
}

export function LetterLink({ view: { reviewed } }: { view: DecisionView }) {
  const t = useTexts(letterPageTexts);
  const to = usePaths();
  return (
    <p>
      <a href={to.review.letter(reviewed.id)}>{reviewed.decision ? t('sentLink') : t('previewLink')}</a>
    </p>
  );
}
