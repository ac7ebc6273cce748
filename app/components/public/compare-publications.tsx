import { useFormat } from '~/app/i18n/format';
import { publicationTexts } from '~/app/i18n/publications';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { PublicationItem } from '~/app/published/publications-page.server';
import { useDayQuery } from '~/app/viewed-day';
import { Button, Select } from '..';

interface CompareFormProps {
  slug: string;
  /** Latest first. */
  publications: readonly Pick<PublicationItem, 'number' | 'publishedOn'>[];
  /** Those that are compared now; without it the latest two. */
  chosen?: { from: number; to: number };
}

/** Which two publications of a product to compare. */
export function CompareForm({ slug, publications, chosen }: CompareFormProps) {
  const t = useTexts(publicationTexts);
  const format = useFormat();
  const to = usePaths();
  const day = useDayQuery();
  const options = publications.map(({ number, publishedOn }) => ({
    value: String(number),
    label: t('option', { number: String(number), date: format.date(publishedOn) }),
  }));
  const [latest, earlier] = options;
  return (
    <form method="get" action={to.publicationChanges(slug)} className="sd-compare-form" aria-labelledby="compare">
      <h2 id="compare">{t('compareHeading')}</h2>
      {Object.entries(day).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select
        name="from"
        label={t('compareFrom')}
        options={options}
        defaultValue={chosen ? String(chosen.from) : earlier?.value}
      />
      <Select
        name="to"
        label={t('compareTo')}
        options={options}
        defaultValue={chosen ? String(chosen.to) : latest?.value}
      />
      <Button kind="secondary" type="submit">
        {t('compare')}
      </Button>
    </form>
  );
}
