import type { ReactNode } from 'react';
import { commonTexts } from '~/app/i18n/common';
import { findingTexts } from '~/app/i18n/finding';
import { useFormat } from '~/app/i18n/format';
import { useTexts } from '~/app/i18n/use-texts';
import { kept } from '~/app/kept-parts';
import { useDayQuery } from '~/app/viewed-day';
import { Button } from './button';
import { Icon } from './icon';

export interface ChosenFilter {
  /** Its name in the address and what stands there. */
  filter?: { name: string; value: string };
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
  /** Unfolded from the start, also on a phone. */
  open?: boolean;
}

/** Folded together on a phone, beside the results on a wide screen. */
export function FilterPanel({ action, chosen, clearHref, keep = {}, children, open }: FilterPanelProps) {
  const t = useTexts(commonTexts);
  const day = useDayQuery();
  return (
    <details className="sd-filters" open={open}>
      <summary>
        <Icon name="tune" />
        <span>{t('searchAndFilter')}</span>
        {chosen.length > 0 && <span className="sd-filters-count">{t('filtersChosen', { count: chosen.length })}</span>}
      </summary>
      <form method="get" action={action} className="sd-filters-form" role="search" aria-label={t('searchAndFilter')}>
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
  options: ReadonlyArray<{ value: string; label: string; count?: number }>;
  chosen: readonly string[];
  /** Only one can be chosen (radio buttons) rather than several. */
  single?: boolean;
  /** How many choices there are, where these are only some; the name and the value of what asks for all. */
  more?: { total: number; name: string };
  /** Somebody has just asked for all of the choices: here they go on. */
  asked?: boolean;
}

/** One facet: the values that can be chosen, each with the number of results it would give. */
export function FilterGroup({ name, label, options, chosen, single, more, asked }: FilterGroupProps) {
  const t = useTexts(commonTexts);
  return (
    <details className="sd-filter-group" open={asked || chosen.length > 0}>
      {/* biome-ignore lint/a11y/noAutofocus: the page was asked for to read on here, and begins somewhere else */}
      <summary autoFocus={asked}>
        <span>{label}</span>
        {chosen.length > 0 && <span className="sd-filters-count">{t('filtersChosen', { count: chosen.length })}</span>}
      </summary>
      <fieldset>
        <legend className="sr-only">{label}</legend>
        {options.map((option) => (
          <FilterChoice
            key={option.value}
            type={single ? 'radio' : 'checkbox'}
            name={name}
            checked={chosen.includes(option.value)}
            {...option}
          />
        ))}
        {more && (
          <button type="submit" className="function-link sd-filter-more" name={more.name} value={name}>
            {t('showAllChoices', { count: more.total })}
            <span className="sr-only">: {label}</span>
          </button>
        )}
      </fieldset>
    </details>
  );
}

interface FilterChoiceProps {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  label: string;
  count?: number;
  checked: boolean;
}

const FilterChoice = kept(function FilterChoice({ type, name, value, label, count, checked }: FilterChoiceProps) {
  const format = useFormat();
  const id = `${name}-${value}`;
  return (
    <div className={`form-group-${type} sd-filter-choice`}>
      <input type={type} className={`form-${type}`} id={id} name={name} value={value} defaultChecked={checked} />
      <label className="form-label" htmlFor={id}>
        {label}
        {count !== undefined && <span className="sd-filter-count"> ({format.number(count)})</span>}
      </label>
    </div>
  );
});

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
