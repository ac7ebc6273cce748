import { useFormat } from '~/app/i18n/format';
import { lifecycleTexts } from '~/app/i18n/lifecycle';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { SunsetTask } from '~/db/lifecycle';

export type CountedTask = SunsetTask & {
  declarationId: string | null;
  /** Whole days until the version is out of use; less than 0: it is. */
  daysLeft: number;
};

/** What there is to do because versions of interfaces go out of use, with the days that are left. */
export function SunsetTasks({ tasks }: { tasks: readonly CountedTask[] }) {
  const t = useTexts(lifecycleTexts);
  const format = useFormat();
  const paths = usePaths();
  if (tasks.length === 0) return null;
  return (
    <section aria-labelledby="sunsets">
      <h2 id="sunsets">{t('tasksHeading')}</h2>
      <ul className="sd-answer-list">
        {tasks.map((task) => {
          const { product, interfaceId, label, sunsetOn, daysLeft, version, successor, declarationId } = task;
          const words = t('task', { product, interface: interfaceId, version: label, date: format.date(sunsetOn) });
          return (
            <li key={`${task.productId} ${interfaceId} ${label}`}>
              <strong>{declarationId ? <a href={paths.supplier.declaration(declarationId)}>{words}</a> : words}</strong>
              <br />
              {daysLeft < 0 ? t('dayOver') : t('daysLeft', { count: daysLeft })}.{' '}
              {version === null ? t('taskNoVersion') : successor && t('taskTo', { version: successor })}
            </li>
          );
        })}
      </ul>
      <p className="sd-muted">{t('taskDone')}</p>
    </section>
  );
}
