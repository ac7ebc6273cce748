import { Button, Details, TextArea, TextInput } from '~/app/components';
import { disputeWorkTexts } from '~/app/i18n/disputes';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { type Paths, usePaths } from '~/app/paths';
import { type DisputeStep, disputeLimits } from '~/workflows/dispute';
import type { DisputeItem, DisputesView, RefusedStep } from './dispute-view.server';

type Step = Exclude<DisputeStep, 'confirm' | 'lapse'>;

const texts = {
  contest: { summary: 'contestField', field: 'contestField', button: 'replyButton' },
  retract: { summary: 'retractSummary', field: 'retractField', button: 'retractButton' },
  'stand-by': { summary: 'standBySummary', field: 'standByField', button: 'standByButton' },
  accept: { summary: 'acceptSummary', field: 'acceptField', button: 'acceptButton' },
  decline: { summary: 'declineSummary', field: 'declineField', button: 'declineButton' },
  reply: { summary: 'replyField', field: 'replyField', button: 'replyButton' },
  'approve-reply': { summary: 'approveSummary', field: 'approveField', button: 'approveButton' },
  'return-reply': { summary: 'returnSummary', field: 'returnField', button: 'returnButton' },
  resolve: { summary: 'resolveSummary', field: 'resolveField', button: 'resolveButton' },
} as const satisfies Record<Step, object>;

/** Explains what a step does, where it is not plain. */
const explanations = {
  accept: 'acceptText',
  resolve: 'resolveText',
  contest: 'contestText',
  'stand-by': 'standByText',
} as const;

export function stepFieldId(disputeId: string, step: string): string {
  return `text-${step}-${disputeId}`;
}

/** Which of a step's fields was refused; null: it is not about what was written. */
export function refusedField({ refusal: { code } }: RefusedStep): 'text' | 'statedBy' | null {
  if (code === 'dispute-sender-needed') return 'statedBy';
  return ['note-needed', 'note-too-long', 'note-control-characters'].includes(code) ? 'text' : null;
}

interface StepsProps {
  dispute: DisputeItem;
  side: DisputesView['side'];
  refused: RefusedStep | undefined;
}

/** What the reader can do with a dispute now: each step folded, but for the one that was refused or is the only one. */
export function DisputeSteps({ dispute, side, refused }: StepsProps) {
  const t = useTexts(disputeWorkTexts);
  return dispute.steps.map((step) => {
    if (step === 'confirm' || step === 'lapse') return null;
    const typed = refused?.typed.step === step ? refused : undefined;
    if (dispute.steps.length === 1) {
      return <StepForm key={step} dispute={dispute} step={step} side={side} refused={typed} />;
    }
    return (
      <Details key={step} summary={t(texts[step].summary)} open={typed !== undefined}>
        <StepForm dispute={dispute} step={step} side={side} refused={typed} />
      </Details>
    );
  });
}

interface StepFormProps {
  dispute: DisputeItem;
  step: Step;
  side: DisputesView['side'];
  refused: RefusedStep | undefined;
}

function StepForm({ dispute, step, side, refused }: StepFormProps) {
  const sentence = useRefusal();
  const typed = refused?.typed;
  const errorAt = (field: 'text' | 'statedBy') =>
    refused && refusedField(refused) === field ? sentence(refused.refusal) : undefined;
  const t = useTexts(disputeWorkTexts);
  const to = usePaths();
  return (
    <form method="post" action={actionOf(side, to)} className="sd-event-form">
      <input type="hidden" name="dispute" value={dispute.id} />
      <input type="hidden" name="version" value={dispute.version} />
      {step in explanations && <p>{t(explanations[step as keyof typeof explanations])}</p>}
      <TextArea
        name="text"
        id={stepFieldId(dispute.id, step)}
        label={t(texts[step].field)}
        hint={hints[step] && t(hints[step])}
        rows={5}
        limit={disputeLimits.text}
        error={errorAt('text')}
        defaultValue={typed?.text ?? startOf(step, dispute)}
      />
      {step === 'accept' && (
        <TextInput
          name="statedBy"
          id={stepFieldId(dispute.id, 'stated-by')}
          label={t('acceptBy')}
          hint={t('acceptByHint')}
          error={errorAt('statedBy')}
          defaultValue={typed?.statedBy ?? dispute.sent?.organisation}
        />
      )}
      <Button name="step" value={step} kind={step === 'reply' || step === 'contest' ? 'primary' : 'secondary'}>
        {t(texts[step].button)}
      </Button>
    </form>
  );
}

function actionOf(side: DisputesView['side'], to: Paths): string {
  if (side === 'municipality') return to.review.contradictions();
  return side === 'supplier' ? to.supplier.disputes() : to.admin.disputes();
}

const hints: Partial<Record<Step, 'replyHint' | 'noNames'>> = {
  reply: 'replyHint',
  contest: 'noNames',
  'stand-by': 'noNames',
};

/** What is edited rather than written anew. */
function startOf(step: Step, { sent, reply, statement }: DisputeItem): string | undefined {
  if (step === 'stand-by') return statement ?? undefined;
  if (step === 'accept') return sent?.reason;
  return step === 'approve-reply' || step === 'reply' ? (reply ?? undefined) : undefined;
}
