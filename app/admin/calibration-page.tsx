import { Alert, Button, DataTable, EmptyState, ErrorSummary, NumberInput, PageHeading, Tag } from '~/app/components';
import { calibrationTexts } from '~/app/i18n/calibration';
import { calibrationTaskTexts } from '~/app/i18n/calibration-tasks';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { CalibratedQuestion, CalibrationSettings } from '~/db/calibration';
import type { CalibrationTask } from '~/db/calibration-tasks';
import type { Refusal } from '~/workflows/refusal';
import { CalibrationTaskTable } from './calibration-tasks';

interface CalibrationAdminView {
  settings: CalibrationSettings;
  questions: CalibratedQuestion[];
  tasks: CalibrationTask[];
  /** Pairs of verdicts that a question needs before its agreement says anything. */
  least: number;
  mayChange: boolean;
  isDone: boolean;
}

interface CalibrationAdminProps {
  view: CalibrationAdminView;
  refused: { refusal: Refusal; typed: Record<string, string> } | undefined;
}

/** Agreement of reviewers by question, lowest first, and how much is reviewed twice. */
export function CalibrationAdminPage({ view, refused }: CalibrationAdminProps) {
  const t = useTexts(calibrationTexts);
  const tasks = useTexts(calibrationTaskTexts);
  const sentence = useRefusal();
  return (
    <>
      {refused && <ErrorSummary errors={[{ field: 'share', message: sentence(refused.refusal) }]} />}
      {view.isDone && !refused && <Alert kind="success" heading={t('adminDone')} role="status" />}
      <PageHeading lead={t('adminLead')}>{t('adminTitle')}</PageHeading>
      <section aria-labelledby="agreement">
        <h2 id="agreement">{t('agreement')}</h2>
        {view.questions.length === 0 ? (
          <EmptyState heading={t('agreementNone')} level={3} />
        ) : (
          <Questions questions={view.questions} />
        )}
        <p>{t('tooFew', { least: String(view.least) })}</p>
      </section>
      <section aria-labelledby="tasks">
        <h2 id="tasks">{tasks('heading')}</h2>
        <CalibrationTaskTable tasks={view.tasks} />
      </section>
      <section aria-labelledby="settings">
        <h2 id="settings">{t('settings')}</h2>
        <Settings view={view} typed={refused?.typed ?? {}} />
      </section>
    </>
  );
}

function Questions({ questions }: { questions: readonly CalibratedQuestion[] }) {
  const t = useTexts(calibrationTexts);
  const text = useText();
  const format = useFormat();
  return (
    <DataTable
      caption={t('agreement')}
      hideCaption
      rows={questions}
      rowKey={({ questionId }) => questionId}
      columns={[
        {
          id: 'question',
          header: t('question'),
          cell: ({ questionId, text: asked, isLow }) => (
            <>
              {asked ? text(asked) : <code>{questionId}</code>} {isLow && <Tag tone="warning">{t('low')}</Tag>}
            </>
          ),
        },
        {
          id: 'agreed',
          header: t('agreed'),
          cell: ({ share, agreed, pairs }) =>
            t('agreedOf', {
              percent: `${format.number(Math.round(share * 100))} %`,
              agreed: String(agreed),
              pairs: String(pairs),
            }),
        },
        {
          id: 'kappa',
          header: t('kappa'),
          cell: ({ kappa }) => (kappa === null ? '–' : format.number(Math.round(kappa * 100) / 100)),
        },
      ]}
    />
  );
}

function Settings({
  view: { settings, mayChange },
  typed,
}: {
  view: CalibrationAdminView;
  typed: Record<string, string>;
}) {
  const t = useTexts(calibrationTexts);
  const to = usePaths();
  return (
    <form method="post" action={to.admin.calibration()} className="sd-event-form">
      <input type="hidden" name="version" value={settings.version} />
      <NumberInput name="share" label={t('share')} defaultValue={typed.share ?? String(settings.sharePercent)} />
      <NumberInput
        name="threshold"
        label={t('threshold')}
        defaultValue={typed.threshold ?? String(settings.thresholdPercent)}
      />
      {mayChange && <Button>{t('save')}</Button>}
    </form>
  );
}
