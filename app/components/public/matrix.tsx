import { useText } from '~/app/i18n/language';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { kept } from '~/app/kept-parts';
import { usePaths } from '~/app/paths';
import type { MatrixColumn, MatrixProduct, Matrix as MatrixView } from '~/app/published/compare-page.server';
import { type Column, DataRow, DataTable, SupportMatrixCell, Tag } from '..';

/**
 * Products × interfaces as one table: header and first column stay in view; on a phone each product is a card of its
 * own.
 */
export function Matrix({ products, columns }: Pick<MatrixView, 'products' | 'columns'>) {
  const t = useTexts(publishedTexts);
  return (
    <>
      <a id={edges.before} className="sd-skip" href={`#${edges.after}`}>
        {t('skipMatrix')}
      </a>
      <div className="sd-matrix">
        <DataTable
          caption={t('compareTable')}
          hideCaption
          compact
          sticky="header-and-first-column"
          rows={products}
          rowKey={({ slug }) => slug}
          columns={useMatrixColumns(columns)}
          row={(product) => <MatrixRow key={product.slug} product={product} columns={columns} />}
        />
      </div>
      <a id={edges.after} className="sd-skip" href={`#${edges.before}`}>
        {t('skipMatrixBack')}
      </a>
    </>
  );
}

/** Each cell is a link: with the keyboard alone there are hundreds of stops between what stands before and behind. */
const edges = { before: 'matrix-before', after: 'matrix-after' } as const;

/** Of thousands of cells the text is kept row by row; the same rows stand in the matrices of many filters. */
const MatrixRow = kept(function MatrixRow({
  product,
  columns,
}: {
  product: MatrixProduct;
  columns: readonly MatrixColumn[];
}) {
  return <DataRow columns={useMatrixColumns(columns)} row={product} />;
});

function useMatrixColumns(columns: readonly MatrixColumn[]): Column<MatrixProduct>[] {
  const t = useTexts(publishedTexts);
  const product: Column<MatrixProduct> = {
    id: 'product',
    header: t('compareProduct'),
    rowHeader: true,
    cell: (row) => <ProductName product={row} />,
  };
  return [product, ...useInterfaceColumns(columns)];
}

function ProductName({ product }: { product: MatrixProduct }) {
  const t = useTexts(publishedTexts);
  const to = usePaths();
  return (
    <>
      <a id={rowName(product.slug)} href={to.product(product.slug)}>
        {product.name}
      </a>
      <span className="sd-matrix-supplier">
        {product.supplier.name} {product.isDemo && <Tag>{t('demo')}</Tag>}
      </span>
    </>
  );
}

/** Ids of what rows and columns are called; with a full stop, so that no part of the page has the same one. */
function rowName(slug: string): string {
  return `p.${slug}`;
}

function columnName(interfaceId: string): string {
  return `i.${interfaceId}`;
}

function useInterfaceColumns(columns: readonly MatrixColumn[]): Column<MatrixProduct>[] {
  const text = useText();
  const to = usePaths();
  return columns.map(({ id, name, short, group }) => ({
    id,
    title: text(short),
    header: (
      <>
        <span className="sd-matrix-group">{text(group)}</span>
        <a id={columnName(id)} href={to.interface(id)} title={text(name)}>
          {text(short)}
        </a>
      </>
    ),
    cell: (product) => {
      const support = product.support[id];
      return (
        <SupportMatrixCell
          level={support?.level ?? null}
          rung={support?.rung}
          municipalities={support?.attestedBy}
          plannedFor={support?.plannedOn}
          isDisputed={support?.isDisputed ?? false}
          href={support && `${to.product(product.slug)}#${id}`}
          named={`${rowName(product.slug)} ${columnName(id)}`}
        />
      );
    },
  }));
}
