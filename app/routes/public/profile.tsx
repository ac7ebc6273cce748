import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ButtonGroup, ButtonLink, EmptyState, PageHeading, Pagination } from '~/app/components';
import { DataLinks } from '~/app/components/public/data-links';
import { ProfileForecastSection } from '~/app/components/public/profile-forecast';
import { ProfileForm } from '~/app/components/public/profile-form';
import { Relaxations } from '~/app/components/public/profile-relaxations';
import { ProfileResult } from '~/app/components/public/profile-result';
import { QueryProblemPage } from '~/app/components/public/query-problem-page';
import { useFormat } from '~/app/i18n/format';
import { languageOf, useLanguage } from '~/app/i18n/language';
import { profileTexts } from '~/app/i18n/profile';
import { profileImportTexts } from '~/app/i18n/profile-import';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { apiPaths, paths, usePaths } from '~/app/paths';
import { interfaceLabel } from '~/app/published/interface-label';
import {
  cellsOf,
  loadProfileForecast,
  loadProfileMatch,
  nameRequirements,
  ofPage,
  readProfilePage,
  shownProducts,
  takePage,
} from '~/app/published/profile-page.server';
import { inTime, refuseQuery } from '~/app/published/query-problem.server';
import type { Offer } from '~/db/published/offers';
import { copenhagenDay } from '~/workflows/day';
import { writeProfile } from '~/workflows/profile';
import type { ExpectedFit } from '~/workflows/profile-forecast';
import { furthestDay } from '~/workflows/viewed-day';

const answerFormats = ['xlsx', 'csv', 'json'] as const;
const wordOf = { docx: 'Word', pdf: 'PDF' } as const;

export const handle = page<typeof loader>({
  title: ({ data, language }) => data.profile.title || translator(profileTexts, language)('title'),
  description: ({ language }) => translator(profileTexts, language)('lead'),
  wide: true,
});

export async function loader({ request: asked, context }: LoaderFunctionArgs) {
  const { publicDb: db, now } = context;
  const { page: number, request } = takePage(asked, refuseQuery);
  const { catalogue, read, next } = await readProfilePage(request, db, now());
  if (!read.ok) refuseQuery(read.problem);
  if (next) throw redirect(paths(languageOf(request)).profile(writeProfile(next)));
  const { profile } = read;
  const requirements = nameRequirements(profile, catalogue);
  const today = copenhagenDay(now());
  const match = await inTime(loadProfileMatch(db, profile, now()));
  const { matches, fitting, relaxations } = match;
  const forecast = await inTime(loadProfileForecast(context, profile, match));
  return {
    profile,
    requirements,
    today,
    latest: furthestDay(today),
    interfaces: catalogue.interfaces.map((entry) => ({ id: entry.id, name: interfaceLabel(entry) })),
    kle: catalogue.kle,
    fitting,
    relaxations: relaxations.slice(0, 5).map(({ index, more, softer }) => ({
      index,
      more: namesOf(more),
      softer: softer.map((each) => ({ ...each, more: namesOf(each.more) })),
    })),
    forecast: forecast && { ...forecast, coming: forecast.coming.map(shownComing) },
    total: matches.length,
    number,
    pages: Math.ceil(matches.length / shownProducts),
    rows: ofPage(matches, number).map(({ product, fits, met, isFit }) => ({
      slug: product.slug,
      name: product.name,
      supplierName: product.supplierName,
      isDemo: product.isDemo,
      isFit,
      met,
      cells: cellsOf(requirements, { fits, support: product.support }),
    })),
  };
}

const namesOf = (products: readonly Offer[]): string[] => products.map(({ name }) => name);

function shownComing({ product, ...rest }: ExpectedFit<Offer>) {
  const { slug, name, supplierSlug, supplierName } = product;
  return { slug, name, supplierSlug, supplierName, ...rest };
}

export default function ProfilePage() {
  const { profile, requirements, interfaces, kle, fitting, total, latest } = useLoaderData<typeof loader>();
  const t = useTexts(profileTexts);
  const fromList = useTexts(profileImportTexts);
  const to = usePaths();
  return (
    <>
      <PageHeading lead={t('lead')}>{profile.title || t('title')}</PageHeading>
      {requirements.length > 0 && (
        <p className="h4">
          <strong>{t('fitting', { count: fitting, all: total })}</strong> <a href="#result">{t('toResult')}</a>
        </p>
      )}
      {requirements.length === 0 && (
        <EmptyState heading={t('noRequirements')}>
          <p>{t('noRequirementsText')}</p>
        </EmptyState>
      )}
      <ProfileForm {...{ profile, requirements, interfaces, kle, latest }} />
      <p>
        <a href={to.profileImport(writeProfile(profile))}>{fromList('fromList')}</a>
      </p>
      {requirements.length > 0 && <Result />}
    </>
  );
}

function Result() {
  const { profile, requirements, rows, total, number, pages, fitting, relaxations, forecast, today } =
    useLoaderData<typeof loader>();
  const t = useTexts(profileTexts);
  const answers = useTexts(profileImportTexts);
  const format = useFormat();
  const to = usePaths();
  const written = writeProfile(profile);
  const asOf = profile.on !== '' && profile.on < today ? profile.on : today;
  const frozen = writeProfile({ ...profile, on: asOf });
  return (
    <>
      <section aria-labelledby="result">
        <h2 id="result">{t('result')}</h2>
        <p>
          <strong>{t('fitting', { count: fitting, all: total })}</strong> {t('resultOn', { date: format.date(asOf) })}.
        </p>
        {forecast && <ProfileForecastSection forecast={forecast} requirements={requirements} />}
        {relaxations.length > 0 && (
          <>
            <h3>{t('relaxHeading')}</h3>
            <Relaxations relaxations={relaxations} requirements={requirements} />
          </>
        )}
        {rows.length === 0 ? (
          <EmptyState heading={t('nothingFound')} level={3}>
            <p>{t('nothingFoundText')}</p>
          </EmptyState>
        ) : (
          <ProfileResult rows={rows} requirements={requirements} />
        )}
        <Pagination
          page={number}
          pages={pages}
          href={(page) => `${to.profile({ ...written, page: page > 1 && page })}#result`}
        />
        <DataLinks href={apiPaths.profile} query={frozen} />
      </section>
      <section aria-labelledby="take">
        <h2 id="take">{t('take')}</h2>
        <ButtonGroup>
          <ButtonLink href={to.profileAnnex('docx', written)}>{t('annexWord')}</ButtonLink>
          <ButtonLink kind="secondary" href={to.profileAnnex('pdf', written)}>
            {t('annexPdf')}
          </ButtonLink>
        </ButtonGroup>
        <p>
          {answers('answers')}{' '}
          {answerFormats.map((format, index) => (
            <span key={format}>
              {index > 0 && ' · '}
              <a href={to.profileAnswers(format, written)} rel="nofollow">
                {format.toUpperCase()}
              </a>
            </span>
          ))}
        </p>
        <p>
          {t('questionFiles')}{' '}
          {(['docx', 'pdf'] as const).map((format, index) => (
            <span key={format}>
              {index > 0 && ' · '}
              <a href={to.profileQuestions(format, { ...written, page: number > 1 && number })} rel="nofollow">
                {wordOf[format]}
              </a>
            </span>
          ))}
        </p>
        <p>
          <a href={paths(useLanguage()).profile(frozen)}>{t('frozen', { date: format.date(asOf) })}</a>
        </p>
      </section>
    </>
  );
}

export function ErrorBoundary() {
  return <QueryProblemPage href={usePaths().profile()} />;
}
