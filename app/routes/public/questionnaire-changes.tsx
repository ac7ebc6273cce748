import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BackLink, PageHeading } from '~/app/components';
import { Changes } from '~/app/components/questionnaire/changes';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { noticedFieldTexts, questionnaireVersionTexts } from '~/app/i18n/questionnaire-versions';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { usePaths } from '~/app/paths';
import { notFound } from '~/app/published/query-problem.server';
import { listNotices, listQuestionChanges } from '~/app/questionnaire-changes';
import type { Db } from '~/db/client';
import { findHearing, type Hearing } from '~/db/published/hearings';
import { findMapping, findQuestionnaireVersion } from '~/db/questionnaires';
import { mappingNotices } from '~/workflows/questionnaire/mapping-check';

export const handle = page<typeof loader>({
  title: ({ data, language }) =>
    `${translator(questionnaireVersionTexts, language)('changesTitle', { version: data.version })} – ${data.title[language]}`,
  breadcrumbs: ({ data, language, paths: to }) => [{ label: data.title[language], href: to.questionnaire(data.slug) }],
});

/** `to`: the version whose changes are shown; else the newest. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { publicDb } = context;
  const wanted = new URL(request.url).searchParams.get('to');
  const name = params.slug ?? '';
  const hearing = await findHearing(publicDb, name);
  const heard = hearing && wanted === hearing.version ? hearing : undefined;
  const published = heard ? undefined : await findQuestionnaireVersion(publicDb, name, wanted);
  const after = heard ?? published;
  if (!after) throw notFound();
  const origin = heard ? await originOf(publicDb, heard) : published && (await findMapping(publicDb, published.id));
  const { slug, version } = after;
  const { title } = after.definition;
  if (!origin) return { slug, version, title, before: null, unchanged: 0, changes: null, notices: [] };
  const { before, mapping } = origin;
  return {
    slug,
    version,
    title,
    before: before.version,
    unchanged: mapping.unchanged.length,
    changes: listQuestionChanges(before, after, mapping),
    notices: listNotices(after, mappingNotices(before.definition, after.definition, mapping)),
  };
}

/** What a version that is heard is compared with. */
async function originOf(db: Db, { slug, mapping }: Hearing) {
  const before = mapping && (await findQuestionnaireVersion(db, slug, mapping.from));
  return before && mapping ? { before, mapping } : undefined;
}

/** What changed from the version before to this one, in words. */
export default function QuestionnaireChanges() {
  const { slug, version, before, unchanged, changes, notices } = useLoaderData<typeof loader>();
  const t = useTexts(questionnaireVersionTexts);
  const fields = useTexts(noticedFieldTexts);
  const text = useText();
  const format = useFormat();
  const to = usePaths();
  return (
    <>
      <BackLink href={to.questionnaire(slug)}>{t('back')}</BackLink>
      <PageHeading lead={before ? t('changesLead', { before, unchanged }) : t('firstVersion')}>
        {t('changesTitle', { version })}
      </PageHeading>
      {changes && <Changes changes={changes} />}
      {notices.length > 0 && (
        <section aria-labelledby="otherwise">
          <h2 id="otherwise">{t('otherwise')}</h2>
          <p>{t('otherwiseLead')}</p>
          <ul>
            {notices.map((notice) => (
              <li key={notice.id}>
                {text(notice.text)} ({format.list(notice.fields.map((field) => fields(field)))})
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
