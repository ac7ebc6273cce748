import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Cards, EmptyState, Hero, SearchField, Stats } from '~/app/components';
import { GroupReadiness } from '~/app/components/public/group-readiness';
import { LevelBar, type Levels, totalOf } from '~/app/components/public/level-bar';
import { LevelSummary, ProductList } from '~/app/components/public/product-list';
import { commonTexts } from '~/app/i18n/common';
import { useFormat } from '~/app/i18n/format';
import { publishedTexts } from '~/app/i18n/published';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { usePaths } from '~/app/paths';
import { productItem } from '~/app/published/product-item';
import { loadReadiness } from '~/app/published/readiness.server';
import { portalData } from '~/app/published/structured-data';
import { useDayQuery } from '~/app/viewed-day';
import { listMunicipalities } from '~/db/catalogue';
import { countKeyFigures } from '~/db/published/key-figures';
import { listPublishedProducts } from '~/db/published/products';
import { copenhagenDay } from '~/workflows/day';
import { noFilters } from '~/workflows/product-query';
import { supportLevels } from '~/workflows/words';

export const handle = page({
  title: ({ language }) => translator(commonTexts, language)('portalName'),
  description: ({ language }) => translator(publishedTexts, language)('homeDescription'),
  structured: ({ language, paths, publicUrl }) =>
    portalData(
      {
        name: translator(commonTexts, language)('portalName'),
        description: translator(publishedTexts, language)('homeDescription'),
      },
      publicUrl + paths.home(),
      publicUrl + paths.products(),
    ),
});

const newestOnFrontPage = 4;

export async function loader({ context }: LoaderFunctionArgs) {
  const { publicDb: db, now } = context;
  const today = copenhagenDay(now());
  const [figures, groups, newest, municipalities] = await Promise.all([
    countKeyFigures(db),
    loadReadiness(db),
    listPublishedProducts(db, noFilters, { sort: 'newest', size: newestOnFrontPage, today }),
    listMunicipalities(db),
  ]);
  const names = Object.fromEntries(municipalities.map(({ code, name }) => [code, name]));
  return {
    figures,
    groups: groups.map(({ id, name, levels }) => ({ id, name, levels })).filter(({ levels }) => totalOf(levels) > 0),
    newest: newest.products.map((product) => productItem(product, names)),
  };
}

export default function Home() {
  const { newest, groups } = useLoaderData<typeof loader>();
  const t = useTexts(publishedTexts);
  const day = useDayQuery();
  const to = usePaths();
  return (
    <>
      <Hero title={t('homeTitle')} lead={t('homeLead')} aside={groups.length > 0 && <AllAnswers />}>
        <form method="get" action={to.products()} role="search">
          {Object.entries(day).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <SearchField label={t('searchLabel')} hint={t('searchHint')} large />
        </form>
      </Hero>
      <Figures />
      <Entrances />
      <section aria-labelledby="newest">
        <h2 id="newest">{t('newestApprovals')}</h2>
        {newest.length > 0 ? (
          <>
            <div className="sd-beside">
              <ProductList products={newest} level={3} />
            </div>
            <p>
              <a href={to.products({ sort: 'newest' })}>{t('allProducts')}</a>
            </p>
          </>
        ) : (
          <EmptyState heading={t('nothingPublished')} level={3}>
            <p>{t('nothingPublishedText')}</p>
          </EmptyState>
        )}
      </section>
      <Readiness />
    </>
  );
}

/** The one figure that the portal is about, with what it is made of. */
function AllAnswers() {
  const { groups } = useLoaderData<typeof loader>();
  const t = useTexts(publishedTexts);
  const format = useFormat();
  const to = usePaths();
  const counted = supportLevels.map((level) => ({
    level,
    count: groups.reduce((sum, { levels }) => sum + levels[level], 0),
  }));
  const levels = Object.fromEntries(counted.map(({ level, count }) => [level, count])) as Levels;
  return (
    <>
      <p className="sd-hero-figure">
        <strong>{format.number(levels.in_production + levels.ready)}</strong>{' '}
        {t('homeReady', { total: totalOf(levels) })}
      </p>
      <LevelBar levels={levels} />
      <LevelSummary levels={counted.filter(({ count }) => count > 0)} />
      <p>
        <a href={to.statistics()}>{t('homeFigures')}</a>
      </p>
    </>
  );
}

function Figures() {
  const { figures } = useLoaderData<typeof loader>();
  const t = useTexts(publishedTexts);
  const to = usePaths();
  return (
    <section aria-label={t('keyFigures')}>
      <Stats
        items={[
          { id: 'products', value: figures.products, label: t('statProducts'), href: to.products() },
          { id: 'suppliers', value: figures.suppliers, label: t('statSuppliers'), href: to.suppliers() },
          { id: 'interfaces', value: figures.supportedInterfaces, label: t('statInterfaces'), href: to.interfaces() },
          { id: 'approvals', value: figures.approvals, label: t('statApprovals'), href: to.statistics() },
        ]}
      />
    </section>
  );
}

function Readiness() {
  const { groups } = useLoaderData<typeof loader>();
  const t = useTexts(publishedTexts);
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="readiness">
      <h2 id="readiness">{t('readinessByGroup')}</h2>
      <p>{t('readinessByGroupLead')}</p>
      <GroupReadiness groups={groups} />
    </section>
  );
}

function Entrances() {
  const t = useTexts(publishedTexts);
  const to = usePaths();
  return (
    <section aria-labelledby="entrances">
      <h2 id="entrances">{t('entrances')}</h2>
      <Cards
        level={3}
        items={[
          { id: 'buyer', heading: t('entranceBuyer'), text: t('entranceBuyerText'), href: to.compare() },
          { id: 'profile', heading: t('entranceProfile'), text: t('entranceProfileText'), href: to.profile() },
          { id: 'supplier', heading: t('entranceSupplier'), text: t('entranceSupplierText'), href: to.supplier.home() },
          { id: 'reviewer', heading: t('entranceReviewer'), text: t('entranceReviewerText'), href: to.review.inbox() },
        ]}
      />
    </section>
  );
}
