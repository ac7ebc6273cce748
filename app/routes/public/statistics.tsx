import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EmptyState, PageHeading, Stats } from '~/app/components';
import { CoverageFigures, ReadinessCurves, RungFigures } from '~/app/components/public/figures';
import { GroupForecasts } from '~/app/components/public/forecast';
import { FoldedGroups } from '~/app/components/public/interface-figures';
import { totalOf } from '~/app/components/public/level-bar';
import { ReviewClockFigures } from '~/app/components/public/review-clock';
import { figureTexts } from '~/app/i18n/figures';
import { publishedTexts } from '~/app/i18n/published';
import { reviewClockTexts } from '~/app/i18n/review-clock';
import { translator } from '~/app/i18n/texts';
import { RichText, useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { usePaths } from '~/app/paths';
import { loadFigures } from '~/app/published/figures.server';
import { loadGroupForecasts } from '~/app/published/forecast.server';
import { inTime } from '~/app/published/query-problem.server';
import { type GroupReadiness, loadReadiness } from '~/app/published/readiness.server';
import { countKeyFigures } from '~/db/published/key-figures';
import { findReviewClock } from '~/db/published/review-clock';
import { copenhagenDay } from '~/workflows/day';

export const handle = page({
  title: ({ language }) => translator(publishedTexts, language)('statisticsTitle'),
  description: ({ language }) => translator(publishedTexts, language)('statisticsLead'),
  wide: true,
});

export async function loader({ context }: LoaderFunctionArgs) {
  const { publicDb: db, now } = context;
  const groups = await loadReadiness(db);
  const [figures, reviewClock, more, forecasts] = await inTime(
    Promise.all([
      countKeyFigures(db),
      findReviewClock(db),
      loadFigures(db, groups, copenhagenDay(now())),
      loadGroupForecasts(context, groups),
    ]),
  );
  return {
    reviewClock,
    more,
    forecasts,
    figures,
    groups: groups.map(withLevels).filter(({ levels }) => totalOf(levels) > 0),
  };
}

/** What the page draws of a group and of its interfaces that somebody has declared. */
function withLevels({ id, name, levels, interfaces }: GroupReadiness) {
  const declared = interfaces.filter((each) => totalOf(each.levels) > 0);
  return {
    id,
    name,
    levels,
    interfaces: declared.map((each) => ({ id: each.id, name: each.name, levels: each.levels })),
  };
}

export default function Statistics() {
  const { figures, groups, reviewClock, more, forecasts } = useLoaderData<typeof loader>();
  const t = useTexts(publishedTexts);
  const words = useTexts(figureTexts);
  const to = usePaths();
  return (
    <>
      <PageHeading lead={t('statisticsLead')}>{t('statisticsTitle')}</PageHeading>
      <Stats
        items={[
          { id: 'products', value: figures.products, label: t('statProducts') },
          { id: 'suppliers', value: figures.suppliers, label: t('statSuppliers') },
          { id: 'interfaces', value: figures.supportedInterfaces, label: t('statInterfaces') },
          { id: 'approvals', value: figures.approvals, label: t('statApprovals') },
        ]}
      />
      <Contents />
      {forecasts && <GroupForecasts {...forecasts} />}
      {groups.length === 0 ? (
        <EmptyState heading={t('noAnswersYet')}>
          <p>{t('nothingPublishedText')}</p>
        </EmptyState>
      ) : (
        <>
          <section aria-labelledby="groups">
            <h2 id="groups">{t('readinessByGroup')}</h2>
            <FoldedGroups groups={groups} />
          </section>
          <ReadinessCurves days={more.days} groups={more.curves} />
          <RungFigures counts={more.rungs} />
          <CoverageFigures coverage={more.coverage} />
        </>
      )}
      {reviewClock && <ReviewClockFigures {...reviewClock} />}
      <p className="sd-muted">
        <RichText text={figureTexts.reproducible} values={{ link: <a href={to.openData()}>{words('dataPage')}</a> }} />
      </p>
    </>
  );
}

/** The way to each figure that is on the page. */
function Contents() {
  const { groups, reviewClock, more } = useLoaderData<typeof loader>();
  const t = useTexts(publishedTexts);
  const words = useTexts(figureTexts);
  const ofClock = useTexts(reviewClockTexts);
  const hasAnswers = groups.length > 0;
  const parts = {
    ...(hasAnswers && { groups: t('readinessByGroup') }),
    ...(hasAnswers && more.curves.length > 0 && { curves: words('curves') }),
    ...(hasAnswers && Object.keys(more.rungs).length > 0 && { rungs: words('rungs') }),
    ...(hasAnswers && more.coverage.length > 0 && { coverage: words('coverage') }),
    ...(reviewClock && { 'review-clock': ofClock('heading') }),
  };
  return (
    <nav aria-label={words('onThisPage')} className="sd-on-page">
      <ul>
        {Object.entries(parts).map(([id, heading]) => (
          <li key={id}>
            <a href={`#${id}`}>{heading}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
