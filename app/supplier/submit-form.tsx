import { Button, Checkbox } from '~/app/components';
import { submissionTexts } from '~/app/i18n/supplier-submission';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';

interface SubmitFormProps {
  declarationId: string;
  about: { id: string; version: number };
  /** After changes were asked for. */
  isAgain: boolean;
  error?: string;
}

/** The signatory's statement, and the button that names the act. */
export function SubmitForm({ declarationId, about, isAgain, error }: SubmitFormProps) {
  const t = useTexts(submissionTexts);
  const paths = usePaths();
  return (
    <form method="post" action={paths.supplier.events(declarationId)} noValidate>
      <input type="hidden" name="case" value={about.id} />
      <input type="hidden" name="version" value={about.version} />
      <Checkbox name="confirm" label={t('confirmLabel')} {...(error ? { error } : {})} />
      <Button name="event" value={isAgain ? 'resubmit' : 'submit'}>
        {t(isAgain ? 'resubmitButton' : 'submitButton')}
      </Button>
    </form>
  );
}
