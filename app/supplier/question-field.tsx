import { memo, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { Button, Details, FieldError, InsetText, TextArea, VerdictTag } from '~/app/components';
import { answerProblemTexts } from '~/app/i18n/answers';
import { formatList } from '~/app/i18n/format';
import { useLanguage, useText } from '~/app/i18n/language';
import { sectionTexts } from '~/app/i18n/supplier-section';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import { ThreadNotes } from '~/app/threads/thread-notes';
import { answerLimits } from '~/workflows/questionnaire/answer';
import type { Question } from '~/workflows/questionnaire/definition';
import { type EvidenceDemand, evidenceDemandOf } from '~/workflows/questionnaire/evidence-demand';
import { AnswerConflict, AnswerSaveStatus } from './answer-status';
import type { Autosave } from './autosave';
import { EarlierNote } from './earlier-note';
import { EvidenceList } from './evidence-list';
import { type FieldValue, fieldNames } from './field-values';
import type { SectionFormApi } from './form-values';
import { InheritanceNote } from './inheritance-note';
import { QuestionInput } from './question-input';
import { QuestionLibrary } from './question-library';
import { QuestionProposals } from './question-proposals';
import type { InstanceView, SectionView, VerdictView } from './section-view';
import { useAnswerStatus, useRedraws } from './use-section-form';

export interface QuestionFieldProps {
  view: SectionView;
  question: Question;
  instance: InstanceView;
  form: SectionFormApi;
  engine: Autosave;
  isLive: boolean;
  /** What is wrong with the answer, and with its reason; empty: nothing. */
  error: string;
  reasonError: string;
  /** What the fields begin with on the server. */
  value: FieldValue;
  justification: string;
}

/** One question with all that belongs to it: what a reviewer wrote, the field, the reason, the evidence, its state. */
export const QuestionField = memo(function QuestionField(props: QuestionFieldProps) {
  const pastPlan = props.view.pastPlans[props.instance.key];
  return pastPlan === undefined ? <AskedQuestion {...props} /> : <PastPlan {...props} pastPlan={pastPlan} />;
});

/** A planned date that has passed is told at its field until another one stands in it; going on is no less possible. */
function PastPlan({ pastPlan, ...props }: QuestionFieldProps & { pastPlan: string }) {
  const { form, instance, isLive, value, error } = props;
  const t = useTexts(answerProblemTexts);
  const written = useWatch({ control: form.control, name: fieldNames.value(instance.key) });
  const isUnchanged = (isLive ? written : value) === pastPlan;
  return <AskedQuestion {...props} error={error || (isUnchanged ? t('planned-date-past') : '')} />;
}

function AskedQuestion(props: QuestionFieldProps) {
  const { view, question, instance, form, engine, isLive, error, value } = props;
  const { key, interfaceId } = instance;
  const text = useText();
  const to = usePaths();
  const redraws = useRedraws(engine, key);
  const verdict = view.verdicts[key];
  const field = {
    name: fieldNames.value(key),
    label: text(question.text),
    hint: text(question.help),
    extra: <Example view={view} question={question} />,
    labelSize: 'large' as const,
    ...(error ? { error } : {}),
    ...(question.required ? {} : { optional: true }),
  };
  return (
    <div className="sd-asked" id={`q-${key}`} tabIndex={-1}>
      {verdict && <ReviewerNote verdict={verdict} />}
      <ThreadNotes
        threads={view.threads[key] ?? []}
        href={verdict || view.threads[key] ? to.supplier.thread(view.declarationId, key) : null}
      />
      <InheritanceNote view={view} answerKey={key} />
      <EarlierNote view={view} answerKey={key} />
      <QuestionProposals proposals={view.proposals[key] ?? []} names={view.names} question={text(question.text)} />
      <AnswerConflict view={view} question={question} answerKey={key} form={form} engine={engine} isLive={isLive} />
      {question.type === 'evidence' ? (
        <EvidenceQuestion {...field} id={key} />
      ) : (
        <QuestionInput
          key={redraws}
          view={view}
          question={question}
          versions={view.interfaces.find(({ id }) => id === interfaceId)?.versions ?? []}
          field={field}
          value={redraws === 0 ? value : form.getValues(field.name)}
          form={form}
          isLive={isLive}
        />
      )}
      <Backing {...props} />
      <QuestionLibrary view={view} question={question} answerKey={key} />
      <Bookkeeping answerKey={key} engine={engine} isLive={isLive} view={view} />
    </div>
  );
}

function ReviewerNote({ verdict }: { verdict: VerdictView }) {
  const t = useTexts(sectionTexts);
  if (verdict.kind === 'accepted') return null;
  return (
    <InsetText tone="accent">
      <p>
        <strong>{t('reviewFrom', { municipality: verdict.municipalityName })}</strong>{' '}
        <VerdictTag verdict={verdict.kind} />
      </p>
      {verdict.reason && <p className="sd-lines">{verdict.reason}</p>}
    </InsetText>
  );
}

function Example({ view, question }: { view: SectionView; question: Question }) {
  const language = useLanguage();
  const t = useTexts(sectionTexts);
  const types = question.evidence.map((id) => view.evidenceTypes[id]?.[language]).filter((each) => each !== undefined);
  return (
    <Details summary={question.type === 'evidence' ? t('evidenceExampleSummary') : t('exampleSummary')}>
      <p>{question.evidenceExample[language]}</p>
      {types.length > 0 && <p>{t('bestEvidence', { types: formatList(types, language) })}</p>}
    </Details>
  );
}

interface EvidenceQuestionProps {
  id: string;
  label: string;
  hint: string;
  extra: ReactNode;
  error?: string;
}

/** A question that evidence alone answers has a heading instead of a field. */
function EvidenceQuestion({ id, label, hint, extra, error }: EvidenceQuestionProps) {
  return (
    <div id={id} className={error ? 'form-group form-error' : 'form-group'}>
      <p className="form-label sd-label-large">{label}</p>
      <p className="form-hint">{hint}</p>
      {extra}
      {error && <FieldError>{error}</FieldError>}
    </div>
  );
}

/** The reason and the evidence: open where they are asked for, folded away where they are a possibility. */
function Backing(props: QuestionFieldProps) {
  const { question, instance, view } = props;
  const t = useTexts(sectionTexts);
  const attached = view.evidence[instance.key] ?? [];
  const asksReason = question.type === 'yes_no_explain';
  const asksEvidence = question.type === 'evidence' || question.evidenceRequired;
  const showsEvidence = asksEvidence || attached.length > 0;
  const showsReason = asksReason || props.justification !== '';
  const evidence = <EvidencePart {...props} />;
  if (question.type === 'evidence') return evidence;
  const reason = <ReasonField {...props} isAsked={asksReason} />;
  return (
    <>
      {showsReason && reason}
      {showsEvidence && evidence}
      {!(showsReason && showsEvidence) && offersMore(props) && (
        <Details summary={t(showsEvidence ? 'addRemarkOnly' : showsReason ? 'addEvidenceOnly' : 'addRemark')}>
          {!showsEvidence && evidence}
          {!showsReason && reason}
        </Details>
      )}
    </>
  );
}

/** Questions whose answer says all there is; a reviewer who has a question about one opens the way to say more. */
const plainFacts: readonly Question['type'][] = [
  'text',
  'version',
  'cvr',
  'uuid',
  'email',
  'url',
  'kle_list',
  'checkbox',
];

function offersMore({ question, instance, view }: QuestionFieldProps): boolean {
  const isPlain = plainFacts.includes(question.type) && question.evidence.length === 0;
  return !isPlain || view.verdicts[instance.key] !== undefined;
}

function ReasonField({
  instance,
  form,
  reasonError,
  justification,
  isAsked,
}: QuestionFieldProps & { isAsked: boolean }) {
  const t = useTexts(sectionTexts);
  const name = fieldNames.justification(instance.key);
  return (
    <TextArea
      {...form.register(name)}
      name={name}
      label={isAsked ? t('justification') : t('remark')}
      hint={isAsked ? t('justificationHint') : undefined}
      optional={!isAsked}
      defaultValue={justification}
      limit={answerLimits.justification}
      rows={3}
      {...(reasonError ? { error: reasonError } : {})}
    />
  );
}

function EvidencePart({ view, question, instance }: QuestionFieldProps) {
  const t = useTexts(sectionTexts);
  const text = useText();
  const attached = view.evidence[instance.key] ?? [];
  return (
    <div className="sd-evidence-part">
      <p className="sd-evidence-heading">{t('evidenceHeading')}</p>
      {attached.length === 0 ? (
        <p className="sd-small sd-muted">{t(missingTexts[evidenceDemandOf(question)])}</p>
      ) : (
        <EvidenceList
          items={attached}
          types={view.evidenceTypes}
          municipalityNames={view.names.municipalities}
          actions={(item) => (
            <Button kind="link" icon="close" name="intent" value={`detach:${instance.key}:${item.id}`}>
              {t('detach')}
              <span className="sr-only"> {t('detachWhat', { title: item.title })}</span>
            </Button>
          )}
        />
      )}
      <Button kind="secondary" small icon="attach-file" name="intent" value={`evidence:${instance.key}`}>
        {attached.length === 0 ? t('attach') : t('attachMore')}
        <span className="sr-only"> {t('attachFor', { question: text(question.text) })}</span>
      </Button>
    </div>
  );
}

/** What is said while nothing is attached. */
const missingTexts = {
  always: 'evidenceRequired',
  'with-yes': 'evidenceRequiredWithYes',
  never: 'evidenceNone',
} as const satisfies Record<EvidenceDemand, string>;

interface BookkeepingProps {
  answerKey: string;
  view: SectionView;
  engine: Autosave;
  isLive: boolean;
}

/** The version that the fields stand for, and whether what is in them is saved. */
function Bookkeeping({ answerKey, view, engine, isLive }: BookkeepingProps) {
  const status = useAnswerStatus(engine, answerKey);
  const version =
    isLive || status.state === 'conflict' ? engine.versionToSend(answerKey) : (view.answers[answerKey]?.version ?? 0);
  return (
    <>
      <input type="hidden" name={fieldNames.version(answerKey)} value={version} />
      <AnswerSaveStatus status={status} isKept={engine.isKept()} />
    </>
  );
}
