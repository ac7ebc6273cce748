import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Alert, Definition, PageHeading } from '~/app/components';
import { Contents } from '~/app/components/questionnaire/contents';
import { QuestionnaireContext } from '~/app/components/questionnaire/names';
import { QuestionEntry } from '~/app/components/questionnaire/question-entry';
import { ReadingGuide } from '~/app/components/questionnaire/reading-guide';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { questionnaireTexts } from '~/app/i18n/questionnaire';
import { questionnaireVersionTexts } from '~/app/i18n/questionnaire-versions';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { usePaths } from '~/app/paths';
import { notFound } from '~/app/published/query-problem.server';
import { listInterfaces } from '~/db/catalogue';
import { findMapping, findQuestionnaireVersion, listQuestionnaireVersions } from '~/db/questionnaires';
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
  const questionnaire = await findQuestionnaireVersion(publicDb, slug, wanted);
  if (!questionnaire) notFound();
  const interfaces = await listInterfaces(publicDb);
  const { version, publishedAt, definition } = questionnaire;
  const versions = await listQuestionnaireVersions(publicDb, slug);
  return {
    slug,
    newest: versions.at(-1)?.version ?? version,
    before: (await findMapping(publicDb, questionnaire.id))?.before.version ?? null,
    versions: versions.map((each) => each.version),
    version,
    publishedAt,
    definition,
    interfaceNames: Object.fromEntries(interfaces.map(({ id, name }) => [id, name])),
  };
}

/** Every question, before anybody signs in. */
export default function Questionnaire() {
  const { definition, interfaceNames } = useLoaderData<typeof loader>();
  const t = useTexts(questionnaireTexts);
  const text = useText();
  return (
    <QuestionnaireContext.Provider value={{ definition, interfaceNames }}>
      <PageHeading caption={t('caption')} lead={text(definition.introduction)}>
        {text(definition.title)}
      </PageHeading>
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
  const { slug, version, newest, before, versions } = useLoaderData<typeof loader>();
  const t = useTexts(questionnaireVersionTexts);
  const to = usePaths();
  if (versions.length < 2) return null;
  return (
    <>
      {version !== newest && (
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
  const { definition, version, publishedAt } = useLoaderData<typeof loader>();
  const t = useTexts(questionnaireTexts);
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
          description: t('versionPublished', { version, date: format.date(publishedAt) }),
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
        <QuestionEntry key={question.id} question={question} />
      ))}
      <p className="sd-contents-back">
        <a href="#contents">{t('backToContents')}</a>
      </p>
    </section>
  );
}
