import { forwardRef, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes } from 'react';
import { commonTexts } from '~/app/i18n/common';
import { useTexts } from '~/app/i18n/use-texts';
import { classes } from './classes';
import { describedBy, FieldError, FieldGroup, type FieldProps, FormField, fieldIds, Hint } from './field';

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  /** Shown below the choice while it is chosen (with CSS alone); what is typed there is kept when it closes. */
  content?: ReactNode;
  /** What choosing it means: told below all choices while it is chosen, where there is room for the longest. */
  meaning?: string;
}

type ChoiceAttributes = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'name' | 'id' | 'type' | 'value' | 'checked' | 'defaultChecked' | 'defaultValue'
>;

interface ChoicesProps extends FieldProps, ChoiceAttributes {
  choices: readonly Choice[];
}

export interface RadioGroupProps extends ChoicesProps {
  defaultValue?: string | null;
  /** Side by side, for two or three short choices. */
  inline?: boolean;
}

/** The first radio carries the group's id, so that the error summary's link lands on it. */
export const RadioGroup = forwardRef<HTMLInputElement, RadioGroupProps>(function RadioGroup(
  { defaultValue, inline, ...props },
  ref,
) {
  const { group, choices, input } = split(props);
  return (
    <FieldGroup {...group}>
      <div className={classes('sd-choices', inline && 'sd-choices-inline')}>
        {choices.map((choice, index) => (
          <ChoiceInput
            key={choice.value}
            type="radio"
            choice={choice}
            inputRef={ref}
            name={group.name}
            id={choiceId(group, index)}
            defaultChecked={choice.value === defaultValue}
            attributes={{ ...input, 'aria-invalid': group.error ? true : undefined }}
          />
        ))}
      </div>
      {choices.some(({ meaning }) => meaning) && (
        <div className="sd-meanings">
          {choices.map(({ value, meaning }, index) => (
            <p key={value} id={meaningId(choiceId(group, index))}>
              {meaning}
            </p>
          ))}
        </div>
      )}
    </FieldGroup>
  );
});

export interface CheckboxGroupProps extends ChoicesProps {
  defaultValues?: readonly string[];
}

/** Several of many; each chosen value is sent under the same name. */
export const CheckboxGroup = forwardRef<HTMLInputElement, CheckboxGroupProps>(function CheckboxGroup(
  { defaultValues, ...props },
  ref,
) {
  const { group, choices, input } = split(props);
  return (
    <FieldGroup {...group}>
      <div className="sd-choices">
        {choices.map((choice, index) => (
          <ChoiceInput
            key={choice.value}
            type="checkbox"
            choice={choice}
            inputRef={ref}
            name={group.name}
            id={choiceId(group, index)}
            defaultChecked={defaultValues?.includes(choice.value)}
            attributes={{ ...input, 'aria-invalid': group.error ? true : undefined }}
          />
        ))}
      </div>
    </FieldGroup>
  );
});

export interface CheckboxProps extends Omit<FieldProps, 'labelSize' | 'optional' | 'extra'>, ChoiceAttributes {
  value?: string;
  defaultChecked?: boolean;
  checked?: boolean;
}

/** One yes or no, such as a solemn statement. */
export const Checkbox = forwardRef<HTMLInputElement, CheckboxProps>(function Checkbox(
  { name, id, label, hint, error, value = '1', className, ...rest },
  ref,
) {
  const ids = fieldIds(name, id);
  return (
    <div className={classes('form-group', error && 'form-error')}>
      {error && <FieldError id={ids.error}>{error}</FieldError>}
      <div className="form-group-checkbox">
        <input
          {...rest}
          ref={ref}
          type="checkbox"
          id={ids.id}
          name={name}
          value={value}
          className={classes('form-checkbox', className)}
          aria-describedby={describedBy(ids, { hint, error })}
          aria-invalid={error ? true : undefined}
        />
        <label className="form-label" htmlFor={ids.id}>
          {label}
        </label>
        {hint && <Hint id={ids.hint}>{hint}</Hint>}
      </div>
    </div>
  );
});

export interface SelectProps
  extends FieldProps,
    Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name' | 'id' | 'children'> {
  options: ReadonlyArray<{ value: string; label: string; disabled?: boolean }>;
  /** The first, empty option's text; "Vælg" unless told, none with null. */
  empty?: string | null;
}

export const Select = forwardRef<HTMLSelectElement, SelectProps>(function Select(props, ref) {
  const { name, id, label, hint, error, optional, labelSize, extra, options, empty, className, ...rest } = props;
  const t = useTexts(commonTexts);
  const ids = fieldIds(name, id);
  return (
    <FormField {...{ name, id, label, hint, error, optional, labelSize, extra }}>
      <select
        {...rest}
        ref={ref}
        id={ids.id}
        name={name}
        className={classes('form-select', className)}
        aria-describedby={describedBy(ids, { hint, error })}
        aria-invalid={error ? true : undefined}
      >
        {empty !== null && <option value="">{empty ?? t('chooseOne')}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FormField>
  );
});

interface ChoiceInputProps {
  type: 'radio' | 'checkbox';
  choice: Choice;
  name: string;
  id: string;
  defaultChecked: boolean | undefined;
  inputRef: React.Ref<HTMLInputElement>;
  attributes: ChoiceAttributes;
}

function ChoiceInput({ type, choice, name, id, defaultChecked, inputRef, attributes }: ChoiceInputProps) {
  // The first choice has the group's id, whose hint is another.
  const hintId = `${id}-choice-hint`;
  return (
    <div className={`form-group-${type} sd-choice`}>
      <input
        {...attributes}
        ref={inputRef}
        type={type}
        id={id}
        name={name}
        value={choice.value}
        defaultChecked={defaultChecked}
        disabled={choice.disabled || attributes.disabled}
        className={`form-${type}`}
        aria-describedby={choice.hint ? hintId : choice.meaning ? meaningId(id) : undefined}
      />
      <label className="form-label" htmlFor={id}>
        {choice.label}
      </label>
      {choice.hint && <Hint id={hintId}>{choice.hint}</Hint>}
      {choice.content && <div className={`${type}-content sd-choice-content`}>{choice.content}</div>}
    </div>
  );
}

function meaningId(id: string): string {
  return `${id}-meaning`;
}

function choiceId(group: FieldProps, index: number): string {
  const id = group.id ?? group.name;
  return index === 0 ? id : `${id}-${index + 1}`;
}

function split({ name, id, label, hint, error, optional, labelSize, extra, choices, ...input }: ChoicesProps) {
  return { group: { name, id, label, hint, error, optional, labelSize, extra }, choices, input };
}
