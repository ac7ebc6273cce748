import { Button, Details, TextArea, TextInput } from '~/app/components';
import { disputeWorkTexts } from '~/app/i18n/disputes';
import { useTexts } from '~/app/i18n/use-texts';
import { type Paths, usePaths } from '~/app/paths';
import type { DisputeStep } from '~/workflows/dispute';
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
    const typed = refused?.typed.step === step ? refused.typed : undefined;
    if (dispute.steps.length === 1) {
      return <StepForm key={step} dispute={dispute} step={step} side={side} typed={typed} />;
    }
    return (
      <Details key={step} summary={t(texts[step].summary)} open={typed !== undefined}>
        <StepForm dispute={dispute} step={step} side={side} typed={typed} />
      </Details>
    );
  });
}

interface StepFormProps {
  dispute: DisputeItem;
  step: Step;
  side: DisputesView['side'];
  typed: Readonly<Record<string, string>> | undefined;
}

function StepForm({ dispute, step, side, typed }: StepFormProps) {
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
        defaultValue={typed?.text ?? startOf(step, dispute)}
      />
      {step === 'accept' && (
        <TextInput
          name="statedBy"
          id={`stated-by-${dispute.id}`}
          label={t('acceptBy')}
          hint={t('acceptByHint')}
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
