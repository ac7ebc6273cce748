import {
  Button,
  type Column,
  DataTable,
  Details,
  EmptyState,
  PageHeading,
  Pagination,
  Select,
  Tag,
  type Tone,
} from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { evidenceAgeTexts, libraryTexts } from '~/app/i18n/supplier-overview';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { EvidenceAge } from '~/workflows/evidence-age';
import { type LibraryQuery, writeLibraryQuery } from './evidence-library-query';
import type { LibraryRow } from './evidence-library-view.server';
import { EvidenceList } from './evidence-list';

interface LibraryProps {
  rows: readonly LibraryRow[];
  query: LibraryQuery;
  /** How many pieces the choice leaves, and on how many pages. */
  found: number;
  page: number;
  pages: number;
  products: readonly { id: string; name: string }[];
  hasAny: boolean;
  supplierName: string;
  municipalityNames: Readonly<Record<string, string>>;
}

/** All evidence of a supplier: what it is, how old, and which answers it backs. */
export function EvidenceLibraryPage(props: LibraryProps) {
  const { rows, supplierName, municipalityNames, query, found, page, pages, hasAny } = props;
  const paths = usePaths();
  const t = useTexts(libraryTexts);
  const format = useFormat();
  const columns: Column<LibraryRow>[] = [
    {
      id: 'title',
      header: t('columnTitle'),
      rowHeader: true,
      cell: (row) => (
        <>
          <EvidenceList items={[row]} types={{ [row.type]: row.typeText }} municipalityNames={municipalityNames} />
          {row.replaces !== null && <p className="sd-small">{t('standsFor', { title: row.replaces })}</p>}
          {row.replacedBy !== null && <p className="sd-small">{t('replacedBy', { title: row.replacedBy })}</p>}
        </>
      ),
    },
    { id: 'product', header: t('columnProduct'), cell: ({ productName }) => productName },
    { id: 'added', header: t('columnUploaded'), noWrap: true, cell: ({ addedAt }) => format.date(addedAt) },
    { id: 'valid', header: t('columnValid'), cell: (row) => <Validity row={row} /> },
    { id: 'used', header: t('columnUsed'), cell: (row) => <UsedIn row={row} /> },
    { id: 'actions', header: t('columnActions'), cell: (row) => <Replace row={row} /> },
  ];
  return (
    <>
      <PageHeading caption={supplierName} lead={t('lead')}>
        {t('title')}
      </PageHeading>
      {hasAny && <Choice {...props} />}
      <DataTable
        caption={t('title')}
        hideCaption
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState heading={t(hasAny ? 'nothingFound' : 'empty')}>
            {hasAny && <a href={paths.supplier.evidenceLibrary()}>{t('showAll')}</a>}
          </EmptyState>
        }
      />
      {found > 0 && (
        <Pagination
          page={page}
          pages={pages}
          href={(wanted) => paths.supplier.evidenceLibrary() + writeLibraryQuery({ ...query, page: wanted })}
        />
      )}
    </>
  );
}

/** Which evidence is shown: a plain form, so that the address is the state. */
function Choice({ query, products, found }: LibraryProps) {
  const t = useTexts(libraryTexts);
  const paths = usePaths();
  return (
    <>
      <form method="get" action={paths.supplier.evidenceLibrary()} className="sd-library-choice">
        <Select
          name="product"
          label={t('filterProduct')}
          empty={t('filterAll')}
          options={products.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={query.product}
        />
        <Select
          name="age"
          label={t('filterAge')}
          empty={t('filterAnyAge')}
          options={[{ value: 'care', label: t('filterCare') }]}
          defaultValue={query.needsCare ? 'care' : ''}
        />
        <Button kind="secondary">{t('filterApply')}</Button>
      </form>
      <p role="status">{t('found', { count: found })}</p>
    </>
  );
}

const tones: Readonly<Record<EvidenceAge, Tone>> = {
  'no-end': 'neutral',
  valid: 'success',
  expiring: 'warning',
  expired: 'error',
};

function Validity({ row }: { row: LibraryRow }) {
  const t = useTexts(libraryTexts);
  const state = useTexts(evidenceAgeTexts);
  const format = useFormat();
  if (row.isReplaced) return <Tag>{t('replaced')}</Tag>;
  const needsCare = row.age === 'expiring' || row.age === 'expired';
  return (
    <Tag tone={tones[row.age]} {...(needsCare ? { icon: 'warning' as const } : {})}>
      {row.validTo ? t('until', { state: state(row.age), date: format.date(row.validTo) }) : state(row.age)}
    </Tag>
  );
}

/** Longer lists are folded. */
const shownUses = 1;

function UsedIn({ row }: { row: LibraryRow }) {
  const t = useTexts(libraryTexts);
  const text = useText();
  const paths = usePaths();
  if (row.usedIn.length === 0) return <span className="sd-muted">{t('unused')}</span>;
  const list = (
    <ul className="sd-links">
      {row.usedIn.map((link) => (
        <li key={link.key}>
          <a href={`${paths.supplier.section(row.declarationId, link.sectionId)}#q-${link.key}`}>
            {link.about && `${text(link.about.name)}: `}
            {text(link.text)}
          </a>
        </li>
      ))}
    </ul>
  );
  if (row.usedIn.length <= shownUses) return list;
  return <Details summary={t('usedCount', { count: row.usedIn.length })}>{list}</Details>;
}

function Replace({ row }: { row: LibraryRow }) {
  const t = useTexts(libraryTexts);
  const paths = usePaths();
  const [first] = row.usedIn;
  if (!row.mayReplace || !first) return '–';
  return (
    <a href={paths.supplier.newEvidence(row.declarationId, { question: first.key, replaces: row.id })}>
      {t('replace')}
      <span className="sr-only"> {t('replaceWhich', { title: row.title })}</span>
    </a>
  );
}
