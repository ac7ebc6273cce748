import { useFormat } from '~/app/i18n/format';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { DataTable } from '..';

interface PublicationEntry {
  number: number;
  publishedOn: string;
  endedOn: string | null;
  endedBecause: 'superseded' | 'withdrawn' | 'suspended' | 'revoked' | 'expired' | 'merged' | null;
}

/** Every publication of a product; the numbers are what citations name. */
export function PublicationHistory({ history }: { history: readonly PublicationEntry[] }) {
  const t = useTexts(publishedTexts);
  const format = useFormat();
  const endOf = ({ endedOn, endedBecause }: PublicationEntry): string => {
    if (endedOn === null || endedBecause === null) return t('historyCurrent');
    return `${t('historyEnded', { date: format.date(endedOn) })}, ${t(`ended_${endedBecause}`)}`;
  };
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('history')}</h2>
      <DataTable
        caption={t('history')}
        hideCaption
        compact
        rows={history}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            id: 'number',
            header: t('publication'),
            rowHeader: true,
            cell: ({ number }) => t('publicationNumber', { number: String(number) }),
          },
          { id: 'date', header: t('decidedOn'), cell: ({ publishedOn }) => format.date(publishedOn) },
          { id: 'end', header: t('status'), cell: endOf },
        ]}
      />
    </section>
  );
}
