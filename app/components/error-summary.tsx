import { useEffect, useRef } from 'react';
import { commonTexts } from '~/app/i18n/common';
import { useTexts } from '~/app/i18n/use-texts';
import { Icon } from './icon';

/** What is wrong with one field. Actions answer `{ errors: FieldProblem[] }`; the document's title then says "Fejl:". */
export interface FieldProblem {
  /** The id of the field (its name, unless it was given another), or null for what concerns the whole form. */
  field: string | null;
  message: string;
}

/** @returns the message of one field, for its `error` */
export function errorOf(errors: readonly FieldProblem[] | undefined, field: string): string | undefined {
  return errors?.find((error) => error.field === field)?.message;
}

interface ErrorSummaryProps {
  errors: readonly FieldProblem[];
  heading?: string;
}

/** Stands above the page's heading; takes the focus when the errors arrive, with and without JavaScript. */
export function ErrorSummary({ errors, heading }: ErrorSummaryProps) {
  const t = useTexts(commonTexts);
  const box = useRef<HTMLDivElement>(null);
  const key = errors.map((error) => `${error.field}:${error.message}`).join('|');

  // biome-ignore lint/correctness/useExhaustiveDependencies: new errors take the focus anew
  useEffect(() => {
    box.current?.focus();
  }, [key]);

  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: the summary is what has to be read first after a refused form
    <div ref={box} className="alert alert-error sd-error-summary" role="alert" tabIndex={-1} autoFocus>
      <Icon name="error" className="alert-icon" />
      <div className="alert-body">
        <h2 className="alert-heading">{heading ?? t('errorSummary', { count: errors.length })}</h2>
        <ul className="alert-text nobullet-list">
          {errors.map((error) => (
            <li key={`${error.field}:${error.message}`}>
              {error.field ? <a href={`#${error.field}`}>{error.message}</a> : error.message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
