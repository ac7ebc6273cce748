import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';

/** The orders that a list can have, each an address of its own. */
export function SortLinks({ orders }: { orders: readonly { label: string; href: string; isCurrent: boolean }[] }) {
  const t = useTexts(publishedTexts);
  return (
    <nav className="sd-sorts" aria-label={t('sortBy')}>
      <span aria-hidden="true">{t('sortBy')}</span>
      <ul>
        {orders.map(({ label, href, isCurrent }) => (
          <li key={href}>
            <a href={href} aria-current={isCurrent ? 'true' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
