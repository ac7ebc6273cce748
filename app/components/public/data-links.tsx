import { findingTexts } from '~/app/i18n/finding';
import { useTexts } from '~/app/i18n/use-texts';
import type { Query } from '~/app/paths';
import { useDayQuery } from '~/app/viewed-day';

const types = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const;

/**
 * The same selection as data, in each format.
 * @param href the address in the API with a query
 */
export function DataLinks({ href, query = {} }: { href: (query: Query) => string; query?: Query }) {
  const t = useTexts(findingTexts);
  const day = useDayQuery();
  return (
    <p className="sd-muted sd-no-print">
      {t('asData')}{' '}
      {(['csv', 'xlsx', 'json'] as const).map((format, index) => (
        <span key={format}>
          {index > 0 && ' · '}
          <a
            href={href({ ...query, ...day, format: format === 'json' ? '' : format })}
            type={types[format]}
            rel="nofollow"
          >
            {format.toUpperCase()}
          </a>
        </span>
      ))}
    </p>
  );
}
