import { forwardRef, type InputHTMLAttributes, type ReactNode, type Ref } from 'react';
import { classes } from './classes';
import { describedBy, type FieldProps, FormField, fieldIds } from './field';

export type InputWidth = 'xxs' | 'xs' | 's' | 'm' | 'l' | 'xl';

type InputAttributes = Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id' | 'placeholder' | 'width'>;

export interface TextInputProps extends FieldProps, InputAttributes {
  /** As wide as what is to be written; full width unless told. */
  width?: InputWidth;
  /** A unit or symbol that is not written by the person. */
  prefix?: string;
  suffix?: ReactNode;
}

/** One line of text; `type` may be email, url, tel, password. `{...register(name)}` of react-hook-form fits. */
export const TextInput = forwardRef<HTMLInputElement, TextInputProps>(function TextInput(props, ref) {
  return <Input {...props} inputRef={ref} />;
});

/** A number; with JavaScript off the server reads Danish and English decimals alike. */
export const NumberInput = forwardRef<HTMLInputElement, TextInputProps>(function NumberInput(props, ref) {
  return <Input width="xs" inputMode="decimal" autoComplete="off" {...props} type="text" inputRef={ref} />;
});

/** The browser's own date field; its value is `2026-11-24` whatever it looks like. */
export const DateInput = forwardRef<HTMLInputElement, TextInputProps>(function DateInput(props, ref) {
  return <Input width="s" {...props} type="date" inputRef={ref} />;
});

function Input({ inputRef, ...props }: TextInputProps & { inputRef: Ref<HTMLInputElement> }) {
  const { name, id, label, hint, error, optional, labelSize, extra, width, prefix, suffix, className, ...rest } = props;
  const ids = fieldIds(name, id);
  const input = (
    <input
      type="text"
      {...rest}
      ref={inputRef}
      id={ids.id}
      name={name}
      className={classes('form-input', width && `input-width-${width}`, className)}
      aria-describedby={describedBy(ids, { hint, error })}
      aria-invalid={error ? true : undefined}
    />
  );
  return (
    <FormField {...{ name, id, label, hint, error, optional, labelSize, extra }}>
      {prefix || suffix ? (
        <div
          className={classes(
            'form-input-wrapper',
            prefix ? 'form-input-wrapper--prefix' : 'form-input-wrapper--suffix',
          )}
        >
          {prefix && (
            <div className="form-input-prefix" aria-hidden="true">
              {prefix}
            </div>
          )}
          {input}
          {suffix && (
            <div className="form-input-suffix" aria-hidden="true">
              {suffix}
            </div>
          )}
        </div>
      ) : (
        input
      )}
    </FormField>
  );
}
