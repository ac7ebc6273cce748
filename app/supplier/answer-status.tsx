import { answerShape } from '~/app/answer-words';
import { Alert, Button, ButtonGroup, type SaveState, SaveStatus } from '~/app/components';
import { AnswerValue, Lines } from '~/app/components/answer-value';
import { answerProblemTexts, answerTexts } from '~/app/i18n/answers';
import { useLanguage, useText } from '~/app/i18n/language';
import { sectionTexts } from '~/app/i18n/supplier-section';
import { useTexts } from '~/app/i18n/use-texts';
import type { Question } from '~/workflows/questionnaire/definition';
import type { AnswerStatus, Autosave } from './autosave';
import { fieldNames, writeField } from './field-values';
import type { SectionView } from './section-view';
import { type SectionFormApi, useAnswerStatus, useOverallStatus } from './use-section-form';

/** Whether one answer is kept, in words. */
export function AnswerSaveStatus({ status }: { status: AnswerStatus }) {
  return <SaveStatus status={useSaveState(status)} />;
}

/** The same for the page as a whole. */
export function PageSaveStatus({ engine }: { engine: Autosave }) {
  return <AnswerSaveStatus status={useOverallStatus(engine)} />;
}

function useSaveState(status: AnswerStatus): SaveState {
  const t = useTexts(sectionTexts);
  const problem = useTexts(answerProblemTexts);
  switch (status.state) {
    case 'idle':
    case 'pending':
      return { state: 'idle' };
    case 'waiting':
      if (status.reason === 'offline') return { state: 'waiting' };
      return { state: 'failed', message: t('statusSignedOut') };
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
  /** The colleague's text has been put into the form. */
  onTaken(): void;
}

/** Both texts where somebody else was faster: theirs here, the own one in the field below. Nothing is lost. */
export function AnswerConflict({ view, question, answerKey, form, engine, isLive, onTaken }: AnswerConflictProps) {
  const status = useAnswerStatus(engine, answerKey);
  const t = useTexts(sectionTexts);
  const words = useTexts(answerTexts);
  const language = useLanguage();
  const text = useText();
  if (status.state !== 'conflict') return null;
  const name = status.changedBy || t('colleague');
  const { present } = status;
  const takeTheirs = () => {
    const theirs = engine.takeTheirs(answerKey);
    if (!theirs) return;
    form.setValue(fieldNames.value(answerKey), writeField(question, theirs.value, language));
    form.setValue(fieldNames.justification(answerKey), theirs.justification ?? '');
    onTaken();
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
        </ButtonGroup>
      </Alert>
    </div>
  );
}
