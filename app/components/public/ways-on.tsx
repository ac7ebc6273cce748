import { findingTexts } from '~/app/i18n/finding';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { FewerFilters } from '~/app/published/ways-on.server';
import { type FilterValue, type ProductSort, writeProductQuery } from '~/workflows/product-query';
import type { Text } from '~/workflows/words';
import type { ChosenFilter } from '..';

interface WaysOnProps {
  ways: {
    fewer: readonly FewerFilters[];
    interfaces: readonly { id: string; label: Text }[];
    municipalities: readonly { code: string; name: string }[];
  };
  sort: ProductSort;
  /** The filters in force, with what they are called. */
  chosen: readonly ChosenFilter[];
}

/** What to try where nothing was found: fewer filters, and the pages that are called what was searched for. */
export function WaysOn({ ways, sort, chosen }: WaysOnProps) {
  const t = useTexts(findingTexts);
  const published = useTexts(publishedTexts);
  const text = useText();
  const format = useFormat();
  const to = usePaths();
  const labelOf = ({ name, value }: FilterValue) =>
    chosen.find(({ filter }) => filter?.name === name && filter.value === value)?.label ?? value;
  const fewer = ways.fewer.map(({ kind, values, filters, count }) => ({
    href: to.products(writeProductQuery({ filters, sort })),
    words: t(kind, { filter: format.list(values.map((each) => t('quoted', { filter: labelOf(each) }))) }),
    count,
  }));
  const pages = [
    ...ways.interfaces.map(({ id, label }) => ({ href: to.interface(id), words: text(label) })),
    ...ways.municipalities.map(({ code, name }) => ({ href: to.municipality(code), words: name })),
  ];
  return (
    <>
      {fewer.length > 0 && (
        <ul className="sd-ways-on">
          {fewer.map(({ href, words, count }) => (
            <li key={href}>
              <a href={href} rel="nofollow">
                {words}
              </a>
              : {published('productCount', { count })}
            </li>
          ))}
        </ul>
      )}
      {pages.length > 0 && (
        <>
          <p>{t('pagesCalled')}</p>
          <ul className="sd-ways-on">
            {pages.map(({ href, words }) => (
              <li key={href}>
                <a href={href}>{words}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
