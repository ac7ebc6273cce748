import {
  Alert,
  BackLink,
  Button,
  Details,
  ErrorSummary,
  errorOf,
  type FieldProblem,
  PageHeading,
  Select,
  TextArea,
  TextInput,
} from '~/app/components';
import { TrapField } from '~/app/components/trap-field';
import { disputeTexts } from '~/app/i18n/disputes';
import { useText } from '~/app/i18n/language';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { DisputableAnswer } from './dispute-form.server';

interface DisputeFormView {
  slug: string;
  name: string;
  answers: readonly DisputableAnswer[];
  /** The key that the link was about. */
  question: string;
  isSent: boolean;
}

export interface RefusedDispute {
  errors: FieldProblem[];
  typed: Record<string, string>;
}

export function DisputeFormPage({ view, refused }: { view: DisputeFormView; refused: RefusedDispute | undefined }) {
  const t = useTexts(disputeTexts);
  const to = usePaths();
  const back = <BackLink href={to.product(view.slug)}>{t('back', { product: view.name })}</BackLink>;
  if (view.isSent && !refused) {
    return (
      <>
        {back}
        <PageHeading caption={view.name}>{t('formTitle')}</PageHeading>
        <Alert kind="success" heading={t('sentHeading')} role="status">
          {t('sentText')}
        </Alert>
      </>
    );
  }
  return (
    <>
      {back}
      {refused && <ErrorSummary errors={refused.errors} />}
      <PageHeading caption={view.name} lead={t('formLead')}>
        {t('formTitle')}
      </PageHeading>
      <Details summary={t('formWayHeading')}>
        <ol>
          <li>{t('formWay1')}</li>
          <li>{t('formWay2')}</li>
          <li>{t('formWay3')}</li>
          <li>{t('formWay4')}</li>
        </ol>
      </Details>
      <Fields view={view} refused={refused} />
    </>
  );
}

function Fields({ view, refused }: { view: DisputeFormView; refused: RefusedDispute | undefined }) {
  const t = useTexts(disputeTexts);
  const text = useText();
  const to = usePaths();
  const typed = refused?.typed ?? {};
  const error = (field: string) => errorOf(refused?.errors, field);
  return (
    <form method="post" action={to.dispute(view.slug)} className="sd-event-form" noValidate>
      <Select
        name="question"
        label={t('fieldAnswer')}
        error={error('question')}
        defaultValue={typed.question ?? view.question}
        options={view.answers.map(({ key, about, question }) => ({
          value: key,
          label: about ? `${text(about)}: ${text(question)}` : text(question),
        }))}
      />
      <TextArea
        name="reason"
        label={t('fieldReason')}
        hint={t('fieldReasonHint')}
        error={error('reason')}
        rows={6}
        defaultValue={typed.reason}
      />
      <TextArea
        name="evidence"
        label={t('fieldEvidence')}
        hint={t('fieldEvidenceHint')}
        error={error('evidence')}
        optional
        rows={3}
        defaultValue={typed.evidence}
      />
      <TextInput
        name="name"
        label={t('fieldName')}
        error={error('name')}
        autoComplete="name"
        defaultValue={typed.name}
      />
      <TextInput
        name="organisation"
        label={t('fieldOrganisation')}
        hint={t('fieldOrganisationHint')}
        error={error('organisation')}
        autoComplete="organization"
        defaultValue={typed.organisation}
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
      <TrapField />
      <Button>{t('formButton')}</Button>
    </form>
  );
}
