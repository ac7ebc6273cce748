import { useText } from '~/app/i18n/language';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { kept } from '~/app/kept-parts';
import { usePaths } from '~/app/paths';
import type { MatrixColumn, MatrixProduct, Matrix as MatrixView } from '~/app/published/compare-page.server';
import { DataTable, type Header, SupportMatrixCell, Tag } from '..';

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
      {products.length > 1 && <ProductPicker products={products} />}
      <div className="sd-matrix">
        <DataTable
          caption={t('compareTable')}
          hideCaption
          compact
          sticky="header-and-first-column"
          rows={products}
          rowKey={({ slug }) => slug}
          columns={useHeaders(columns)}
          row={(product) => <MatrixRow key={product.slug} product={product} columns={columns} />}
        />
      </div>
      <a id={edges.after} className="sd-skip" href={`#${edges.before}`}>
        {t('skipMatrixBack')}
      </a>
    </>
  );
}

/** On a phone: one product at a time, by its address within the page. */
function ProductPicker({ products }: Pick<MatrixView, 'products'>) {
  const t = useTexts(publishedTexts);
  return (
    <nav className="sd-matrix-picker sd-on-phone" aria-label={t('pickProduct')}>
      <ul>
        {products.map(({ slug, name }) => (
          <li key={slug}>
            <a href={`#${rowId(slug)}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Each cell is a link: with the keyboard alone there are hundreds of stops between what stands before and behind. */
const edges = { before: 'matrix-before', after: 'matrix-after' } as const;

interface MatrixRowProps {
  product: MatrixProduct;
  columns: readonly MatrixColumn[];
}

/** Of thousands of cells the text is kept row by row; the same rows stand in the matrices of many filters. */
const MatrixRow = kept(function MatrixRow({ product, columns }: MatrixRowProps) {
  const text = useText();
  const href = usePaths().product(product.slug);
  const name = rowName(product.slug);
  return (
    <tr id={rowId(product.slug)}>
      <th scope="row">
        <ProductName product={product} href={href} />
      </th>
      {columns.map(({ id, short }) => {
        const support = product.support[id];
        return (
          <td key={id} data-title={text(short)}>
            <SupportMatrixCell
              level={support?.level ?? null}
              rung={support?.rung}
              municipalities={support?.attestedBy}
              plannedFor={support?.plannedOn}
              isDisputed={support?.isDisputed ?? false}
              href={`${href}#${id}`}
              row={name}
              column={columnName(id)}
            />
          </td>
        );
      })}
    </tr>
  );
});

function ProductName({ product, href }: { product: MatrixProduct; href: string }) {
  const t = useTexts(publishedTexts);
  return (
    <>
      <a id={rowName(product.slug)} href={href}>
        {product.name}
      </a>
      <span className="sd-matrix-supplier">
        {product.supplier.name} {product.isDemo && <Tag>{t('demo')}</Tag>}
      </span>
    </>
  );
}

function rowId(slug: string): string {
  return `r.${slug}`;
}

/** Ids of what rows and columns are called; with a full stop, so that no part of the page has the same one. */
function rowName(slug: string): string {
  return `p.${slug}`;
}

function columnName(interfaceId: string): string {
  return `i.${interfaceId}`;
}

/** What stands above the columns; their cells are those of `MatrixRow`. */
function useHeaders(columns: readonly MatrixColumn[]): Header[] {
  const t = useTexts(publishedTexts);
  const text = useText();
  const to = usePaths();
  const interfaces = columns.map(({ id, name, short, group }) => ({
    id,
    group: text(group),
    header: (
      <a id={columnName(id)} href={to.interface(id)} title={text(name)}>
        {text(short)}
      </a>
    ),
  }));
  return [{ id: 'product', header: t('compareProduct') }, ...interfaces];
}
