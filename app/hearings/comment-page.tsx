import {
  Alert,
  BackLink,
  Button,
  ErrorSummary,
  errorOf,
  type FieldProblem,
  PageHeading,
  Select,
  TextArea,
  TextInput,
} from '~/app/components';
import { TrapField } from '~/app/components/trap-field';
import { hearingTexts } from '~/app/i18n/hearings';
import { useText } from '~/app/i18n/language';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import { hearingLimits } from '~/workflows/hearing';
import type { Text } from '~/workflows/words';

export interface CommentView {
  slug: string;
  version: string;
  title: Text;
  questions: { id: string; text: Text }[];
  /** The question that the link was about. */
  question: string;
  /** Whoever has signed in. */
  known: { name: string; email: string } | null;
  sent: 'unconfirmed' | 'received' | null;
}

export interface RefusedComment {
  errors: FieldProblem[];
  typed: Record<string, string>;
}

/** A comment on a version that is heard. */
export function CommentPage({ view, refused }: { view: CommentView; refused: RefusedComment | undefined }) {
  const t = useTexts(hearingTexts);
  const text = useText();
  const to = usePaths();
  const { slug, version, sent } = view;
  return (
    <>
      <BackLink href={to.questionnaire(slug, { version })}>{t('back')}</BackLink>
      {refused && <ErrorSummary errors={refused.errors} />}
      <PageHeading lead={sent && !refused ? undefined : t('formLead', { title: text(view.title) })}>
        {t('formTitle')}
      </PageHeading>
      {sent && !refused ? (
        <Alert kind="success" heading={t(sent === 'received' ? 'receivedHeading' : 'sentHeading')} role="status">
          {t(sent === 'received' ? 'receivedText' : 'sentText')}
        </Alert>
      ) : (
        <CommentForm view={view} refused={refused} />
      )}
    </>
  );
}

function CommentForm({ view, refused }: { view: CommentView; refused: RefusedComment | undefined }) {
  const t = useTexts(hearingTexts);
  const text = useText();
  const to = usePaths();
  const typed = refused?.typed ?? {};
  const error = (field: string) => errorOf(refused?.errors ?? [], field);
  return (
    <form method="post" action={to.hearing(view.slug)} className="sd-event-form" noValidate>
      <Select
        name="question"
        label={t('about')}
        empty={t('whole')}
        defaultValue={typed.question ?? view.question}
        options={view.questions.map((question) => ({ value: question.id, label: text(question.text) }))}
      />
      <TextArea
        name="body"
        label={t('body')}
        rows={8}
        limit={hearingLimits.body}
        defaultValue={typed.body}
        error={error('body')}
      />
      {!view.known && (
        <>
          <TextInput
            name="name"
            label={t('name')}
            autoComplete="name"
            defaultValue={typed.name}
            error={error('name')}
          />
          <TextInput
            name="email"
            type="email"
            label={t('email')}
            hint={t('emailHint')}
            autoComplete="email"
            defaultValue={typed.email}
            error={error('email')}
          />
        </>
      )}
      <TextInput
        name="organisation"
        label={t('organisation')}
        autoComplete="organization"
        defaultValue={typed.organisation}
        error={error('organisation')}
      />
      <TrapField />
      <Button>{t('send')}</Button>
    </form>
  );
}
