import { Button, CaseStateTag, type Column, DataTable, Details, Tag, TextInput } from '~/app/components';
import { correctionTexts } from '~/app/i18n/corrections';
import { nextActionTexts, supplierTexts } from '~/app/i18n/supplier';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { HomeProduct, ProductGroup } from './home-view.server';

interface ProductListProps {
  products: readonly HomeProduct[];
  /** Null: there are few enough to stand unfolded. */
  groups: readonly ProductGroup[] | null;
  /** What somebody looks for, and what was found; null: nothing is looked for. */
  search: { text: string; found: readonly HomeProduct[] } | null;
}

/** Every product. Many are folded by whose turn it is, and found by name. */
export function ProductList({ products, groups, search }: ProductListProps) {
  const t = useTexts(supplierTexts);
  if (!groups) return <ProductTable products={products} caption={t('productsHeading')} />;
  return (
    <div className="sd-product-list">
      <FindProduct text={search?.text ?? ''} />
      {search ? (
        <Found text={search.text} found={search.found} />
      ) : (
        groups.map(({ kind, products: those }) => {
          const summary = t(summaries[kind], { count: those.length });
          return (
            <Details key={kind} summary={summary}>
              <ProductTable products={those} caption={summary} />
            </Details>
          );
        })
      )}
    </div>
  );
}

const summaries = { ours: 'groupOurs', theirs: 'groupTheirs', rest: 'groupRest' } as const satisfies Record<
  ProductGroup['kind'],
  string
>;

/** Leads back to the list, not to the page's head. */
function FindProduct({ text }: { text: string }) {
  const t = useTexts(supplierTexts);
  const paths = usePaths();
  return (
    <form method="get" action={`${paths.supplier.home()}#products`} className="sd-find-product" role="search">
      <TextInput name="q" label={t('findLabel')} defaultValue={text} type="search" />
      <Button kind="secondary">{t('findButton')}</Button>
    </form>
  );
}

function Found({ text, found }: { text: string; found: readonly HomeProduct[] }) {
  const t = useTexts(supplierTexts);
  const paths = usePaths();
  const count = found.length;
  const heading = count === 0 ? t('foundNone', { text }) : t('found', { count, text });
  return (
    <>
      <p role="status">
        {heading} <a href={`${paths.supplier.home()}#products`}>{t('findAll')}</a>
      </p>
      {count > 0 && <ProductTable products={found} caption={heading} />}
    </>
  );
}

/** On a phone a product is a few lines, so that thirty can be looked through. */
function ProductTable({ products, caption }: { products: readonly HomeProduct[]; caption: string }) {
  const t = useTexts(supplierTexts);
  const action = useTexts(nextActionTexts);
  const columns: Column<HomeProduct>[] = [
    {
      id: 'product',
      header: t('columnProduct'),
      rowHeader: true,
      cell: (product) => <ProductName product={product} />,
    },
    {
      id: 'state',
      header: t('columnState'),
      cell: ({ state }) => (state ? <CaseStateTag state={state} /> : <Tag>{t('notDeclared')}</Tag>),
    },
    { id: 'next', header: t('columnNext'), cell: ({ nextAction }) => action(nextAction) },
    { id: 'progress', header: t('columnProgress'), cell: ({ progress }) => <Progress progress={progress} /> },
    {
      id: 'links',
      header: <span className="sr-only">{t('editFacts')}</span>,
      title: '',
      cell: (product) => <ProductLinks product={product} />,
    },
  ];
  return (
    <div className="sd-products">
      <DataTable caption={caption} hideCaption columns={columns} rows={products} rowKey={({ id }) => id} />
    </div>
  );
}

function ProductName({ product }: { product: HomeProduct }) {
  const t = useTexts(supplierTexts);
  const paths = usePaths();
  const { declarationId, name, caseNumber } = product;
  return (
    <>
      {declarationId ? <a href={paths.supplier.declaration(declarationId)}>{name}</a> : name}
      {caseNumber && <div className="sd-muted sd-small sd-normal">{t('caseNumber', { number: caseNumber })}</div>}
    </>
  );
}

function Progress({ progress }: Pick<HomeProduct, 'progress'>) {
  const t = useTexts(supplierTexts);
  if (!progress) return <span className="sd-nothing">–</span>;
  const { requiredAnswered: done, required: total, missing } = progress;
  return (
    <>
      {t('requiredOf', { done, total })}
      {missing > 0 && <div>{t('missingCount', { count: missing })}</div>}
    </>
  );
}

function ProductLinks({ product }: { product: HomeProduct }) {
  const t = useTexts(supplierTexts);
  const correction = useTexts(correctionTexts);
  const paths = usePaths();
  const about = <span className="sr-only"> {t('forProduct', { product: product.name })}</span>;
  return (
    <div className="sd-row-links">
      <a href={paths.supplier.editProduct(product.id)}>
        {t('editFacts')}
        {about}
      </a>
      {product.isPublic && product.declarationId && (
        <a href={paths.supplier.corrections(product.declarationId)}>
          {correction('homeLink')}
          {about}
        </a>
      )}
      {product.isPublic && (
        <a href={paths.product(product.slug)}>
          {t('publicPage')}
          {about}
        </a>
      )}
    </div>
  );
}
