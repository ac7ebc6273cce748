import type { ReactNode } from 'react';
import { commonTexts } from '~/app/i18n/common';
import { useTexts } from '~/app/i18n/use-texts';
import { Tag, type Tone } from './tags';

export type TaskState = 'not-started' | 'in-progress' | 'done' | 'cannot-start' | 'has-errors' | 'optional';

export interface Task {
  id: string;
  title: string;
  /** Without it the task cannot be opened yet. */
  href?: string;
  hint?: ReactNode;
  state: TaskState;
  /** Stands instead of the state's own words, e.g. "3 af 8". */
  stateText?: string;
}

export interface TaskGroup {
  id: string;
  title?: string;
  tasks: readonly Task[];
}

const looks = {
  'not-started': { tone: 'accent', text: 'taskNotStarted' },
  'in-progress': { tone: 'info', text: 'taskInProgress' },
  done: { tone: 'success', text: 'taskDone' },
  'cannot-start': { tone: 'neutral', text: 'taskCannotStart' },
  'has-errors': { tone: 'error', text: 'taskHasErrors' },
  optional: { tone: 'neutral', text: 'taskOptional' },
} as const satisfies Record<TaskState, { tone: Tone; text: keyof typeof commonTexts }>;

/** Opgaveliste: tasks that can be done in any order, each with its state. */
export function TaskList({ groups, level = 2 }: { groups: readonly TaskGroup[]; level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <div className="sd-task-groups">
      {groups.map((group) => (
        <section key={group.id}>
          {group.title && <Heading className="h4">{group.title}</Heading>}
          <ul className="sd-tasks">
            {group.tasks.map((task) => (
              <TaskItem key={task.id} task={task} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function TaskItem({ task }: { task: Task }) {
  const t = useTexts(commonTexts);
  const statusId = `task-${task.id}-state`;
  const look = looks[task.state];
  return (
    <li className={task.href ? 'sd-task' : 'sd-task sd-task-closed'}>
      <div className="sd-task-text">
        {task.href ? (
          <a href={task.href} aria-describedby={statusId}>
            {task.title}
          </a>
        ) : (
          <span>{task.title}</span>
        )}
        {task.hint && <div className="sd-task-hint">{task.hint}</div>}
      </div>
      <div className="sd-task-state" id={statusId}>
        <Tag tone={look.tone} icon={task.state === 'done' ? 'check' : undefined}>
          {task.stateText ?? t(look.text)}
        </Tag>
      </div>
    </li>
  );
}
