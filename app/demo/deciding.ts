import { demandScope } from '~/db/cases/scope-demands';
import { sendCaseEvent } from '~/db/cases/send-event';
import type { Actor } from '~/workflows/actor';
import type { CaseRequest } from '~/workflows/case/events';
import type { Step } from './course';
import type { Desk, Life } from './life';
import { must } from './must';

/** Sends an event and remembers where the case is then. */
export async function sendEvent(
  { db }: Desk,
  life: Life,
  actor: Actor | null,
  now: Date,
  event: CaseRequest,
): Promise<void> {
  const { caseId, caseVersion: expectedVersion } = life;
  const sent = await sendCaseEvent(db, { actor, now }, { caseId, expectedVersion, event });
  life.caseVersion = must(sent, `${event.type} of ${life.product.name}`).version;
}

type StepOf<Name extends Step['do']> = Extract<Step, { do: Name }>;

/** The first lead of the municipality proposes, unless the step names the second. */
export async function propose(desk: Desk, life: Life, now: Date, step: StepOf<'propose'>): Promise<void> {
  const { leads } = desk.benches[life.place];
  const proposer = leads[step.by ?? 0];
  const { outcome, reasons = '' } = step;
  await sendEvent(desk, life, proposer, now, { type: 'propose', outcome, reasons });
  life.proposer = proposer;
}

/** The second pair of eyes. */
export function otherLead(desk: Desk, life: Life): Actor {
  const [first, second] = desk.benches[life.place].leads;
  return life.proposer === first ? second : first;
}

/** A reviewer finds that an interface is missing; it takes effect when changes are requested. */
export async function demand(desk: Desk, life: Life, now: Date, step: StepOf<'demand'>): Promise<void> {
  const [actor] = desk.benches[life.place].leads;
  const { interfaceId, reason } = step;
  must(
    await demandScope(desk.db, { actor, now }, { caseId: life.caseId, interfaceId, reason }),
    `demand in ${life.product.name}`,
  );
}
