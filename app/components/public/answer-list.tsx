import type { AnswerNames } from '~/app/answer-words';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import type { PublicAnswer, PublicEvidence } from '~/workflows/publication';
import { Icon } from '..';
import { AnswerValue, Lines } from '../answer-value';
import { type AnswerDisputes, DisputeLine } from './disputes';

interface AnswerListProps {
  answers: readonly PublicAnswer[];
  names: AnswerNames;
  /** yyyy-mm-dd: evidence that has run out by then is marked. */
  today: string;
  /** What has been said already of all of them: which day, by which municipality (code). */
  approval?: { approvedOn: string; approvedBy: string };
  /** Without it the answers are not up for discussion any more. With it each can be led to by its key. */
  disputes?: AnswerDisputes;
}

/** Approved answers in full: what was asked, what was answered, and what it rests on. */
export function AnswerList({ answers, names, today, approval, disputes }: AnswerListProps) {
  const shared = approval ?? sharedApproval(answers);
  return (
    <>
      {shared && !approval && (
        <p className="sd-answer-approval">
          <ApprovalWords approval={shared} names={names} />
        </p>
      )}
      <Answers answers={answers} names={names} today={today} approval={shared} disputes={disputes} />
    </>
  );
}

/** The approval that all of several answers have, so that it need not be repeated at each. */
function sharedApproval(answers: readonly PublicAnswer[]): AnswerListProps['approval'] {
  const [first] = answers;
  const isShared = answers.every((answer) => isSame(answer, first));
  return first && isShared ? { approvedOn: first.approvedOn, approvedBy: first.approvedBy } : undefined;
}

function isSame(answer: PublicAnswer, approval: AnswerListProps['approval']): boolean {
  return answer.approvedOn === approval?.approvedOn && answer.approvedBy === approval.approvedBy;
}

function Answers({ answers, names, today, approval, disputes }: AnswerListProps) {
  const text = useText();
  const t = useTexts(publishedTexts);
  return (
    <dl className="sd-answers">
      {answers.map((answer) => (
        <div key={answer.key}>
          <dt id={disputes && answer.key}>{text(answer.text)}</dt>
          <dd>
            {answer.type === 'evidence' ? (
              <p>{t('answeredByEvidence')}</p>
            ) : (
              <AnswerValue shape={answer} value={answer.value} names={names} question={text(answer.text)} />
            )}
            <Said label={t('justification')} text={answer.justification} />
            <Said label={t('remark')} text={answer.remark} />
            <EvidenceList evidence={answer.evidence} names={names} today={today} />
            <Approval answer={answer} known={approval} names={names} />
            {disputes && <DisputeLine answer={answer} disputes={disputes} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Said({ label, text }: { label: string; text: string | null }) {
  if (text === null) return null;
  return (
    <p className="sd-answer-said">
      <strong>{label}: </strong>
      <Lines text={text} />
    </p>
  );
}

function Approval({
  answer,
  known,
  names,
}: {
  answer: PublicAnswer;
  known: AnswerListProps['approval'];
  names: AnswerNames;
}) {
  if (isSame(answer, known)) return null;
  return (
    <p className="sd-answer-approval">
      <ApprovalWords approval={answer} names={names} />
    </p>
  );
}

function ApprovalWords({
  approval,
  names,
}: {
  approval: NonNullable<AnswerListProps['approval']>;
  names: AnswerNames;
}) {
  const t = useTexts(publishedTexts);
  const format = useFormat();
  const municipality = names.municipalities[approval.approvedBy] ?? approval.approvedBy;
  return <>{t('approvedOnBy', { date: format.date(approval.approvedOn), municipality })}</>;
}

function EvidenceList({
  evidence,
  names,
  today,
}: Pick<AnswerListProps, 'names' | 'today'> & { evidence: PublicEvidence[] }) {
  const t = useTexts(publishedTexts);
  if (evidence.length === 0) return null;
  return (
    <>
      <p className="sd-answer-evidence-heading">{t('evidence')}</p>
      <ul className="sd-answer-evidence">
        {evidence.map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: published evidence has no id and never changes places
          <li key={index}>
            <EvidenceLine evidence={piece} names={names} today={today} />
          </li>
        ))}
      </ul>
    </>
  );
}

function EvidenceLine({
  evidence,
  names,
  today,
}: Pick<AnswerListProps, 'names' | 'today'> & { evidence: PublicEvidence }) {
  const text = useText();
  const t = useTexts(publishedTexts);
  const format = useFormat();
  const { validTo, municipalityCode, url } = evidence;
  const facts = [t('evidenceObserved', { date: format.date(evidence.observedOn) })];
  if (municipalityCode) facts.push(names.municipalities[municipalityCode] ?? municipalityCode);
  if (validTo) {
    const date = format.date(validTo);
    facts.push(validTo < today ? t('evidenceExpired', { date }) : t('evidenceValidTo', { date }));
  }
  return (
    <>
      <Icon name="document" /> {text(evidence.typeText)} {facts.join(', ')}
      {url && (
        <>
          {' · '}
          <a href={url} rel="nofollow noopener external">
            {t('evidenceLink')}
            <span className="sr-only">: {text(evidence.typeText)}</span>
          </a>
        </>
      )}
    </>
  );
}
