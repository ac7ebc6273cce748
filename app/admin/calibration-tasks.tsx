import { DataTable, EmptyState, Tag, Time } from '~/app/components';
import { calibrationTexts } from '~/app/i18n/calibration';
import { calibrationTaskTexts } from '~/app/i18n/calibration-tasks';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { CalibrationTask } from '~/db/calibration-tasks';
import type { PairCount } from '~/workflows/calibration-task';

export function TaskAgreement({ task: { pairs, agreed } }: { task: PairCount }) {
  const t = useTexts(calibrationTexts);
  const format = useFormat();
  const percent = `${format.number(pairs === 0 ? 0 : Math.round((agreed / pairs) * 100))} %`;
  return <>{t('agreedOf', { percent, agreed: String(agreed), pairs: String(pairs) })}</>;
}

function TaskLink({ task: { id, text: asked, questionId } }: { task: CalibrationTask }) {
  const text = useText();
  const to = usePaths();
  return <a href={to.admin.calibrationTask(id)}>{asked ? text(asked) : questionId}</a>;
}

/** What waits for the editors, on the coordinator's home; nothing where nothing waits. */
export function CalibrationTaskList({ tasks }: { tasks: readonly CalibrationTask[] }) {
  const t = useTexts(calibrationTaskTexts);
  if (tasks.length === 0) return null;
  return (
    <>
      <p>{t('waiting', { count: tasks.length })}</p>
      <ul>
        {tasks.map((task) => (
          <li key={task.id}>
            <TaskLink task={task} /> · <TaskAgreement task={task} />
            {task.closed && (
              <>
                {' '}
                <Tag tone="warning">{t('stateReopened')}</Tag>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Every task, the open ones first. */
export function CalibrationTaskTable({ tasks }: { tasks: readonly CalibrationTask[] }) {
  const t = useTexts(calibrationTaskTexts);
  return (
    <DataTable
      caption={t('heading')}
      hideCaption
      rows={tasks}
      rowKey={({ id }) => id}
      empty={<EmptyState heading={t('noTasks')} level={3} />}
      columns={[
        { id: 'question', header: t('question'), rowHeader: true, cell: (task) => <TaskLink task={task} /> },
        { id: 'version', header: t('version'), cell: ({ questionnaire }) => questionnaire.version },
        { id: 'agreement', header: t('agreement'), cell: (task) => <TaskAgreement task={task} /> },
        {
          id: 'state',
          header: t('state'),
          cell: ({ state, closed }) =>
            state === 'closed' ? (
              closed && t(closed.outcome)
            ) : (
              <Tag tone="warning">{t(closed ? 'stateReopened' : 'stateOpen')}</Tag>
            ),
        },
        {
          id: 'since',
          header: t('since'),
          noWrap: true,
          cell: ({ state, openedAt, closed }) => (
            <Time value={state === 'closed' && closed ? closed.at : openedAt} only="short-date" />
          ),
        },
      ]}
    />
  );
}
