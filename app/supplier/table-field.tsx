import { useEffect, useState } from 'react';
import { Button, FieldGroup, type FieldProps } from '~/app/components';
import { useLanguage } from '~/app/i18n/language';
import { sectionTexts } from '~/app/i18n/supplier-section';
import { useTexts } from '~/app/i18n/use-texts';
import { answerLimits, type TableRow } from '~/workflows/questionnaire/answer';
import type { Question } from '~/workflows/questionnaire/definition';
import { blankRow, fieldNames } from './field-values';
import type { SectionFormApi } from './form-values';
import { municipalityListId } from './municipality-field';
import { type MunicipalityChoice, parseMunicipalities, writeMunicipalities } from './municipality-names';

interface TableFieldProps {
  field: FieldProps;
  question: Question;
  rows: readonly TableRow[];
  municipalities: readonly MunicipalityChoice[];
  form: SectionFormApi;
  isLive: boolean;
}

/** Rows of fields. There is always an empty row to write in; without scripts saving adds the next one. */
export function TableField({ field, question, rows, municipalities, form, isLive }: TableFieldProps) {
  const t = useTexts(sectionTexts);
  const [shown, setShown] = useState(() => withBlank(question, rows));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was typed before the scripts had arrived
  useEffect(() => {
    const typed = rowsOf(form.getValues(field.name));
    if (JSON.stringify(typed) !== JSON.stringify(rows)) setShown(withBlank(question, typed));
  }, []);
  const change = (next: { id: number; row: TableRow }[]) => {
    setShown(next);
    form.setValue(
      field.name,
      next.map(({ row }) => row),
      { shouldDirty: true },
    );
  };
  const setCell = (id: number, column: string, text: string) =>
    change(shown.map((each) => (each.id === id ? { id, row: { ...each.row, [column]: text } } : each)));
  const addRow = () => {
    const id = Math.max(0, ...shown.map((each) => each.id)) + 1;
    setShown([...shown, { id, row: blankRow(question) }]);
  };
  return (
    <FieldGroup {...field}>
      {shown.map(({ id, row }, index) => (
        <Row
          key={id}
          name={field.name}
          index={index}
          row={row}
          columns={question.columns ?? []}
          municipalities={municipalities}
          onCell={(column, text) => setCell(id, column, text)}
          onRemove={isLive && shown.length > 1 ? () => change(shown.filter((each) => each.id !== id)) : undefined}
        />
      ))}
      {shown.length < answerLimits.rows && (
        <Button
          kind="secondary"
          icon="plus"
          small
          {...(isLive ? { type: 'button', onClick: addRow } : { name: 'intent', value: `row:${field.name}` })}
        >
          {t('tableAddRow')}
        </Button>
      )}
    </FieldGroup>
  );
}

function rowsOf(value: unknown): TableRow[] {
  return Array.isArray(value) ? value.filter((item) => typeof item !== 'string') : [];
}

function withBlank(question: Question, rows: readonly TableRow[]) {
  return [...rows, blankRow(question)].map((row, id) => ({ id, row }));
}

interface RowProps {
  name: string;
  index: number;
  row: TableRow;
  columns: NonNullable<Question['columns']>;
  municipalities: readonly MunicipalityChoice[];
  onCell(column: string, text: string): void;
  onRemove: (() => void) | undefined;
}

function Row({ name, index, row, columns, municipalities, onCell, onRemove }: RowProps) {
  const t = useTexts(sectionTexts);
  return (
    <fieldset className="sd-table-row">
      <legend>{t('tableRow', { row: index + 1 })}</legend>
      <div className="sd-table-cells">
        {columns.map((column, place) => (
          <Cell
            key={column.id}
            column={column}
            name={fieldNames.cell(name, index, column.id)}
            // The error summary's link to the question lands in its first cell.
            id={index === 0 && place === 0 ? name : fieldNames.cell(name, index, column.id)}
            value={row[column.id] ?? ''}
            municipalities={municipalities}
            onChange={(text) => onCell(column.id, text)}
          />
        ))}
      </div>
      {onRemove && (
        <Button type="button" kind="link" icon="close" onClick={onRemove}>
          {t('tableRemoveRow', { row: index + 1 })}
        </Button>
      )}
    </fieldset>
  );
}

interface CellProps {
  column: NonNullable<Question['columns']>[number];
  name: string;
  id: string;
  value: string;
  municipalities: readonly MunicipalityChoice[];
  onChange(text: string): void;
}

function Cell({ column, name, id, value, municipalities, onChange }: CellProps) {
  const language = useLanguage();
  const isMunicipality = column.type === 'municipality';
  const shown = isMunicipality ? writeMunicipalities(value ? [value] : [], municipalities) : value;
  const read = (text: string) => onChange(isMunicipality ? (parseMunicipalities(text, municipalities)[0] ?? '') : text);
  return (
    <div>
      <label className="form-label sd-small" htmlFor={id}>
        {column.text[language]}
      </label>
      <input
        id={id}
        name={name}
        className="form-input"
        type={column.type === 'date' ? 'date' : 'text'}
        list={isMunicipality ? municipalityListId : undefined}
        defaultValue={shown}
        autoComplete="off"
        onChange={(event) => read(event.currentTarget.value)}
      />
    </div>
  );
}
