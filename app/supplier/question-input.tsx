import { useWatch } from 'react-hook-form';
import {
  Button,
  CheckboxGroup,
  DateInput,
  type FieldProps,
  type InputWidth,
  NumberInput,
  RadioGroup,
  TextArea,
  TextInput,
} from '~/app/components';
import { answerTexts } from '~/app/i18n/answers';
import { useLanguage } from '~/app/i18n/language';
import { liveSectionTexts } from '~/app/i18n/live-section';
import { sectionTexts } from '~/app/i18n/supplier-section';
import { useTexts } from '~/app/i18n/use-texts';
import { answerLimits, type TableRow } from '~/workflows/questionnaire/answer';
import type { Question, QuestionType } from '~/workflows/questionnaire/definition';
import type { FieldValue } from './field-values';
import type { SectionFormApi } from './form-values';
import { MunicipalityField } from './municipality-field';
import { KleGroupList } from './product-form';
import type { SectionView } from './section-view';
import { TableField } from './table-field';

interface QuestionInputProps {
  view: SectionView;
  question: Question;
  /** The interface's versions that the catalogue knows; none for questions about no interface. */
  versions: readonly string[];
  field: FieldProps;
  /** What the field begins with on the server. */
  value: FieldValue;
  form: SectionFormApi;
  isLive: boolean;
}

const inputs: Partial<
  Record<
    QuestionType,
    { type?: string; inputMode?: 'email' | 'url' | 'numeric'; autoComplete?: string; width?: InputWidth }
  >
> = {
  text: {},
  version: { width: 's' },
  url: { type: 'url', inputMode: 'url' },
  email: { type: 'email', inputMode: 'email', width: 'xl' },
  uuid: { width: 'xl' },
  cvr: { inputMode: 'numeric', width: 'xs' },
};

/** The form field that a question's type calls for. */
export function QuestionInput(props: QuestionInputProps) {
  const { question, field, value, form, view, isLive } = props;
  const language = useLanguage();
  const t = useTexts(sectionTexts);
  const text = typeof value === 'string' ? value : '';
  const register = form.register(field.name);
  switch (question.type) {
    case 'support_level':
    case 'single_choice':
    case 'yes_no':
    case 'yes_no_explain':
      return <ChoiceInput {...props} text={text} />;
    case 'multi_choice': {
      const choices = question.options?.map((option) => ({ value: option.value, label: option.text[language] })) ?? [];
      return <CheckboxGroup {...field} {...register} choices={choices} defaultValues={textsIn(value)} />;
    }
    case 'checkbox':
      return (
        <CheckboxGroup
          {...field}
          {...register}
          choices={[{ value: '1', label: t('confirmLabel') }]}
          defaultValues={text ? [text] : []}
        />
      );
    case 'long_text':
      return <TextArea {...field} {...register} defaultValue={text} limit={answerLimits.longText} rows={5} />;
    case 'number':
      return <NumberInput {...field} {...register} defaultValue={text} />;
    case 'date':
      return <DateInput {...field} {...register} defaultValue={text} />;
    case 'kle_list':
      return (
        <TextInput
          {...field}
          {...register}
          defaultValue={text}
          autoComplete="off"
          extra={
            <>
              {field.extra}
              <KleGroupList groups={view.kleGroups} />
            </>
          }
        />
      );
    case 'municipality_list':
      return (
        <MunicipalityField
          field={field}
          codes={textsIn(value)}
          form={form}
          isLive={isLive}
          choices={view.municipalities}
        />
      );
    case 'table':
      return (
        <TableField
          field={field}
          question={question}
          rows={rowsIn(value)}
          form={form}
          isLive={isLive}
          municipalities={view.municipalities}
        />
      );
    case 'evidence':
      return null;
    default:
      return <PlainInput {...props} text={text} />;
  }
}

/** Yes and no, an option, or a level of support, whose meaning is told when it is chosen. */
function ChoiceInput({ question, field, form, view, text, isLive }: QuestionInputProps & { text: string }) {
  const language = useLanguage();
  const t = useTexts(answerTexts);
  const isYesNo = question.type === 'yes_no' || question.type === 'yes_no_explain';
  const choices = isYesNo
    ? [
        { value: 'yes', label: t('yes') },
        { value: 'no', label: t('no') },
      ]
    : question.type === 'support_level'
      ? view.supportScale.map((level) => ({
          value: level.value,
          label: level.text[language],
          meaning: level.explanation[language],
        }))
      : (question.options?.map((option) => ({ value: option.value, label: option.text[language] })) ?? []);
  return (
    <>
      <RadioGroup {...field} {...form.register(field.name)} choices={choices} defaultValue={text} inline={isYesNo} />
      <ClearChoice name={field.name} label={field.label} form={form} isLive={isLive} />
    </>
  );
}

interface ClearChoiceProps {
  name: string;
  label: FieldProps['label'];
  form: SectionFormApi;
  isLive: boolean;
}

/** A choice can be taken back; without scripts by sending the form. The button keeps its place while there is none. */
function ClearChoice({ name, label, form, isLive }: ClearChoiceProps) {
  const t = useTexts(liveSectionTexts);
  const chosen = useWatch({ control: form.control, name });
  return (
    <Button
      kind="link"
      data-clear={name}
      className={chosen ? undefined : 'sd-unseen'}
      {...(isLive
        ? { type: 'button', onClick: () => form.setValue(name, '') }
        : { name: 'intent', value: `clear:${name}` })}
    >
      {t('clearChoice')}
      <span className="sr-only"> {t('clearChoiceOf', { question: String(label) })}</span>
    </Button>
  );
}

function PlainInput({ question, field, form, versions, text }: QuestionInputProps & { text: string }) {
  const { width, ...attributes } = inputs[question.type] ?? {};
  const isVersion = question.type === 'version' && versions.length > 0;
  const list = isVersion ? `${field.name}:versions` : undefined;
  return (
    <>
      <TextInput
        {...field}
        {...form.register(field.name)}
        {...attributes}
        {...(width ? { width } : {})}
        {...(list ? { list } : {})}
        defaultValue={text}
        autoComplete="off"
        spellCheck={question.type === 'text'}
      />
      {list && (
        <datalist id={list}>
          {versions.map((version) => (
            <option key={version} value={version} />
          ))}
        </datalist>
      )}
    </>
  );
}

function textsIn(value: FieldValue): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function rowsIn(value: FieldValue): TableRow[] {
  return Array.isArray(value) ? value.filter((item) => typeof item !== 'string') : [];
}
