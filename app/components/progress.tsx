import { commonTexts } from '~/app/i18n/common';
import { useTexts } from '~/app/i18n/use-texts';
import { classes } from './classes';
import { Icon } from './icon';

interface ProgressBarProps {
  /** What is counted: "Påkrævede spørgsmål besvaret". */
  label: string;
  done: number;
  total: number;
}

/** Progress as words and a bar. */
export function ProgressBar({ label, done, total }: ProgressBarProps) {
  const t = useTexts(commonTexts);
  const text = t('progressOf', { done, total });
  return (
    <div className="sd-progress">
      <div className="sd-progress-text">
        <span>{label}</span> <strong>{text}</strong>
      </div>
      <progress value={done} max={Math.max(total, 1)} aria-label={label}>
        {text}
      </progress>
    </div>
  );
}

export interface Step {
  id: string;
  title: string;
  href?: string;
}

/** Where one is in a fixed row of pages. @param props.current the id of the step that is shown */
export function Stepper({ steps, current, label }: { steps: readonly Step[]; current: string; label: string }) {
  const t = useTexts(commonTexts);
  const at = steps.findIndex((step) => step.id === current);
  return (
    <nav aria-label={label} className="sd-steps">
      <p className="sd-steps-where">{t('stepOf', { step: at + 1, steps: steps.length })}</p>
      <ol>
        {steps.map((step, index) => {
          const state = index < at ? 'done' : index === at ? 'current' : 'later';
          return (
            <li
              key={step.id}
              className={classes('sd-step', `sd-step-${state}`)}
              aria-current={state === 'current' ? 'step' : undefined}
            >
              <span className="sd-step-mark" aria-hidden="true">
                {state === 'done' ? <Icon name="check" /> : index + 1}
              </span>
              {step.href && state !== 'current' ? <a href={step.href}>{step.title}</a> : <span>{step.title}</span>}
              {state === 'done' && <span className="sr-only"> ({t('stepDone')})</span>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
