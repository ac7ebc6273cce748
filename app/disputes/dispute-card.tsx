import type { AnswerNames } from '~/app/answer-words';
import { Definition, type DefinitionItem, Tag, Time, type Tone } from '~/app/components';
import { AnswerValue, Lines } from '~/app/components/answer-value';
import { disputeStateTexts, disputeWorkTexts } from '~/app/i18n/disputes';
import { useText } from '~/app/i18n/language';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import { contradictionStates, type DisputeState } from '~/workflows/dispute';
import { DisputeSteps } from './dispute-steps';
import type { DisputeItem, DisputesView, RefusedStep } from './dispute-view.server';

const tones: Readonly<Record<DisputeState, Tone>> = {
  contradicted: 'warning',
  contested: 'info',
  settled: 'success',
  unconfirmed: 'neutral',
  received: 'info',
  declined: 'neutral',
  open: 'warning',
  replied: 'info',
  answered: 'warning',
  resolved: 'neutral',
};

interface DisputeCardProps {
  dispute: DisputeItem;
  names: AnswerNames;
  side: DisputesView['side'];
  refused: RefusedStep | undefined;
}

/** One dispute: what it is about, what has been said, and what can be done. */
export function DisputeCard({ dispute, names, side, refused }: DisputeCardProps) {
  const t = useTexts(disputeWorkTexts);
  const states = useTexts(disputeStateTexts);
  const to = usePaths();
  const heading = `dispute-${dispute.id}`;
  const waitsForSignatory =
    side === 'supplier' && ['open', 'contradicted'].includes(dispute.state) && dispute.steps.length === 0;
  return (
    <section aria-labelledby={heading} className="sd-dispute">
      <h2 id={heading}>
        <a href={to.product(dispute.productSlug)}>{dispute.productName}</a>
      </h2>
      <p>
        <Tag tone={tones[dispute.state]}>{states(dispute.state)}</Tag>
      </p>
      <Definition compact items={useFacts(dispute, names)} />
      {waitsForSignatory && <p>{t('replyWhoMay')}</p>}
      {side === 'supplier' && dispute.state === 'replied' && <p>{t('replyWaits')}</p>}
      <DisputeSteps dispute={dispute} side={side} refused={refused} />
    </section>
  );
}

function isPrivate(state: DisputeState): boolean {
  return [...contradictionStates, 'settled'].some((each) => each === state);
}

function useFacts(dispute: DisputeItem, names: AnswerNames): DefinitionItem[] {
  const t = useTexts(disputeWorkTexts);
  const text = useText();
  const { answer, sent, statement, statedBy, reply, approvedReply, outcome, receivedAt, replyDueAt } = dispute;
  const facts: DefinitionItem[] = [
    {
      id: 'question',
      term: t('question'),
      description: dispute.question ? text(dispute.question) : <code>{dispute.questionKey}</code>,
    },
    {
      id: 'answer',
      term: t('answer'),
      description: answer ? (
        <AnswerValue shape={answer} value={answer.value} names={names} question={text(answer.text)} />
      ) : (
        t('answerGone')
      ),
    },
    { id: 'supplier', term: t('supplier'), description: sent && dispute.supplierName },
    { id: 'received', term: t('received'), description: receivedAt && <Time value={receivedAt} /> },
    { id: 'sender', term: t('sender'), description: sent && t('senderValue', sent) },
    { id: 'reason', term: t('reason'), description: sent && <Lines text={sent.reason} /> },
    { id: 'evidence', term: t('evidence'), description: sent?.evidence && <Lines text={sent.evidence} /> },
    {
      id: 'statement',
      term: isPrivate(dispute.state) ? t('contradiction') : t('statement'),
      description: statement && <Lines text={statement} />,
    },
    { id: 'stated-by', term: t('statedBy'), description: statedBy },
    { id: 'due', term: t('replyDue'), description: replyDueAt && <Time value={replyDueAt} /> },
    { id: 'reply', term: t('reply'), description: reply && reply !== approvedReply && <Lines text={reply} /> },
    { id: 'approved-reply', term: t('approvedReply'), description: approvedReply && <Lines text={approvedReply} /> },
    { id: 'outcome', term: t('outcome'), description: outcome && <Lines text={outcome} /> },
  ];
  return facts.filter(({ description }) => Boolean(description));
}
