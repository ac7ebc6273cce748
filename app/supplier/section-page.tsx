import {
  Alert,
  BackLink,
  Button,
  ButtonGroup,
  Definition,
  Details,
  ErrorSummary,
  InterfaceStatusTag,
  PageHeading,
  ProgressBar,
} from '~/app/components';
import { useLanguage, useText } from '~/app/i18n/language';
import { liveSectionTexts } from '~/app/i18n/live-section';
import { useRefusal } from '~/app/i18n/refusals';
import { sectionTexts } from '~/app/i18n/supplier-section';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { Refusal } from '~/workflows/refusal';
import { PageSaveStatus } from './answer-status';
import { fieldNames } from './field-values';
import { PresenceNotice, SessionNotice } from './live-notices';
import { MunicipalityList } from './municipality-field';
import { QuestionField } from './question-field';
import type { RefusedSave } from './refused-save';
import { groupsOf, type QuestionGroup } from './section-rules';
import type { SectionView } from './section-view';
import { type LiveSection, useLiveSection } from './use-live-section';
import { type SectionForm, savedValues, sectionFormId, useSectionForm } from './use-section-form';

/** What happened to a form that was sent without scripts, and what the address says of it. */
export interface SectionNotice {
  refused: RefusedSave | null;
  refusal: Refusal | null;
  isSaved: boolean;
  /** The first question that the answers have opened. */
  opened: string | null;
}

/** One section of the questionnaire as one form. */
export function SectionPage({ view, notice }: { view: SectionView; notice: SectionNotice }) {
  const section = useSectionForm(view, notice.refused);
  const live = useLiveSection(view, section.form, section.engine);
  const text = useText();
  const t = useTexts(sectionTexts);
  const paths = usePaths();
  const errors = section.errors ?? notice.refused?.errors ?? [];
  return (
    <>
      <BackLink href={paths.supplier.declaration(view.declarationId)}>{t('backToTasks')}</BackLink>
      <ErrorSummary errors={errors} />
      <Notices notice={notice} />
      <PageHeading caption={view.productName} lead={text(view.introduction)}>
        {text(view.title)}
      </PageHeading>
      <Guidance view={view} section={section} live={live} />
      <form id={sectionFormId} method="post" noValidate onSubmit={section.onSubmit} onBlur={section.engine.start}>
        {/* The button that the Enter key presses: the first of a form. */}
        <button type="submit" name="intent" value="stay" className="sr-only" tabIndex={-1} aria-hidden="true" />
        <MunicipalityList choices={view.municipalities} />
        <Questions view={view} section={section} notice={notice} errors={errors} />
        <FormEnd view={view} section={section} />
      </form>
    </>
  );
}

function Notices({ notice }: { notice: SectionNotice }) {
  const t = useTexts(sectionTexts);
  const sentence = useRefusal();
  return (
    <>
      {notice.refusal && <Alert kind="error">{sentence(notice.refusal)}</Alert>}
      {notice.isSaved && notice.opened === null && <Alert kind="success" heading={t('savedHeading')} role="status" />}
      {notice.opened !== null && (
        <Alert kind="info" heading={t('openedHeading')} role="status">
          <p>{t('openedText')}</p>
          <p>
            <a href={`#q-${notice.opened}`}>{t('openedLink')}</a>
          </p>
        </Alert>
      )}
    </>
  );
}

function Guidance({ view, section, live }: { view: SectionView; section: SectionForm; live: LiveSection }) {
  const { isLive, restored } = section;
  const ofLive = useTexts(liveSectionTexts);
  const t = useTexts(sectionTexts);
  const text = useText();
  const progress = live.progress ?? view.progress;
  const hasLevels = Object.values(view.questions).some(({ type }) => type === 'support_level');
  return (
    <div className="sd-guidance">
      {progress && (
        <ProgressBar label={t('sectionProgress')} done={progress.requiredAnswered} total={progress.required} />
      )}
      <p>
        {t(isLive ? 'autosaveHint' : 'saveHint')} {t('requiredHint')}
      </p>
      <PresenceNotice present={live.present} sectionId={view.sectionId} isLive={isLive} />
      <SessionNotice {...live} />
      {restored > 0 && (
        <Alert kind="info" role="status">
          {ofLive('restored', { count: restored })}
        </Alert>
      )}
      {hasLevels && (
        <Details summary={t('scaleSummary')}>
          <Definition
            items={view.supportScale.map((level) => ({
              id: level.value,
              term: text(level.text),
              description: text(level.explanation),
            }))}
          />
        </Details>
      )}
    </div>
  );
}

interface QuestionsProps {
  view: SectionView;
  section: SectionForm;
  notice: SectionNotice;
  errors: Parameters<typeof ErrorSummary>[0]['errors'];
}

function Questions({ view, section, notice, errors }: QuestionsProps) {
  const language = useLanguage();
  const { form, engine, open, isLive } = section;
  const values = savedValues(view, notice.refused, language);
  const groups = groupsOf(view.instances.filter(({ key }) => open.has(key)));
  const hasInterfaces = groups.some(({ interfaceId }) => interfaceId !== null);
  return groups.map((group) => (
    <section key={group.interfaceId ?? 'own'} aria-labelledby={`group-${group.interfaceId ?? 'own'}`}>
      <GroupHeading group={group} view={view} isHidden={!hasInterfaces} />
      {group.instances.map((instance) => {
        const question = view.questions[instance.questionId];
        if (!question) return null;
        const justification = values[fieldNames.justification(instance.key)];
        return (
          <QuestionField
            key={instance.key}
            view={view}
            question={question}
            instance={instance}
            form={form}
            engine={engine}
            isLive={isLive}
            errors={errors}
            value={values[fieldNames.value(instance.key)] ?? ''}
            justification={typeof justification === 'string' ? justification : ''}
          />
        );
      })}
    </section>
  ));
}

function GroupHeading({ group, view, isHidden }: { group: QuestionGroup; view: SectionView; isHidden: boolean }) {
  const t = useTexts(sectionTexts);
  const text = useText();
  const paths = usePaths();
  const about = view.interfaces.find(({ id }) => id === group.interfaceId);
  if (!about) {
    return (
      <h2 id="group-own" className={isHidden ? 'sr-only' : undefined}>
        {t('ownQuestions', { group: text(view.title) })}
      </h2>
    );
  }
  return (
    <header className="sd-interface-heading">
      <h2 id={`group-${about.id}`}>
        {text(about.name)} <span className="sd-interface-id">{about.id}</span>
      </h2>
      <p>
        <InterfaceStatusTag status={about.status} /> {text(about.summary)}{' '}
        <a href={paths.interface(about.id)}>
          {t('aboutInterface')}
          <span className="sr-only"> {text(about.name)}</span>
        </a>
      </p>
    </header>
  );
}

function FormEnd({ view, section }: { view: SectionView; section: SectionForm }) {
  const t = useTexts(sectionTexts);
  const text = useText();
  return (
    <div className="sd-form-end">
      <PageSaveStatus engine={section.engine} />
      <ButtonGroup>
        <Button name="intent" value="continue">
          {t('saveAndContinue')}
        </Button>
        <Button kind="secondary" name="intent" value="stay">
          {t('saveAndStay')}
        </Button>
      </ButtonGroup>
      <p className="sd-small sd-muted">
        {view.next ? t('continueTo', { section: text(view.next.title) }) : t('continueToCheck')}
      </p>
    </div>
  );
}
