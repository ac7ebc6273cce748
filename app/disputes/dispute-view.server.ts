import { data, redirect } from '@remix-run/node';
import { notFound } from '~/app/auth/actor.server';
import type { PortalContext } from '~/app/context.server';
import { interfaceLabel, questionAbout } from '~/app/published/interface-label';
import { versionOf } from '~/app/review/refused.server';
import { listNamesIn } from '~/db/answer-names';
import { listInterfaces } from '~/db/catalogue';
import { listDisputesFor, type StepInput, stepDispute } from '~/db/disputes';
import type { Actor } from '~/workflows/actor';
import { contradictionStates, disputeSteps } from '~/workflows/dispute';
import type { PublicAnswer } from '~/workflows/publication';
import type { Refusal } from '~/workflows/refusal';
import type { Text } from '~/workflows/words';

/** The work page of one side: what the sender wrote is for those who run the portal alone. */
export async function loadDisputes(context: PortalContext, actor: Actor, side: 'supplier' | 'portal' | 'municipality') {
  const listed = await listDisputesFor(context.db, { actor, now: context.now() });
  const names = await listNamesIn(
    context.db,
    listed.map(({ answer }) => answer?.value ?? null),
  );
  const labels = new Map((await listInterfaces(context.db)).map((entry) => [entry.id, interfaceLabel(entry)]));
  const disputes = listed.map(({ dispute, answer, steps, productName, productSlug, supplierName }) => {
    const { id, state, version, questionKey, statement, statedBy, reply, approvedReply, outcome } = dispute;
    const { name, organisation, email, reason, evidence } = dispute;
    return {
      id,
      state,
      version,
      questionKey,
      productName,
      productSlug,
      supplierName,
      answer,
      question: answer && askedOf(answer, labels),
      steps,
      statement,
      statedBy,
      reply,
      approvedReply,
      outcome,
      receivedAt: dispute.confirmedAt,
      replyDueAt: withDeadline.some((each) => each === state) ? dispute.replyDueAt : null,
      sent: side === 'portal' ? { name, organisation, email, reason, evidence } : null,
    };
  });
  return { side, disputes, names };
}

function askedOf({ interfaceId, text }: PublicAnswer, labels: ReadonlyMap<string, Text>): Text {
  const label = labels.get(interfaceId ?? '');
  return label ? questionAbout(label, text) : text;
}

const withDeadline = ['open', ...contradictionStates] as const;

export type DisputesView = Awaited<ReturnType<typeof loadDisputes>>;
export type DisputeItem = DisputesView['disputes'][number];

/** What a person has just done here. */
export type DoneStep = StepInput['step'] | 'contradict';

/** The step that `?done=` names after a redirect; null for none and for what is no step. */
export function readDone(request: Request): DoneStep | null {
  const named = new URL(request.url).searchParams.get('done');
  if (named === 'contradict') return named;
  return takenSteps.find((step) => step === named) ?? null;
}

/** Those that people take by a form; the others are taken by a mail's link and by the clock. */
const takenSteps = disputeSteps.filter((step): step is StepInput['step'] => step !== 'confirm' && step !== 'lapse');

export interface RefusedStep {
  refusal: Refusal;
  typed: Record<string, string>;
}

/** Takes the step that a form asks for (`step`, `dispute`, `version`, `text`, `statedBy`). */
export async function takeDisputeStep(
  context: PortalContext,
  actor: Actor,
  typed: Record<string, string>,
  doneAt: (step: string) => string,
) {
  const step = takenSteps.find((each) => each === typed.step);
  if (!step) return refused({ code: 'request-not-understood' }, typed, 400);
  const { dispute: disputeId = '', text = '', statedBy = '' } = typed;
  const result = await stepDispute(
    context.db,
    { actor, now: context.now() },
    { disputeId, expectedVersion: versionOf(typed), step, text: text.replaceAll('\r\n', '\n'), statedBy },
  );
  if (result.ok) return redirect(doneAt(step), 303);
  const { code } = result.refusal;
  if (code === 'not-found') throw notFound();
  if (code === 'role-required') return refused(result.refusal, typed, 403);
  return refused(
    result.refusal,
    typed,
    code === 'dispute-has-moved' || code === 'dispute-step-not-possible' ? 409 : 400,
  );
}

function refused(refusal: Refusal, typed: Record<string, string>, status: number) {
  return data({ refusal, typed } satisfies RefusedStep, status);
}
