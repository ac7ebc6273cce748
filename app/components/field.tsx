import type { ReactNode } from 'react';
import { commonTexts } from '~/app/i18n/common';
import { useTexts } from '~/app/i18n/use-texts';
import { classes } from './classes';
import { Icon } from './icon';

/** What every field takes. The label always stands; there is no placeholder text. */
export interface FieldProps {
  /** The form's field name, and its id unless `id` is given. */
  name: string;
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Writes "(valgfrit)" after the label. */
  optional?: boolean;
  /** `large`: the question is the page's or section's heading-like text. `hidden`: only for screen readers. */
  labelSize?: 'normal' | 'large' | 'hidden';
  /** Between the hint and the input: help that opens, why it is asked. */
  extra?: ReactNode;
}

/** The ids that tie a field's parts together. */
export interface FieldIds {
  id: string;
  hint: string;
  error: string;
  limit: string;
}

export function fieldIds(name: string, id: string = name): FieldIds {
  return { id, hint: `${id}-hint`, error: `${id}-error`, limit: `${id}-limit` };
}

/** The ids for `aria-describedby`, in reading order. */
export function describedBy(ids: FieldIds, parts: { hint?: unknown; error?: unknown; limit?: unknown }) {
  return classes(parts.hint ? ids.hint : null, parts.error ? ids.error : null, parts.limit ? ids.limit : null);
}

export function Hint({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <span className="form-hint" id={id}>
      {children}
    </span>
  );
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  const t = useTexts(commonTexts);
  return (
    <span className="form-error-message" id={id}>
      <Icon name="error" />
      <span>
        <span className="sr-only">{t('errorHeading')}: </span>
        {children}
      </span>
    </span>
  );
}

export function LabelText({ label, optional }: Pick<FieldProps, 'label' | 'optional'>) {
  const t = useTexts(commonTexts);
  return (
    <>
      {label}
      {optional && <span className="sd-optional"> ({t('optional')})</span>}
    </>
  );
}

export function labelClasses(size: FieldProps['labelSize']): string | undefined {
  return classes('form-label', size === 'large' && 'sd-label-large', size === 'hidden' && 'sr-only');
}

/** Label, hint, error and input of one field; for inputs that the kit does not have. */
export function FormField({
  name,
  id,
  label,
  hint,
  error,
  optional,
  labelSize,
  extra,
  children,
}: FieldProps & { children: ReactNode }) {
  const ids = fieldIds(name, id);
  return (
    <div className={classes('form-group', error && 'form-error')}>
      <label className={labelClasses(labelSize)} htmlFor={ids.id}>
        <LabelText label={label} optional={optional} />
      </label>
      {hint && <Hint id={ids.hint}>{hint}</Hint>}
      {extra}
      {error && <FieldError id={ids.error}>{error}</FieldError>}
      {children}
    </div>
  );
}

/** The same for a group of inputs: a fieldset whose legend is the question. */
export function FieldGroup({
  name,
  id,
  label,
  hint,
  error,
  optional,
  labelSize,
  extra,
  children,
}: FieldProps & { children: ReactNode }) {
  const ids = fieldIds(name, id);
  return (
    <div className={classes('form-group', error && 'form-error')}>
      <fieldset aria-describedby={describedBy(ids, { hint, error })}>
        <legend className={labelClasses(labelSize)}>
          <LabelText label={label} optional={optional} />
        </legend>
        {hint && <Hint id={ids.hint}>{hint}</Hint>}
        {extra}
        {error && <FieldError id={ids.error}>{error}</FieldError>}
        {children}
      </fieldset>
    </div>
  );
}
