import { type KeyboardEvent, useRef, useState } from 'react';
import { Button, describedBy, FieldError, type FieldProps, fieldIds, Hint, Icon, TextArea } from '~/app/components';
import { classes } from '~/app/components/classes';
import { LabelText, labelClasses } from '~/app/components/field';
import { sectionTexts } from '~/app/i18n/supplier-section';
import { useTexts } from '~/app/i18n/use-texts';
import type { SectionFormApi } from './form-values';
import { isNamed, type MunicipalityChoice, writeMunicipalities } from './municipality-names';

export const municipalityListId = 'municipality-names';

interface MunicipalityFieldProps {
  field: FieldProps;
  codes: readonly string[];
  choices: readonly MunicipalityChoice[];
  form: SectionFormApi;
  isLive: boolean;
}

/** Some of the 98 municipalities: by name, one per line, without scripts; with them found by the first letters. */
export function MunicipalityField({ field, codes, choices, form, isLive }: MunicipalityFieldProps) {
  const t = useTexts(sectionTexts);
  if (isLive) return <MunicipalityPicker field={field} choices={choices} form={form} />;
  const hint = (
    <>
      {field.hint} {t('municipalityTextHint')}
    </>
  );
  return <TextArea {...field} hint={hint} defaultValue={writeMunicipalities(codes, choices)} rows={5} />;
}

/** The names for the browser's own suggestions; once on a page. */
export function MunicipalityList({ choices }: { choices: readonly MunicipalityChoice[] }) {
  if (choices.length === 0) return null;
  return (
    <datalist id={municipalityListId}>
      {choices.map(({ code, name }) => (
        <option key={code} value={name} />
      ))}
    </datalist>
  );
}

function MunicipalityPicker({ field, choices, form }: Omit<MunicipalityFieldProps, 'codes' | 'isLive'>) {
  const t = useTexts(sectionTexts);
  const { chosen, add, remove, news, input, isUnknown } = usePicker(field.name, choices, form);
  const ids = fieldIds(field.name, field.id);
  const nameOf = (code: string) => choices.find((choice) => choice.code === code)?.name ?? code;
  const addOnEnter = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add(event.currentTarget.value);
  };
  const addWhenWhole = (text: string) => {
    if (choices.some(({ name }) => name === text)) add(text);
  };
  return (
    <div className={classes('form-group', (field.error || isUnknown) && 'form-error')}>
      <label className={labelClasses(field.labelSize)} htmlFor={ids.id}>
        <LabelText label={field.label} optional={field.optional} />
      </label>
      <Hint id={ids.hint}>
        {field.hint} {t('municipalityAddHint')}
      </Hint>
      {field.extra}
      {field.error && <FieldError id={ids.error}>{field.error}</FieldError>}
      <div className="sd-picker">
        <input
          ref={input}
          id={ids.id}
          className="form-input"
          type="text"
          list={municipalityListId}
          autoComplete="off"
          aria-describedby={describedBy(ids, { hint: true, error: field.error })}
          onKeyDown={addOnEnter}
          onInput={(event) => addWhenWhole(event.currentTarget.value)}
        />
        <Button type="button" kind="secondary" icon="plus" onClick={() => add(input.current?.value ?? '')}>
          {t('municipalityAdd')}
        </Button>
      </div>
      <p className={isUnknown ? 'sd-picker-news sd-picker-unknown' : 'sd-picker-news'} role="status">
        {news}
      </p>
      {chosen.length > 0 && (
        <>
          <p className="sd-small sd-muted">{t('municipalityChosen', { count: chosen.length })}</p>
          <ul className="sd-chips">
            {chosen.map((code) => (
              <li key={code}>
                <input type="hidden" name={field.name} value={code} />
                <span>{nameOf(code)}</span>
                <button type="button" onClick={() => remove(code)}>
                  <Icon name="close" label={t('municipalityRemove', { name: nameOf(code) })} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function usePicker(name: string, choices: readonly MunicipalityChoice[], form: SectionFormApi) {
  const t = useTexts(sectionTexts);
  const input = useRef<HTMLInputElement>(null);
  const [news, setNews] = useState({ text: '', isUnknown: false });
  const [chosen, setChosen] = useState(() => textsOf(form.getValues(name)));
  const change = (codes: string[], text: string) => {
    setChosen(codes);
    form.setValue(name, codes, { shouldDirty: true });
    setNews({ text, isUnknown: false });
  };
  const add = (typed: string) => {
    if (typed.trim() === '') return;
    const found = choices.find((choice) => isNamed(choice, typed.trim()));
    if (!found) {
      setNews({ text: t('municipalityUnknown', { text: typed.trim() }), isUnknown: true });
      return;
    }
    if (input.current) input.current.value = '';
    if (!chosen.includes(found.code)) change([...chosen, found.code], t('municipalityAdded', { name: found.name }));
  };
  const remove = (code: string) => {
    const removed = choices.find((choice) => choice.code === code)?.name ?? code;
    change(
      chosen.filter((each) => each !== code),
      t('municipalityRemoved', { name: removed }),
    );
    input.current?.focus();
  };
  return { chosen, add, remove, news: news.text, isUnknown: news.isUnknown, input };
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
