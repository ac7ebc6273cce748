import { commonTexts } from '~/app/i18n/common';
import { useTexts } from '~/app/i18n/use-texts';
import { Icon } from './icon';

export interface Crumb {
  label: string;
  href: string;
}

/** The way from the front page to this one. The frame draws it from the route's `handle.breadcrumbs`. */
export function Breadcrumbs({ crumbs, current }: { crumbs: readonly Crumb[]; current: string }) {
  const t = useTexts(commonTexts);
  return (
    <nav className="breadcrumbs" aria-label={t('youAreHere')}>
      <ol className="breadcrumbs__list">
        {crumbs.map((crumb) => (
          <li className="breadcrumbs__list-item" key={crumb.href}>
            <a className="breadcrumbs__link" href={crumb.href}>
              {crumb.label}
            </a>
            <Icon name="chevron-right" />
          </li>
        ))}
        <li className="breadcrumbs__list-item" aria-current="page">
          {current}
        </li>
      </ol>
    </nav>
  );
}

export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <a className="back-link" href={href}>
      <Icon name="chevron-left" />
      {children}
    </a>
  );
}
