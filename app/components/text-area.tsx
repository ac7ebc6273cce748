import { type FormEvent, forwardRef, type TextareaHTMLAttributes, useState } from 'react';
import { commonTexts } from '~/app/i18n/common';
import { useTexts } from '~/app/i18n/use-texts';
import { classes } from './classes';
import { describedBy, type FieldProps, FormField, fieldIds } from './field';

type AreaAttributes = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'id' | 'placeholder' | 'maxLength'>;

export interface TextAreaProps extends FieldProps, AreaAttributes {
  /** Characters; more can be typed and pasted, and is told, so that nothing is cut off silently. */
  limit?: number;
}

export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(props, ref) {
  const {
    name,
    id,
    label,
    hint,
    error,
    optional,
    labelSize,
    extra,
    limit,
    className,
    rows = 5,
    onInput,
    ...rest
  } = props;
  const ids = fieldIds(name, id);
  const [length, setLength] = useState<number | null>(null);
  const count = (event: FormEvent<HTMLTextAreaElement>) => {
    onInput?.(event);
    if (limit) setLength(event.currentTarget.value.length);
  };
  return (
    <FormField {...{ name, id, label, hint, error, optional, labelSize, extra }}>
      <textarea
        {...rest}
        ref={ref}
        rows={rows}
        id={ids.id}
        name={name}
        onInput={count}
        className={classes('form-input', className)}
        aria-describedby={describedBy(ids, { hint, error, limit })}
        aria-invalid={error || (limit && length !== null && length > limit) ? true : undefined}
      />
      {limit && <CharacterCount id={ids.limit} limit={limit} length={length} />}
    </FormField>
  );
});

function CharacterCount({ id, limit, length }: { id: string; limit: number; length: number | null }) {
  const t = useTexts(commonTexts);
  const left = length === null ? null : limit - length;
  const text =
    left === null
      ? t('characterLimit', { count: limit })
      : left < 0
        ? t('charactersTooMany', { count: -left })
        : t('charactersLeft', { count: left });
  return (
    <>
      <span id={id} className={classes('sd-limit', left !== null && left < 0 && 'sd-limit-exceeded')}>
        {text}
      </span>
      {/* Says so once when the limit is passed; a count read aloud at every key would drown the writing. */}
      <span className="sr-only" role="status">
        {left !== null && left < 0 ? t('characterLimit', { count: limit }) : ''}
      </span>
    </>
  );
}
