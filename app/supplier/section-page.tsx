import { useEffect, useMemo, useRef, useState } from 'react';
import {
  Alert,
  BackLink,
  Button,
  ButtonGroup,
  Definition,
  Details,
  ErrorSummary,
  errorOf,
  type FieldProblem,
  InterfaceStatusTag,
  PageHeading,
  ProgressBar,
} from '~/app/components';
import { useLanguage, useText } from '~/app/i18n/language';
import { liveSectionTexts } from '~/app/i18n/live-section';
import { useRefusal } from '~/app/i18n/refusals';
import { sectionBlockTexts } from '~/app/i18n/section-blocks';
import { sectionTexts } from '~/app/i18n/supplier-section';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { Refusal } from '~/workflows/refusal';
import { PageSaveStatus } from './answer-status';
import { fieldNames } from './field-values';
import { savedValues } from './form-values';
import { PresenceNotice, SessionNotice } from './live-notices';
import { MunicipalityList } from './municipality-field';
import { QuestionField } from './question-field';
import type { RefusedSave } from './refused-save';
import { Block } from './section-block';
import { blocksOf } from './section-blocks';
import { groupsOf, type QuestionGroup } from './section-rules';
import { SectionShortcuts } from './section-shortcuts';
import type { InstanceView, SectionView } from './section-view';
import { type LiveSection, useLiveSection } from './use-live-section';
import { type SectionForm, sectionFormId, useSectionForm } from './use-section-form';

/** What happened to a form that was sent without scripts, and what the address says of it. */
export interface SectionNotice {
  refused: RefusedSave | null;
  refusal: Refusal | null;
  isSaved: boolean;
  /** The first question that the answers have opened. */
  opened: string | null;
}

const none: readonly FieldProblem[] = [];

/** One section of the questionnaire as one form. */
export function SectionPage({ view, notice }: { view: SectionView; notice: SectionNotice }) {
  const section = useSectionForm(view, notice.refused);
  const live = useLiveSection(view, section.form, section.engine);
  const text = useText();
  const t = useTexts(sectionTexts);
  const paths = usePaths();
  const errors = section.errors ?? notice.refused?.errors ?? none;
  return (
    <>
      <BackLink href={paths.supplier.declaration(view.declarationId)}>{t('backToTasks')}</BackLink>
      <ErrorSummary errors={errors} />
      <Notices notice={notice} />
      <PageHeading caption={view.productName} lead={text(view.introduction)}>
        {text(view.title)}
      </PageHeading>
      <Guidance view={view} section={section} live={live} />
      <form id={sectionFormId} method="post" noValidate onSubmit={section.onSubmit} onBlur={section.onBlur}>
        {/* The button that the Enter key presses: the first of a form. */}
        <button type="submit" name="intent" value="stay" className="sr-only" tabIndex={-1} aria-hidden="true" />
        <MunicipalityList choices={view.municipalities} />
        <Questions view={view} section={section} notice={notice} errors={errors} />
        <OpenedStatus count={section.open.size} />
        <FormEnd view={view} section={section} />
      </form>
      {/* Last, so that it can stay at the window's lower edge wherever somebody writes. */}
      <div className="sd-session">
        <SessionNotice {...live} />
      </div>
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
      <SavingHint isLive={isLive} />
      <PresenceNotice present={live.present} sectionId={view.sectionId} isLive={isLive} />
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
      <SectionShortcuts usesShortcuts={view.usesShortcuts} />
    </div>
  );
}

/** Both hints lie in one place, so that nothing below moves when the scripts have arrived and the one replaces the other. */
function SavingHint({ isLive }: { isLive: boolean }) {
  const t = useTexts(sectionTexts);
  const hint = (what: 'autosaveHint' | 'saveHint', isShown: boolean) => (
    <p className={isShown ? undefined : 'sd-unseen'}>
      {t(what)} {t('requiredHint')}
    </p>
  );
  return (
    <div className="sd-one-place">
      {hint('saveHint', !isLive)}
      {hint('autosaveHint', isLive)}
    </div>
  );
}

interface QuestionsProps {
  view: SectionView;
  section: SectionForm;
  notice: SectionNotice;
  errors: readonly FieldProblem[];
}

function Questions({ view, section, notice, errors }: QuestionsProps) {
  const language = useLanguage();
  const { form, engine, open, isLive } = section;
  const { refused } = notice;
  // The same objects as long as the page stands: a question is drawn anew only when something of its own changes.
  const values = useMemo(() => savedValues(view, refused, language), [view, refused, language]);
  const groups = useMemo(() => groupsOf(view.instances), [view]);
  const divided = useMemo(
    () =>
      groups.map((group) => ({ group, blocks: blocksOf(view, group, open) })).filter(({ blocks }) => blocks.length > 0),
    [view, groups, open],
  );
  const hasInterfaces = divided.some(({ group }) => group.interfaceId !== null);
  const field = (instance: InstanceView) => {
    const { key, questionId } = instance;
    const question = view.questions[questionId];
    const justification = values[fieldNames.justification(key)];
    return (
      question && (
        <QuestionField
          key={key}
          view={view}
          question={question}
          instance={instance}
          form={form}
          engine={engine}
          isLive={isLive}
          error={errorOf(errors, fieldNames.value(key)) ?? ''}
          reasonError={errorOf(errors, fieldNames.justification(key)) ?? ''}
          value={values[fieldNames.value(key)] ?? ''}
          justification={typeof justification === 'string' ? justification : ''}
        />
      )
    );
  };
  return divided.map(({ group, blocks }) => (
    <section key={group.interfaceId ?? 'own'} aria-labelledby={`group-${group.interfaceId ?? 'own'}`}>
      <GroupHeading group={group} view={view} isHidden={!hasInterfaces} />
      {blocks.map((block) => (
        <Block key={block.key} view={view} block={block} field={field} />
      ))}
    </section>
  ));
}

/** Says to those who do not see it that a choice has opened questions. */
function OpenedStatus({ count }: { count: number }) {
  const t = useTexts(sectionBlockTexts);
  const before = useRef(count);
  const [opened, setOpened] = useState(0);
  useEffect(() => {
    setOpened(Math.max(0, count - before.current));
    before.current = count;
  }, [count]);
  return (
    <p className="sr-only" role="status">
      {opened > 0 ? t('opened', { count: opened }) : ''}
    </p>
  );
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
        {view.next === 'correction' && t('continueToCorrection')}
        {view.next === null && t('continueToCheck')}
        {view.next && view.next !== 'correction' && t('continueTo', { section: text(view.next.title) })}
      </p>
    </div>
  );
}
