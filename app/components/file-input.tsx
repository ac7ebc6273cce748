import { forwardRef, type InputHTMLAttributes } from 'react';
import { commonTexts } from '~/app/i18n/common';
import { useFormat } from '~/app/i18n/format';
import { useTexts } from '~/app/i18n/use-texts';
import { classes } from './classes';
import { type FieldProps, FormField, fieldIds } from './field';

export interface FileInputProps
  extends FieldProps,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id' | 'type' | 'accept' | 'value'> {
  /** The endings without a dot, in the order to name them: `['pdf', 'png']`. */
  formats: readonly string[];
  /** The largest file in bytes. */
  maxBytes: number;
}

/** The browser's own file field; formats and size are stated before anybody chooses. The form needs multipart. */
export const FileInput = forwardRef<HTMLInputElement, FileInputProps>(function FileInput(props, ref) {
  const { name, id, label, hint, error, optional, labelSize, extra, formats, maxBytes, className, ...rest } = props;
  const t = useTexts(commonTexts);
  const format = useFormat();
  const ids = fieldIds(name, id);
  const permitted = t('fileFormats', {
    formats: formats.map((ending) => ending.toUpperCase()).join(', '),
    size: format.fileSize(maxBytes),
  });
  const fullHint = (
    <>
      {hint} {permitted}
    </>
  );
  return (
    <FormField {...{ name, id, label, hint: fullHint, error, optional, labelSize, extra }}>
      <input
        {...rest}
        ref={ref}
        type="file"
        id={ids.id}
        name={name}
        accept={formats.map((ending) => `.${ending}`).join(',')}
        className={classes('sd-file', className)}
        aria-describedby={classes(ids.hint, error && ids.error)}
        aria-invalid={error ? true : undefined}
      />
    </FormField>
  );
});
