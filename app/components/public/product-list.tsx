import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { productTypeTexts, supportLevelTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import type { ProductItem, SupportItem } from '~/app/published/product-item';
import type { SupportLevel, Text } from '~/workflows/words';
import { DisputedTag, Icon, RungTag, SupportLevelTag, Tag } from '..';

interface ProductListProps {
  products: readonly ProductItem[];
  /** Short names of the interfaces that the list is narrowed by, by id. */
  asked?: Readonly<Record<string, Text>>;
  level?: 2 | 3;
}

/** Products as a list of results. */
export function ProductList({ products, asked = {}, level = 2 }: ProductListProps) {
  return (
    <ul className="sd-results">
      {products.map((product) => (
        <li key={product.slug}>
          <ProductResult product={product} asked={asked} level={level} />
        </li>
      ))}
    </ul>
  );
}

function ProductResult({
  product,
  asked,
  level,
}: { product: ProductItem } & Required<Omit<ProductListProps, 'products'>>) {
  const t = useTexts(publishedTexts);
  const types = useTexts(productTypeTexts);
  const to = usePaths();
  const Heading = `h${level}` as const;
  return (
    <article className="sd-result">
      <Heading className="sd-result-name">
        <a href={to.product(product.slug)}>{product.name}</a>
        {product.isDemo && <Tag>{t('demo')}</Tag>}
      </Heading>
      <p className="sd-result-facts">
        <a href={to.publicSupplier(product.supplier.slug)}>{product.supplier.name}</a> · {types(product.type)}
      </p>
      <LevelSummary levels={product.levels} />
      {product.asked.length > 0 && <AskedSupport support={product.asked} names={asked} />}
      <p className="sd-result-approval">
        <ApprovalSentence product={product} />
      </p>
      {product.levels.length === 0 && <p className="sd-muted">{t('noSupport')}</p>}
    </article>
  );
}

/** »Godkendt af Aarhus Kommune 2. november 2026«. */
export function ApprovalSentence({ product }: { product: Pick<ProductItem, 'outcome' | 'decidedBy' | 'publishedOn'> }) {
  const t = useTexts(publishedTexts);
  const format = useFormat();
  const params = { municipality: product.decidedBy, date: format.date(product.publishedOn) };
  return <>{product.outcome === 'approved' ? t('approvedBy', params) : t('partlyApprovedBy', params)}</>;
}

/** »5 i drift · 2 klar«: how many interfaces stand on each level, best first. */
export function LevelSummary({ levels }: { levels: readonly { level: SupportLevel; count: number }[] }) {
  const t = useTexts(publishedTexts);
  const words = useTexts(supportLevelTexts);
  const format = useFormat();
  if (levels.length === 0) return null;
  return (
    <ul className="sd-level-summary" aria-label={t('supportSummary')}>
      {levels.map(({ level, count }) => (
        <li key={level}>
          <Icon name={`level-${level}`} />
          <strong>{format.number(count)}</strong> {words(level).toLowerCase()}
        </li>
      ))}
    </ul>
  );
}

function AskedSupport({ support, names }: { support: readonly SupportItem[]; names: Readonly<Record<string, Text>> }) {
  const text = useText();
  return (
    <ul className="sd-result-asked">
      {support.map(({ interfaceId, level, rung, attestedBy, plannedOn, isDisputed }) => {
        const name = names[interfaceId];
        return (
          <li key={interfaceId}>
            <span className="sd-result-interface">{name ? text(name) : interfaceId}</span>{' '}
            <SupportLevelTag level={level} plannedFor={plannedOn} /> <RungTag rung={rung} municipalities={attestedBy} />{' '}
            {isDisputed && <DisputedTag />}
          </li>
        );
      })}
    </ul>
  );
}
