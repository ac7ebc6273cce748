import { commonTexts } from '~/app/i18n/common';
import { useTexts } from '~/app/i18n/use-texts';
import { Icon } from './icon';

interface PaginationProps {
  /** From 1. */
  page: number;
  pages: number;
  /** The address of a page, with the filters kept. */
  href: (page: number) => string;
}

export function Pagination({ page, pages, href }: PaginationProps) {
  const t = useTexts(commonTexts);
  if (pages <= 1) return null;
  return (
    <nav className="sd-pages" aria-label={t('pagination')}>
      {page > 1 && (
        <a className="sd-pages-step" href={href(page - 1)} rel="prev">
          <Icon name="chevron-left" />
          {t('previousPage')}
        </a>
      )}
      <p className="sd-pages-where">{t('pageOf', { page, pages })}</p>
      <ul>
        {visiblePages(page, pages).map((number, index) => (
          <li key={number ?? `gap-${index}`}>
            {number === null ? (
              <span aria-hidden="true">…</span>
            ) : (
              <a
                href={href(number)}
                aria-current={number === page ? 'page' : undefined}
                aria-label={t('pageNumber', { page: number })}
              >
                {number}
              </a>
            )}
          </li>
        ))}
      </ul>
      {page < pages && (
        <a className="sd-pages-step" href={href(page + 1)} rel="next">
          {t('nextPage')}
          <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  );
}

interface PageStepsProps {
  /** The addresses before and after; null: there is nothing. */
  previous: string | null;
  next: string | null;
  /** What is shown here of how much. */
  where: string;
}

/** For lists that go on from where a page ended, and so have no numbered pages. */
export function PageSteps({ previous, next, where }: PageStepsProps) {
  const t = useTexts(commonTexts);
  if (previous === null && next === null) return null;
  return (
    <nav className="sd-pages" aria-label={t('pagination')}>
      {previous !== null && (
        <a className="sd-pages-step" href={previous} rel="prev">
          <Icon name="chevron-left" />
          {t('previousPage')}
        </a>
      )}
      <p className="sd-pages-where sd-pages-always">{where}</p>
      {next !== null && (
        <a className="sd-pages-step" href={next} rel="next">
          {t('nextPage')}
          <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  );
}

/** The first, the last and those around the current one; null is a gap. */
export function visiblePages(page: number, pages: number): Array<number | null> {
  const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const wanted = [...new Set(near)].sort((a, b) => a - b);
  return wanted.flatMap((number, index) => {
    const gap = number - (wanted[index - 1] ?? 0) - 1;
    if (gap === 0) return [number];
    return gap === 1 ? [number - 1, number] : [null, number];
  });
}
