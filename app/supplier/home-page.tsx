import { Button, ButtonGroup, ButtonLink, Details, EmptyState, PageHeading, ProgressBar, Tag } from '~/app/components';
import { calendarTexts } from '~/app/i18n/calendar';
import { disputeWorkTexts } from '~/app/i18n/disputes';
import { familyTexts } from '~/app/i18n/families';
import { useFormat } from '~/app/i18n/format';
import { nextActionExplanations, nextActionTexts, supplierTexts } from '~/app/i18n/supplier';
import { apiTokenTexts } from '~/app/i18n/supplier-api';
import { supplierPeopleTexts } from '~/app/i18n/supplier-people';
import { textLibraryTexts } from '~/app/i18n/text-library';
import { transferTexts } from '~/app/i18n/transfers';
import { useTexts } from '~/app/i18n/use-texts';
import { type Paths, usePaths } from '~/app/paths';
import { type ReceivedSection, ReceivedSections } from '~/app/people/handover-notice';
import type { HomeProduct, ProductGroup } from './home-view.server';
import { ProductList } from './product-list';
import { WaitingRenewals } from './renewal-notice';
import type { WaitingRenewal } from './renewal-notice.server';
import { type CountedTask, SunsetTasks } from './sunset-tasks';

interface HomeProps {
  products: readonly HomeProduct[];
  next: readonly HomeProduct[];
  groups: readonly ProductGroup[] | null;
  search: { text: string; found: readonly HomeProduct[] } | null;
  received: readonly ReceivedSection[];
  renewals: readonly WaitingRenewal[];
  sunsets: readonly CountedTask[];
  supplierName: string;
  /** Whether the person may make keys for the supplier's own systems. */
  canManage: boolean;
  /** ISO 8601: what is overdue is told by it. */
  now: string;
}

export function Home(props: HomeProps) {
  const { products, next, groups, search, received, renewals, sunsets, supplierName, canManage, now } = props;
  const t = useTexts(supplierTexts);
  const paths = usePaths();
  const calendar = useTexts(calendarTexts);
  const tokens = useTexts(apiTokenTexts);
  const disputes = useTexts(disputeWorkTexts);
  const transfers = useTexts(transferTexts);
  const people = useTexts(supplierPeopleTexts);
  const families = useTexts(familyTexts);
  const library = useTexts(textLibraryTexts);
  const add = (
    <ButtonLink href={paths.supplier.newProduct()} kind={products.length === 0 ? 'primary' : 'secondary'} icon="plus">
      {t('newProduct')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeading caption={supplierName} lead={t('homeLead')} aside={products.length > 0 ? add : undefined}>
        {t('homeTitle')}
      </PageHeading>
      {products.length === 0 ? (
        <EmptyState heading={t('emptyHeading')} action={add}>
          <p>{t('emptyText')}</p>
          <p>
            <a href={paths.supplier.people()}>{people('title')}</a>
          </p>
          <p>
            <a href={paths.supplier.transfers()}>{transfers('title')}</a>
          </p>
        </EmptyState>
      ) : (
        <>
          <ReceivedSections received={received} />
          <NextSteps steps={next} now={now} />
          <WaitingRenewals renewals={renewals} />
          <SunsetTasks tasks={sunsets} />
          <h2 id="products">{t('productsHeading')}</h2>
          <ButtonGroup>
            <ButtonLink href={paths.supplier.overview()} kind="secondary">
              {t('overviewLink')}
            </ButtonLink>
            <ButtonLink href={paths.supplier.evidenceLibrary()} kind="secondary">
              {t('evidenceLink')}
            </ButtonLink>
            <ButtonLink href={paths.supplier.families()} kind="secondary">
              {families('title')}
            </ButtonLink>
            <ButtonLink href={paths.supplier.library()} kind="secondary">
              {library('title')}
            </ButtonLink>
            <ButtonLink href={paths.supplier.people()} kind="secondary">
              {people('title')}
            </ButtonLink>
          </ButtonGroup>
          <ProductList products={products} groups={groups} search={search} />
          <p>
            <a href={paths.supplier.transfers()}>{transfers('title')}</a>
          </p>
          <p>
            <a href={paths.supplier.disputes()}>{disputes('supplierTitle')}</a>
          </p>
          <p>
            <a href={paths.calendar()}>{calendar('link')}</a>
          </p>
          {canManage && (
            <p>
              <a href={paths.supplier.apiTokens()}>{tokens('homeLink')}</a>
            </p>
          )}
        </>
      )}
    </>
  );
}

/** With many products the rest is folded, so that what is beyond can still be found. What has a deadline never is. */
const stepsShown = 5;

function NextSteps({ steps, now }: { steps: readonly HomeProduct[]; now: string }) {
  const t = useTexts(supplierTexts);
  const shown = Math.max(stepsShown, steps.filter(({ dueAt }) => dueAt !== null).length);
  const rest = steps.slice(shown);
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t('nextHeading')}</h2>
      {steps.length === 0 ? (
        <p>{t('nextNothing')}</p>
      ) : (
        <ol className="sd-next-steps">
          {steps.slice(0, shown).map((product, index) => (
            <NextStep key={product.id} product={product} isFirst={index === 0} now={now} />
          ))}
        </ol>
      )}
      {rest.length > 0 && (
        <Details summary={t('nextRest', { count: rest.length })}>
          <ol className="sd-next-steps" start={shown + 1}>
            {rest.map((product) => (
              <NextStep key={product.id} product={product} isFirst={false} now={now} />
            ))}
          </ol>
        </Details>
      )}
    </section>
  );
}

function NextStep({ product, isFirst, now }: { product: HomeProduct; isFirst: boolean; now: string }) {
  const t = useTexts(supplierTexts);
  const explanation = useTexts(nextActionExplanations);
  return (
    <li className="sd-next-step">
      <div>
        <h3 className="h4">{product.name}</h3>
        <p>{explanation(product.nextAction)}</p>
        {product.dueAt && (
          <p className="sd-due">
            <DueDate dueAt={product.dueAt} now={now} />
          </p>
        )}
        {product.progress && product.progress.missing > 0 && (
          <ProgressBar
            label={t('columnProgress')}
            done={product.progress.requiredAnswered}
            total={product.progress.required}
          />
        )}
      </div>
      <NextButton product={product} kind={isFirst ? 'primary' : 'secondary'} />
    </li>
  );
}

export function DueDate({ dueAt, now }: { dueAt: string; now: string }) {
  const t = useTexts(supplierTexts);
  const format = useFormat();
  const isLate = dueAt < now;
  const date = format.date(dueAt);
  return (
    <Tag tone={isLate ? 'error' : 'warning'} icon="time">
      {isLate ? t('overdueSince', { date }) : t('dueOn', { date })}
    </Tag>
  );
}

function NextButton({ product, kind }: { product: HomeProduct; kind: 'primary' | 'secondary' }) {
  const t = useTexts(supplierTexts);
  const action = useTexts(nextActionTexts);
  const paths = usePaths();
  const label = (
    <>
      {action(product.nextAction)}
      <span className="sr-only"> {t('forProduct', { product: product.name })}</span>
    </>
  );
  if (product.declarationId === null) {
    return (
      <form method="post" action={paths.supplier.declare(product.id)}>
        <Button kind={kind}>{label}</Button>
      </form>
    );
  }
  return (
    <ButtonLink kind={kind} href={hrefOf(product, product.declarationId, paths)}>
      {label}
    </ButtonLink>
  );
}

function hrefOf({ nextAction }: HomeProduct, declarationId: string, paths: Paths): string {
  if (nextAction === 'choose-scope') return paths.supplier.scope(declarationId);
  if (nextAction === 'submit') return paths.supplier.check(declarationId);
  return paths.supplier.declaration(declarationId);
}
