import { answerShape } from '~/app/answer-words';
import { Alert, Button, ButtonGroup, type SaveState, SaveStatus } from '~/app/components';
import { AnswerValue, Lines } from '~/app/components/answer-value';
import { answerProblemTexts, answerTexts } from '~/app/i18n/answers';
import { useLanguage, useText } from '~/app/i18n/language';
import { liveSectionTexts } from '~/app/i18n/live-section';
import { sectionTexts } from '~/app/i18n/supplier-section';
import { useTexts } from '~/app/i18n/use-texts';
import type { Question } from '~/workflows/questionnaire/definition';
import type { Autosave } from './autosave';
import { joinAnswers } from './both-texts';
import type { AnswerStatus, Draft } from './edits';
import { type SectionFormApi, showDraft } from './form-values';
import type { SectionView } from './section-view';
import { useAnswerStatus, useOverallStatus } from './use-section-form';

/** Whether one answer is kept, in words. */
export function AnswerSaveStatus({ status, isKept }: { status: AnswerStatus; isKept: boolean }) {
  return <SaveStatus status={useSaveState(status, isKept)} />;
}

/** The same for the page as a whole. */
export function PageSaveStatus({ engine }: { engine: Autosave }) {
  return <AnswerSaveStatus status={useOverallStatus(engine)} isKept={engine.isKept()} />;
}

/** @param isKept whether the browser keeps what the server does not have yet */
function useSaveState(status: AnswerStatus, isKept: boolean): SaveState {
  const kept = useTexts(liveSectionTexts);
  const t = useTexts(sectionTexts);
  const problem = useTexts(answerProblemTexts);
  switch (status.state) {
    case 'idle':
    case 'pending':
      return { state: 'idle' };
    case 'waiting':
      if (status.reason === 'offline') return { state: 'waiting', ...(isKept ? { message: kept('waitingKept') } : {}) };
      return { state: 'failed', message: isKept ? kept('signedOutKept') : t('statusSignedOut') };
    case 'problem':
      return { state: 'failed', message: t('statusProblem', { problem: problem(status.problem) }) };
    case 'failed':
      return { state: 'failed', message: status.message ?? t('unknownQuestion') };
    case 'conflict':
      return { state: 'conflict' };
    default:
      return status;
  }
}

interface AnswerConflictProps {
  view: SectionView;
  question: Question;
  answerKey: string;
  form: SectionFormApi;
  engine: Autosave;
  isLive: boolean;
}

/** Both texts where somebody else was faster: theirs here, the own one in the field below. Nothing is lost. */
export function AnswerConflict({ view, question, answerKey, form, engine, isLive }: AnswerConflictProps) {
  const status = useAnswerStatus(engine, answerKey);
  const t = useTexts(sectionTexts);
  const words = useTexts(answerTexts);
  const live = useTexts(liveSectionTexts);
  const language = useLanguage();
  const text = useText();
  if (status.state !== 'conflict') return null;
  const name = status.changedBy || t('colleague');
  const { present } = status;
  const takeTheirs = () => {
    const theirs = engine.takeTheirs(answerKey);
    if (!theirs) return;
    showDraft(form, answerKey, question, theirs, language);
  };
  const mine = engine.mineOf(answerKey);
  const both = mine && joinAnswers(question, present, mine);
  const keepBoth = (joined: Draft) => {
    engine.keepBoth(answerKey, joined);
    showDraft(form, answerKey, question, joined, language);
  };
  return (
    <div tabIndex={-1} data-conflict="">
      <Alert kind="warning" heading={t('conflictHeading', { name })} level={3} role="alert">
        <p>
          {t('conflictText')} {t('conflictMineBelow')}
        </p>
        <p>
          <strong>{t('conflictTheirs', { name })}:</strong>
        </p>
        <AnswerValue
          shape={answerShape(question)}
          value={present.value}
          names={view.names}
          question={text(question.text)}
        />
        {present.justification && (
          <p>
            {words('justification')}: <Lines text={present.justification} />
          </p>
        )}
        <ButtonGroup>
          <Button
            kind="secondary"
            small
            {...(isLive
              ? { type: 'button', onClick: () => engine.keepMine(answerKey) }
              : { name: 'intent', value: 'stay' })}
          >
            {t('keepMine')}
          </Button>
          <Button
            kind="secondary"
            small
            {...(isLive ? { type: 'button', onClick: takeTheirs } : { name: 'intent', value: `theirs:${answerKey}` })}
          >
            {t('takeTheirs', { name })}
          </Button>
          {isLive && both && (
            <Button kind="secondary" small type="button" onClick={() => keepBoth(both)}>
              {live('keepBoth')}
            </Button>
          )}
        </ButtonGroup>
      </Alert>
    </div>
  );
}
