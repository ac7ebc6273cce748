import {
  Alert,
  Button,
  DataTable,
  Definition,
  EmptyState,
  ErrorSummary,
  PageHeading,
  RadioGroup,
  Tag,
  TextArea,
  Time,
  VerdictTag,
} from '~/app/components';
import { calibrationTaskTexts } from '~/app/i18n/calibration-tasks';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { CalibrationTask, Disagreement } from '~/db/calibration-tasks';
import { calibrationNoteLimit, calibrationOutcomes } from '~/workflows/calibration-task';
import type { Refusal } from '~/workflows/refusal';
import { TaskAgreement } from './calibration-tasks';

type SeenTask = CalibrationTask & { disagreements: Disagreement[] };

interface CalibrationTaskProps {
  task: SeenTask;
  mayClose: boolean;
  isDone: boolean;
  refused: { refusal: Refusal; typed: Record<string, string> } | undefined;
}

const fieldOf = ({ code }: Refusal): string => (code.startsWith('note-') ? 'note' : 'outcome');

/** A question on which reviewers do not agree: what they said, and what its editors make of it. */
export function CalibrationTaskPage({ task, mayClose, isDone, refused }: CalibrationTaskProps) {
  const t = useTexts(calibrationTaskTexts);
  const text = useText();
  const sentence = useRefusal();
  const to = usePaths();
  const { questionnaire, questionId, closed, state } = task;
  const error = refused && { field: fieldOf(refused.refusal), message: sentence(refused.refusal) };
  return (
    <>
      {error && <ErrorSummary errors={[error]} />}
      {isDone && !refused && <Alert kind="success" heading={t('done')} role="status" />}
      <PageHeading caption={t('caption', { version: questionnaire.version })}>
        {task.text ? text(task.text) : questionId}
      </PageHeading>
      <Definition
        compact
        items={[
          {
            id: 'state',
            term: t('state'),
            description: (
              <Tag tone={state === 'open' ? 'warning' : 'neutral'}>
                {t(state === 'closed' ? 'stateClosed' : closed ? 'stateReopened' : 'stateOpen')}
              </Tag>
            ),
          },
          { id: 'agreement', term: t('agreement'), description: <TaskAgreement task={task} /> },
          { id: 'since', term: t('since'), description: <Time value={task.openedAt} only="short-date" /> },
        ]}
      />
      <p>
        <a href={`${to.questionnaire(questionnaire.slug, { version: questionnaire.version })}#${questionId}`}>
          {t('readQuestion')}
        </a>
      </p>
      <section aria-labelledby="disagreements">
        <h2 id="disagreements">{t('disagreements')}</h2>
        <Disagreements task={task} />
      </section>
      {closed && (
        <section aria-labelledby="closed">
          <h2 id="closed">{t(state === 'open' ? 'closedEarlier' : 'closedHeading')}</h2>
          <Closing closed={closed} />
        </section>
      )}
      {mayClose && state === 'open' && (
        <section aria-labelledby="close">
          <h2 id="close">{t('closeHeading')}</h2>
          <CloseForm task={task} typed={refused?.typed ?? {}} error={error} />
        </section>
      )}
      {state === 'closed' && refused?.typed.note && (
        <>
          <h2>{t('whatYouWrote')}</h2>
          <p className="sd-lines">{refused.typed.note}</p>
        </>
      )}
    </>
  );
}

function Closing({ closed }: { closed: NonNullable<SeenTask['closed']> }) {
  const t = useTexts(calibrationTaskTexts);
  const format = useFormat();
  const { at, by, outcome, note } = closed;
  return (
    <>
      <p>
        <strong>{t(outcome)}</strong> · {by} · {format.date(at)}
      </p>
      <p className="sd-lines">{note}</p>
    </>
  );
}

function Disagreements({ task }: { task: SeenTask }) {
  const t = useTexts(calibrationTaskTexts);
  const to = usePaths();
  return (
    <DataTable
      caption={t('disagreements')}
      hideCaption
      rows={task.disagreements}
      rowKey={({ caseId, questionKey, doneAt }) => `${caseId} ${questionKey} ${String(doneAt)}`}
      empty={<EmptyState heading={t('none')} level={3} />}
      columns={[
        {
          id: 'case',
          header: t('case'),
          rowHeader: true,
          cell: ({ caseId, caseNumber, product }) => (
            <a href={to.review.case(caseId)}>{t('caseOf', { number: caseNumber, product })}</a>
          ),
        },
        { id: 'interface', header: t('interface'), cell: ({ questionKey }) => questionKey.split('@')[1] ?? '–' },
        { id: 'first', header: t('first'), cell: ({ first }) => <VerdictTag verdict={first} /> },
        {
          id: 'second',
          header: t('second'),
          cell: ({ second, secondMunicipality }) => (
            <>
              <VerdictTag verdict={second} /> {secondMunicipality}
            </>
          ),
        },
        {
          id: 'done',
          header: t('doneAt'),
          noWrap: true,
          cell: ({ doneAt }) => <Time value={doneAt} only="short-date" />,
        },
      ]}
    />
  );
}

interface CloseFormProps {
  task: SeenTask;
  typed: Record<string, string>;
  error: { field: string; message: string } | undefined;
}

function CloseForm({ task, typed, error }: CloseFormProps) {
  const t = useTexts(calibrationTaskTexts);
  const to = usePaths();
  const at = (field: string) => (error?.field === field ? error.message : undefined);
  return (
    <form method="post" action={to.admin.calibrationTask(task.id)} className="sd-event-form">
      <input type="hidden" name="version" value={task.version} />
      <RadioGroup
        name="outcome"
        label={t('outcome')}
        choices={calibrationOutcomes.map((each) => ({ value: each, label: t(each) }))}
        defaultValue={typed.outcome ?? null}
        error={at('outcome')}
      />
      <TextArea
        name="note"
        label={t('note')}
        hint={t('noteHint')}
        limit={calibrationNoteLimit}
        defaultValue={typed.note}
        error={at('note')}
      />
      <Button>{t('close')}</Button>
    </form>
  );
}
