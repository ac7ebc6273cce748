import {
  Alert,
  Button,
  ButtonGroup,
  Details,
  ErrorSummary,
  errorOf,
  type FieldProblem,
  PageHeading,
  Select,
  TextArea,
  TextInput,
} from '~/app/components';
import { reasonsTexts } from '~/app/i18n/reasons';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { verdictTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import type { CannedReason, ReasonGap } from '~/db/canned-reasons';
import type { Refusal } from '~/workflows/refusal';
import { verdictKinds } from '~/workflows/words';

interface ReasonsView {
  present: CannedReason[];
  ended: CannedReason[];
  mayChange: boolean;
  /** The act that was just done. */
  done: string | null;
}

export interface RefusedReason {
  refusal: Refusal | null;
  gaps: ReasonGap[];
  typed: Record<string, string>;
}

export function ReasonsPage({ view, refused }: { view: ReasonsView; refused: RefusedReason | undefined }) {
  const t = useTexts(reasonsTexts);
  const kinds = useTexts(verdictTexts);
  const sentence = useRefusal();
  const errors: FieldProblem[] = (refused?.gaps ?? []).map(({ field, refusal }) => ({
    field: fieldId(field, refused?.typed.id),
    message: sentence(refusal),
  }));
  if (refused?.refusal) errors.push({ field: fieldId('title', refused.typed.id), message: sentence(refused.refusal) });
  return (
    <>
      <ErrorSummary errors={errors} />
      {view.done !== null && !refused && (
        <Alert kind="success" heading={t(doneTexts[view.done] ?? 'doneAdd')} role="status" />
      )}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <section aria-labelledby="present">
        <h2 id="present">{t('presentHeading')}</h2>
        {view.present.length === 0 && <p>{t('empty')}</p>}
        {view.present.map((reason) => (
          <Details
            key={reason.id}
            summary={`${kinds(reason.kind)}: ${reason.title}`}
            open={refused?.typed.id === reason.id}
          >
            {view.mayChange ? (
              <ReasonForm
                reason={reason}
                typed={refused?.typed.id === reason.id ? refused.typed : undefined}
                errors={errors}
              />
            ) : (
              <p>{reason.text}</p>
            )}
          </Details>
        ))}
      </section>
      {view.mayChange && (
        <section aria-labelledby="add">
          <h2 id="add">{t('addHeading')}</h2>
          <ReasonForm reason={null} typed={refused && !refused.typed.id ? refused.typed : undefined} errors={errors} />
        </section>
      )}
      {view.ended.length > 0 && (
        <Details summary={t('endedHeading', { count: view.ended.length })}>
          <ul>
            {view.ended.map(({ id, kind, title }) => (
              <li key={id}>
                {kinds(kind)}: {title}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

const fieldId = (field: string, id: string | undefined): string => `${field}-${id || 'new'}`;

const doneTexts: Readonly<Record<string, 'doneAdd' | 'doneChange' | 'doneEnd'>> = {
  add: 'doneAdd',
  change: 'doneChange',
  end: 'doneEnd',
};

/** A reason's texts; without a reason: a new one. */
function ReasonForm({
  reason,
  typed,
  errors,
}: {
  reason: CannedReason | null;
  typed: Readonly<Record<string, string>> | undefined;
  errors: readonly FieldProblem[];
}) {
  const t = useTexts(reasonsTexts);
  const kinds = useTexts(verdictTexts);
  const to = usePaths();
  const id = (field: string): string => fieldId(field, reason?.id);
  return (
    <form method="post" action={to.admin.reasons()} className="sd-event-form">
      {reason && <input type="hidden" name="id" value={reason.id} />}
      {reason && <input type="hidden" name="version" value={reason.version} />}
      <Select
        name="kind"
        id={id('kind')}
        label={t('fieldKind')}
        empty={null}
        options={verdictKinds.flatMap((kind) => (kind === 'accepted' ? [] : { value: kind, label: kinds(kind) }))}
        defaultValue={typed?.kind ?? reason?.kind ?? 'needs-elaboration'}
      />
      <TextInput
        name="title"
        id={id('title')}
        label={t('fieldTitle')}
        hint={t('fieldTitleHint')}
        defaultValue={typed?.title ?? reason?.title}
        error={errorOf(errors, id('title'))}
      />
      <TextArea
        name="text"
        id={id('text')}
        label={t('fieldText')}
        hint={t('fieldTextHint')}
        rows={4}
        defaultValue={typed?.text ?? reason?.text}
        error={errorOf(errors, id('text'))}
      />
      <ButtonGroup>
        <Button name="act" value={reason ? 'change' : 'add'}>
          {reason ? t('save') : t('add')}
        </Button>
        {reason && (
          <Button name="act" value="end" kind="secondary">
            {t('end')}
          </Button>
        )}
      </ButtonGroup>
    </form>
  );
}
