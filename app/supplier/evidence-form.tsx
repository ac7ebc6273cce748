import {
  Button,
  ButtonGroup,
  ButtonLink,
  DateInput,
  errorOf,
  type FieldProblem,
  FileInput,
  FormField,
  fieldIds,
  Select,
  TextInput,
} from '~/app/components';
import { commonTexts } from '~/app/i18n/common';
import { useText } from '~/app/i18n/language';
import { evidenceTexts } from '~/app/i18n/supplier-evidence';
import { useTexts } from '~/app/i18n/use-texts';
import { evidenceFormats, evidenceSizeLimit } from '~/workflows/evidence-file';
import { evidenceEnvironments, type Text } from '~/workflows/words';
import type { MunicipalityChoice } from './municipality-names';
import type { EvidenceFields } from './read-evidence-form.server';

interface EvidenceType {
  id: string;
  text: Text;
}

interface EvidenceFormProps {
  questionKey: string;
  fields: EvidenceFields;
  errors: readonly FieldProblem[];
  types: { suited: readonly EvidenceType[]; others: readonly EvidenceType[] };
  municipalities: readonly MunicipalityChoice[];
  /** A file was sent with what was refused; browsers never put it back. */
  hadFile: boolean;
  /** The latest day that evidence can be from, yyyy-mm-dd. */
  today: string;
  backHref: string;
}

/** A new piece of evidence: what it is, where it is, and since when. */
export function EvidenceForm(props: EvidenceFormProps) {
  const { questionKey, fields, errors, types, today, backHref } = props;
  const t = useTexts(evidenceTexts);
  const common = useTexts(commonTexts);
  return (
    <form method="post" encType="multipart/form-data" noValidate>
      <input type="hidden" name="question" value={questionKey} />
      <TypeField types={types} value={fields.type} error={errorOf(errors, 'type')} />
      <TextInput
        name="title"
        label={t('titleLabel')}
        hint={t('titleHint')}
        defaultValue={fields.title}
        error={errorOf(errors, 'title')}
        autoComplete="off"
      />
      <Source {...props} />
      <DateInput
        name="observedOn"
        label={t('observedLabel')}
        hint={t('observedHint')}
        defaultValue={fields.observedOn}
        max={today}
        error={errorOf(errors, 'observedOn')}
      />
      <DateInput
        name="validTo"
        label={t('validLabel')}
        hint={t('validHint')}
        optional
        defaultValue={fields.validTo}
        error={errorOf(errors, 'validTo')}
      />
      <Subject {...props} />
      <ButtonGroup>
        <Button name="intent" value="add">
          {t('save')}
        </Button>
        <ButtonLink kind="secondary" href={backHref}>
          {common('cancel')}
        </ButtonLink>
      </ButtonGroup>
    </form>
  );
}

/** What it was seen on: all of it optional, and judged like the rest. */
function Subject({ fields, errors }: EvidenceFormProps) {
  const t = useTexts(evidenceTexts);
  return (
    <fieldset className="sd-fieldset">
      <legend className="h3">{t('subjectLegend')}</legend>
      <TextInput
        name="productVersion"
        label={t('versionLabel')}
        hint={t('versionHint')}
        optional
        defaultValue={fields.productVersion}
        error={errorOf(errors, 'productVersion')}
        autoComplete="off"
      />
      <Select
        name="environment"
        label={t('environmentLabel')}
        optional
        options={evidenceEnvironments.map((value) => ({ value, label: t(value) }))}
        defaultValue={fields.environment}
        error={errorOf(errors, 'environment')}
      />
    </fieldset>
  );
}

function Source({ fields, errors, municipalities, hadFile }: EvidenceFormProps) {
  const t = useTexts(evidenceTexts);
  return (
    <fieldset className="sd-fieldset">
      <legend className="h3">{t('sourceLegend')}</legend>
      <TextInput
        name="url"
        type="url"
        inputMode="url"
        label={t('urlLabel')}
        hint={t('urlHint')}
        defaultValue={fields.url}
        error={errorOf(errors, 'url')}
        autoComplete="off"
      />
      <FileInput
        name="file"
        label={t('fileLabel')}
        hint={hadFile ? t('fileAgain') : t('fileHint')}
        formats={Object.keys(evidenceFormats)}
        maxBytes={evidenceSizeLimit}
        error={errorOf(errors, 'file')}
      />
      <Select
        name="municipalityCode"
        label={t('municipalityLabel')}
        hint={t('municipalityHint')}
        optional
        options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        defaultValue={fields.municipalityCode}
        error={errorOf(errors, 'municipalityCode')}
      />
    </fieldset>
  );
}

interface TypeFieldProps {
  types: EvidenceFormProps['types'];
  value: string;
  error: string | undefined;
}

/** The types that suit the question stand first, under a heading of their own. */
function TypeField({ types, value, error }: TypeFieldProps) {
  const t = useTexts(evidenceTexts);
  const common = useTexts(commonTexts);
  const text = useText();
  const ids = fieldIds('type');
  const options = (list: readonly EvidenceType[]) =>
    list.map((type) => (
      <option key={type.id} value={type.id}>
        {text(type.text)}
      </option>
    ));
  return (
    <FormField name="type" label={t('typeLabel')} {...(error ? { error } : {})}>
      <select
        id={ids.id}
        name="type"
        className="form-select"
        defaultValue={value}
        aria-describedby={error ? ids.error : undefined}
        aria-invalid={error ? true : undefined}
      >
        <option value="">{common('chooseOne')}</option>
        {types.suited.length === 0 ? (
          options(types.others)
        ) : (
          <>
            <optgroup label={t('typeSuited')}>{options(types.suited)}</optgroup>
            <optgroup label={t('typeOther')}>{options(types.others)}</optgroup>
          </>
        )}
      </select>
    </FormField>
  );
}
