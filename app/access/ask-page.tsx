import {
  Alert,
  Button,
  ErrorSummary,
  errorOf,
  type FieldProblem,
  PageHeading,
  TextArea,
  TextInput,
} from '~/app/components';
import { TrapField } from '~/app/components/trap-field';
import { accessTexts } from '~/app/i18n/access';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';

interface AskPageProps {
  isSent: boolean;
  refused: { errors: FieldProblem[]; typed: Record<string, string> } | undefined;
}

export function AskPage({ isSent, refused }: AskPageProps) {
  const t = useTexts(accessTexts);
  const to = usePaths();
  if (isSent && !refused) {
    return (
      <>
        <PageHeading>{t('title')}</PageHeading>
        <Alert kind="success" heading={t('sentHeading')} role="status">
          {t('sentText')}
        </Alert>
      </>
    );
  }
  const typed = refused?.typed ?? {};
  const error = (field: string) => errorOf(refused?.errors, field);
  return (
    <>
      {refused && <ErrorSummary errors={refused.errors} />}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <p>{t('text')}</p>
      <form method="post" action={to.requestAccess()} className="sd-event-form" noValidate>
        <TextInput
          name="cvr"
          label={t('fieldCvr')}
          hint={t('fieldCvrHint')}
          error={error('cvr')}
          width="s"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={typed.cvr}
        />
        <TextInput
          name="name"
          label={t('fieldName')}
          error={error('name')}
          autoComplete="name"
          defaultValue={typed.name}
        />
        <TextInput
          name="email"
          type="email"
          label={t('fieldEmail')}
          hint={t('fieldEmailHint')}
          error={error('email')}
          autoComplete="email"
          defaultValue={typed.email}
        />
        <TextArea
          name="reason"
          label={t('fieldReason')}
          hint={t('fieldReasonHint')}
          error={error('reason')}
          defaultValue={typed.reason}
        />
        <TrapField />
        <Button>{t('send')}</Button>
      </form>
    </>
  );
}
