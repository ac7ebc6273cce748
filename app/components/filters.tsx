import type { ReactNode } from 'react';
import { commonTexts } from '~/app/i18n/common';
import { findingTexts } from '~/app/i18n/finding';
import { useFormat } from '~/app/i18n/format';
import { useTexts } from '~/app/i18n/use-texts';
import { useDayQuery } from '~/app/viewed-day';
import { Button } from './button';
import { Icon } from './icon';

export interface ChosenFilter {
  label: string;
  /** The same page without this filter. */
  removeHref: string;
  /** The same page with what has it left out instead. */
  excludeHref?: string;
}

interface FilterPanelProps {
  /** The page's own path; the form is a plain GET, so that the address is the state. */
  action: string;
  chosen: readonly ChosenFilter[];
  clearHref: string;
  /** What else has to stay in the address, e.g. the sort order. */
  keep?: Readonly<Record<string, string>>;
  /** SearchField, FilterGroup and other fields. */
  children: ReactNode;
}

/** Folded together on a phone, beside the results on a wide screen. */
export function FilterPanel({ action, chosen, clearHref, keep = {}, children }: FilterPanelProps) {
  const t = useTexts(commonTexts);
  const day = useDayQuery();
  return (
    <details className="sd-filters">
      <summary>
        <Icon name="tune" />
        <span>{t('filters')}</span>
        {chosen.length > 0 && <span className="sd-filters-count">{t('filtersChosen', { count: chosen.length })}</span>}
      </summary>
      <form method="get" action={action} className="sd-filters-form" role="search" aria-label={t('filters')}>
        {Object.entries({ ...keep, ...day }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <div className="sd-buttons">
          <Button>{t('applyFilters')}</Button>
          {chosen.length > 0 && <a href={clearHref}>{t('clearFilters')}</a>}
        </div>
      </form>
    </details>
  );
}

interface FilterGroupProps {
  name: string;
  label: string;
  options: ReadonlyArray<{ value: string; label: ReactNode; count?: number }>;
  chosen: readonly string[];
  /** Only one can be chosen (radio buttons) rather than several. */
  single?: boolean;
  /** What else there is to know, below the choices. */
  note?: string;
  /** Unfolded from the start; it always is when something is chosen in it. */
  open?: boolean;
}

/** One facet: the values that can be chosen, each with the number of results it would give. */
export function FilterGroup({ name, label, options, chosen, single, note, open }: FilterGroupProps) {
  const t = useTexts(commonTexts);
  const format = useFormat();
  const type = single ? 'radio' : 'checkbox';
  return (
    <details className="sd-filter-group" open={open || chosen.length > 0}>
      <summary>
        <span>{label}</span>
        {chosen.length > 0 && <span className="sd-filters-count">{t('filtersChosen', { count: chosen.length })}</span>}
      </summary>
      <fieldset>
        <legend className="sr-only">{label}</legend>
        {options.map((option) => {
          const id = `${name}-${option.value}`;
          return (
            <div className={`form-group-${type} sd-filter-choice`} key={option.value}>
              <input
                type={type}
                className={`form-${type}`}
                id={id}
                name={name}
                value={option.value}
                defaultChecked={chosen.includes(option.value)}
              />
              <label className="form-label" htmlFor={id}>
                {option.label}
                {option.count !== undefined && (
                  <span className="sd-filter-count"> ({format.number(option.count)})</span>
                )}
              </label>
            </div>
          );
        })}
      </fieldset>
      {note && <p className="form-hint">{note}</p>}
    </details>
  );
}

/** The filters in force, each a link that takes it away; stands above the results. */
export function ChosenFilters({ chosen, clearHref }: { chosen: readonly ChosenFilter[]; clearHref: string }) {
  const t = useTexts(commonTexts);
  const finding = useTexts(findingTexts);
  if (chosen.length === 0) return null;
  return (
    <ul className="sd-chosen">
      {chosen.map((filter) => (
        <li key={filter.removeHref}>
          <a className="tag tag-icon" href={filter.removeHref} aria-label={t('removeFilter', { filter: filter.label })}>
            {filter.label}
            <Icon name="close" />
          </a>
          {filter.excludeHref && (
            <a className="sd-muted" href={filter.excludeHref} rel="nofollow">
              {finding('leaveOut')}
              <span className="sr-only">: {filter.label}</span>
            </a>
          )}
        </li>
      ))}
      <li>
        <a href={clearHref}>{t('clearFilters')}</a>
      </li>
    </ul>
  );
}

/** Filters beside results. */
export function FilteredPage({ filters, children }: { filters: ReactNode; children: ReactNode }) {
  return (
    <div className="sd-filtered">
      <div className="sd-filtered-aside">{filters}</div>
      <div className="sd-filtered-main">{children}</div>
    </div>
  );
}

interface SearchFieldProps {
  label: string;
  name?: string;
  id?: string;
  defaultValue?: string;
  hint?: ReactNode;
  hideLabel?: boolean;
  /** Larger, for the front page. */
  large?: boolean;
}

/** A search field with its button; stands inside a GET form. */
export function SearchField({ label, name = 'q', id = name, defaultValue, hint, hideLabel, large }: SearchFieldProps) {
  const t = useTexts(commonTexts);
  return (
    <div className={large ? 'sd-search sd-search-large' : 'sd-search'}>
      <label className={hideLabel ? 'sr-only' : 'form-label'} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <span className="form-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <div className="search">
        <input
          type="search"
          className="form-input"
          id={id}
          name={name}
          defaultValue={defaultValue}
          autoComplete="off"
          aria-describedby={hint ? `${id}-hint` : undefined}
        />
        <button type="submit" className="button button-search">
          <Icon name="search" />
          <span className={large ? undefined : 'sr-only'}>{t('search')}</span>
        </button>
      </div>
    </div>
  );
}
