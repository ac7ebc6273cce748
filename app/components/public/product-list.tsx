import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { productTypeTexts, supportLevelTexts } from '~/app/i18n/words';
import { kept } from '~/app/kept-parts';
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

const noNames = {};

/** Products as a list of results. */
export function ProductList({ products, asked = noNames, level = 2 }: ProductListProps) {
  return (
    <ul className="sd-results">
      {products.map((product) => (
        <Result key={product.slug} product={product} asked={asked} level={level} />
      ))}
    </ul>
  );
}

type ResultProps = { product: ProductItem } & Required<Omit<ProductListProps, 'products'>>;

/** A row is kept whole, by the item that lists share; and its parts, which many rows have in common. */
const Result = kept(function Result({ product, asked, level }: ResultProps) {
  const { supplier, asked: support, ...facts } = product;
  return (
    <li>
      <article className="sd-result">
        <ResultFacts {...facts} supplierSlug={supplier.slug} supplierName={supplier.name} headingLevel={level} />
        {support.length > 0 && <AskedSupport support={support} names={asked} />}
        <ResultApproval outcome={facts.outcome} decidedBy={facts.decidedBy} publishedOn={facts.publishedOn} />
        {facts.levels.length === 0 && <NoSupport />}
      </article>
    </li>
  );
});

interface ResultFactsProps extends Pick<ProductItem, 'slug' | 'name' | 'isDemo' | 'type' | 'levels'> {
  supplierSlug: string;
  supplierName: string;
  headingLevel: 2 | 3;
}

const ResultFacts = kept(function ResultFacts(props: ResultFactsProps) {
  const t = useTexts(publishedTexts);
  const types = useTexts(productTypeTexts);
  const to = usePaths();
  const Heading = `h${props.headingLevel}` as const;
  return (
    <>
      <Heading className="sd-result-name">
        <a href={to.product(props.slug)}>{props.name}</a>
        {props.isDemo && <Tag>{t('demo')}</Tag>}
      </Heading>
      <p className="sd-result-facts">
        <a href={to.publicSupplier(props.supplierSlug)}>{props.supplierName}</a> · {types(props.type)}
      </p>
      <LevelSummary levels={props.levels} />
    </>
  );
});

type Approved = Pick<ProductItem, 'outcome' | 'decidedBy' | 'publishedOn'>;

const ResultApproval = kept(function ResultApproval(product: Approved) {
  return (
    <p className="sd-result-approval">
      <ApprovalSentence product={product} />
    </p>
  );
});

function NoSupport() {
  const t = useTexts(publishedTexts);
  return <p className="sd-muted">{t('noSupport')}</p>;
}

/** »Godkendt af Aarhus Kommune 2. november 2026«. */
export function ApprovalSentence({ product }: { product: Approved }) {
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
      {support.map(({ interfaceId, ...rest }) => {
        const name = names[interfaceId];
        return <AskedLine key={interfaceId} name={name ? text(name) : interfaceId} {...rest} />;
      })}
    </ul>
  );
}

interface AskedLineProps extends Omit<SupportItem, 'interfaceId'> {
  name: string;
}

const AskedLine = kept(function AskedLine(props: AskedLineProps) {
  return (
    <li>
      <span className="sd-result-interface">{props.name}</span>{' '}
      <SupportLevelTag level={props.level} plannedFor={props.plannedOn} />{' '}
      <RungTag rung={props.rung} municipalities={props.attestedBy} /> {props.isDisputed && <DisputedTag />}
    </li>
  );
});
