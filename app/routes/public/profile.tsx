import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ButtonGroup, ButtonLink, EmptyState, PageHeading } from '~/app/components';
import { DataLinks } from '~/app/components/public/data-links';
import { ProfileForm, useRequirementLine } from '~/app/components/public/profile-form';
import { ProfileResult } from '~/app/components/public/profile-result';
import { QueryProblemPage } from '~/app/components/public/query-problem-page';
import { useFormat } from '~/app/i18n/format';
import { languageOf } from '~/app/i18n/language';
import { profileTexts } from '~/app/i18n/profile';
import { profileImportTexts } from '~/app/i18n/profile-import';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { apiPaths, paths, usePaths } from '~/app/paths';
import { interfaceLabel } from '~/app/published/interface-label';
import { loadProfileMatch, nameRequirements, readProfilePage } from '~/app/published/profile-page.server';
import { inTime, refuseQuery } from '~/app/published/query-problem.server';
import { copenhagenDay } from '~/workflows/day';
import { writeProfile } from '~/workflows/profile';

/** Products on the page; the files have them all. */
const shownProducts = 12;
const answerFormats = ['xlsx', 'csv', 'json'] as const;

export const handle = page<typeof loader>({
  title: ({ data, language }) => data.profile.title || translator(profileTexts, language)('title'),
  description: ({ language }) => translator(profileTexts, language)('lead'),
  wide: true,
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { publicDb: db, now } = context;
  const { catalogue, read, next } = await readProfilePage(request, db, now());
  if (!read.ok) refuseQuery(read.problem);
  if (next) throw redirect(paths(languageOf(request)).profile(writeProfile(next)));
  const { profile } = read;
  const requirements = nameRequirements(profile, catalogue);
  const today = copenhagenDay(now());
  const { matches, fitting, relaxations } = await inTime(loadProfileMatch(db, profile, { catalogue, now: now() }));
  return {
    profile,
    requirements,
    today,
    interfaces: catalogue.interfaces.map((entry) => ({ id: entry.id, name: interfaceLabel(entry) })),
    kle: catalogue.kle,
    fitting,
    relaxations: relaxations.slice(0, 5),
    total: matches.length,
    rows: matches.slice(0, shownProducts).map(({ product, fits, met, isFit }) => ({
      slug: product.slug,
      name: product.name,
      supplierName: product.supplierName,
      isDemo: product.isDemo,
      isFit,
      met,
      cells: fits.map((fit, index) => ({
        fit,
        offered: product.support.get(requirements[index]?.interfaceId ?? '') ?? null,
      })),
    })),
  };
}

export default function ProfilePage() {
  const { profile, requirements, interfaces, kle, today } = useLoaderData<typeof loader>();
  const t = useTexts(profileTexts);
  const fromList = useTexts(profileImportTexts);
  const to = usePaths();
  return (
    <>
      <PageHeading lead={t('lead')}>{profile.title || t('title')}</PageHeading>
      {requirements.length === 0 && (
        <EmptyState heading={t('noRequirements')}>
          <p>{t('noRequirementsText')}</p>
        </EmptyState>
      )}
      <ProfileForm {...{ profile, requirements, interfaces, kle, today }} />
      <p>
        <a href={to.profileImport(writeProfile(profile))}>{fromList('fromList')}</a>
      </p>
      {requirements.length > 0 && <Result />}
    </>
  );
}

function Result() {
  const { profile, requirements, rows, total, fitting, relaxations, today } = useLoaderData<typeof loader>();
  const t = useTexts(profileTexts);
  const describe = useRequirementLine();
  const answers = useTexts(profileImportTexts);
  const format = useFormat();
  const to = usePaths();
  const written = writeProfile(profile);
  const frozen = writeProfile({ ...profile, on: profile.on || today });
  return (
    <>
      <section aria-labelledby="result">
        <h2 id="result">{t('result')}</h2>
        <p>
          <strong>{t('fitting', { count: fitting, all: total })}</strong>{' '}
          {t('resultOn', { date: format.date(profile.on || today) })}.
        </p>
        {relaxations.length > 0 && (
          <>
            <h3>{t('relaxHeading')}</h3>
            <ul>
              {relaxations.map(({ index, more }) => {
                const requirement = requirements[index];
                return requirement ? (
                  <li key={requirement.interfaceId}>
                    {t('relax', { requirement: describe(requirement), count: more })}
                  </li>
                ) : null;
              })}
            </ul>
          </>
        )}
        {rows.length === 0 ? (
          <EmptyState heading={t('nothingFound')} level={3}>
            <p>{t('nothingFoundText')}</p>
          </EmptyState>
        ) : (
          <ProfileResult rows={rows} requirements={requirements} />
        )}
        {total > rows.length && <p className="sd-muted">{t('showing', { shown: rows.length, all: total })}</p>}
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
          <a href={to.profile(frozen)}>{t('frozen')}</a>
        </p>
      </section>
    </>
  );
}

export function ErrorBoundary() {
  return <QueryProblemPage href={usePaths().profile()} />;
}
