import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Fragment } from 'react';
import { Alert, Definition, PageHeading } from '~/app/components';
import { Contents } from '~/app/components/questionnaire/contents';
import { QuestionnaireContext } from '~/app/components/questionnaire/names';
import { QuestionEntry } from '~/app/components/questionnaire/question-entry';
import { ReadingGuide } from '~/app/components/questionnaire/reading-guide';
import { HearingBanner, HearingNews, type HearingNotice } from '~/app/hearings/hearing-notices';
import { useFormat } from '~/app/i18n/format';
import { hearingTexts } from '~/app/i18n/hearings';
import { useText } from '~/app/i18n/language';
import { questionnaireTexts } from '~/app/i18n/questionnaire';
import { questionnaireVersionTexts } from '~/app/i18n/questionnaire-versions';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { usePaths } from '~/app/paths';
import { notFound } from '~/app/published/query-problem.server';
import { listInterfaces } from '~/db/catalogue';
import { findHearing, type Hearing } from '~/db/published/hearings';
import { findMapping, findQuestionnaireVersion, listQuestionnaireVersions } from '~/db/questionnaires';
import { copenhagenDay } from '~/workflows/day';
import { isHearingOpen } from '~/workflows/hearing';
import type { Question } from '~/workflows/questionnaire/definition';
import { minutesFor } from '~/workflows/questionnaire/effort';

export const handle = page<typeof loader>({
  title: ({ data, language }) => data.definition.title[language],
  description: ({ language }) => translator(questionnaireTexts, language)('description'),
});

/** `version`: an earlier one; else the newest. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { publicDb } = context;
  const slug = params.slug ?? '';
  const wanted = new URL(request.url).searchParams.get('version');
  const hearing = await findHearing(publicDb, slug);
  const isHeard = hearing !== undefined && wanted === hearing.version;
  const questionnaire = isHeard ? undefined : await findQuestionnaireVersion(publicDb, slug, wanted);
  const shown = isHeard ? hearing : questionnaire;
  if (!shown) notFound();
  const interfaces = await listInterfaces(publicDb);
  const { version, definition } = shown;
  const versions = await listQuestionnaireVersions(publicDb, slug);
  return {
    slug,
    newest: versions.at(-1)?.version ?? version,
    before: questionnaire ? ((await findMapping(publicDb, questionnaire.id))?.before.version ?? null) : null,
    versions: versions.map((each) => each.version),
    version,
    publishedAt: questionnaire?.publishedAt ?? null,
    heardSince: isHeard ? hearing.openedAt : null,
    hearing: hearing ? noticeOf(hearing, copenhagenDay(context.now())) : null,
    definition,
    interfaceNames: Object.fromEntries(interfaces.map(({ id, name }) => [id, name])),
  };
}

function noticeOf({ version, introduction, closesOn, endedAt }: Hearing, today: string): HearingNotice {
  return { version, introduction, closesOn, isOpen: isHearingOpen({ closesOn, endedAt }, today) };
}

/** Every question, before anybody signs in. */
export default function Questionnaire() {
  const { slug, version, definition, interfaceNames, hearing } = useLoaderData<typeof loader>();
  const t = useTexts(questionnaireTexts);
  const text = useText();
  return (
    <QuestionnaireContext.Provider value={{ definition, interfaceNames }}>
      <PageHeading caption={t('caption')} lead={text(definition.introduction)}>
        {text(definition.title)}
      </PageHeading>
      {hearing && version === hearing.version && <HearingBanner slug={slug} hearing={hearing} />}
      {hearing && version !== hearing.version && <HearingNews slug={slug} hearing={hearing} />}
      <Versions />
      <Facts />
      <Contents />
      <section aria-labelledby="guide">
        <h2 id="guide">{t('beforeYouAnswer')}</h2>
        <ReadingGuide />
      </section>
      <Part
        id="interface-template"
        title={t('templateHeading')}
        lead={t('templateLead')}
        questions={definition.interfaceTemplate}
      />
      {definition.sections.map(({ id, title, introduction, questions }) => (
        <Part key={id} id={`section-${id}`} title={text(title)} lead={text(introduction)} questions={questions} />
      ))}
    </QuestionnaireContext.Provider>
  );
}

/** An earlier version says so; a later one tells what it changed. */
function Versions() {
  const { slug, version, newest, before, versions, heardSince } = useLoaderData<typeof loader>();
  const t = useTexts(questionnaireVersionTexts);
  const to = usePaths();
  if (versions.length < 2) return null;
  return (
    <>
      {version !== newest && !heardSince && (
        <Alert kind="info">
          {t('olderNotice', { version, newest })} <a href={to.questionnaire(slug)}>{t('newestLink')}</a>
        </Alert>
      )}
      {before && (
        <p>
          <a href={to.questionnaireChanges(slug, { to: version })}>{t('changesLink', { before })}</a>
        </p>
      )}
      <p>
        {t('allVersions')}:{' '}
        {versions.map((each, index) => (
          <span key={each}>
            {index > 0 && ', '}
            {each === version ? (
              <strong>{each}</strong>
            ) : (
              <a href={to.questionnaire(slug, { version: each === newest ? null : each })}>{each}</a>
            )}
          </span>
        ))}
      </p>
    </>
  );
}

function Facts() {
  const { definition, version, publishedAt, heardSince } = useLoaderData<typeof loader>();
  const t = useTexts(questionnaireTexts);
  const heard = useTexts(hearingTexts);
  const format = useFormat();
  const inSections = (isGeneral: boolean) =>
    definition.sections.filter(({ group }) => (group === null) === isGeneral).flatMap(({ questions }) => questions);
  const minutes = (questions: readonly Question[]) => t('minutes', { count: roundUp(minutesFor(questions)) });
  const general = inSections(true);
  const sizes = {
    general: general.length,
    template: definition.interfaceTemplate.length,
    group: inSections(false).length,
  };
  return (
    <Definition
      compact
      items={[
        {
          id: 'version',
          term: t('version'),
          description: heardSince
            ? heard('versionInHearing', { version, date: format.date(heardSince) })
            : t('versionPublished', { version, date: format.date(publishedAt ?? '') }),
        },
        { id: 'size', term: t('size'), description: t('sizeText', sizes) },
        {
          id: 'time',
          term: t('time'),
          description: t('timeText', { general: minutes(general), template: minutes(definition.interfaceTemplate) }),
        },
        { id: 'weight', term: t('weight'), description: t('weightHelp') },
        { id: 'who', term: t('who'), description: t('whoText') },
      ]}
    />
  );
}

/** An estimate is not more exact than five minutes. */
function roundUp(minutes: number): number {
  return Math.ceil(minutes / 5) * 5;
}

/** Where the version is heard: to say something about one question. */
function CommentLink({ question }: { question: string }) {
  const { slug, version, hearing } = useLoaderData<typeof loader>();
  const t = useTexts(hearingTexts);
  const to = usePaths();
  if (!hearing?.isOpen || hearing.version !== version) return null;
  return (
    <p>
      <a href={to.hearing(slug, { question })} aria-describedby={question}>
        {t('commentQuestion')}
      </a>
    </p>
  );
}

interface PartProps {
  id: string;
  title: string;
  lead: string;
  questions: readonly Question[];
}

function Part({ id, title, lead, questions }: PartProps) {
  const t = useTexts(questionnaireTexts);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{lead}</p>
      {questions.length === 0 && <p>{t('onlyTemplate')}</p>}
      {questions.map((question) => (
        <Fragment key={question.id}>
          <QuestionEntry question={question} />
          <CommentLink question={question.id} />
        </Fragment>
      ))}
      <p className="sd-contents-back">
        <a href="#contents">{t('backToContents')}</a>
      </p>
    </section>
  );
}
