import type { CaseRequest } from '~/workflows/case/events';
import { type CaseEventType, caseEvents, outcomes, verdictKinds } from '~/workflows/words';
import { type CaseModel, type ModelAct, type ModelPerson, modelAnswers, modelSections } from './case-model';
import { pickOf } from './random';

/** What random people try in a case, sensible and not: the same acts for the machine alone and for the real commands. */

/** Two municipalities, as they stand in the small catalogue. */
const [municipalityA, municipalityB] = ['0101', '0851'] as const;

export const walkers = {
  signatory: { role: 'signatory', of: 'supplier' },
  editor: { role: 'editor', of: 'supplier' },
  supplierAdmin: { role: 'supplier-admin', of: 'supplier' },
  otherSignatory: { role: 'signatory', of: 'elsewhere' },
  reviewerA: { role: 'reviewer', of: municipalityA },
  leadA: { role: 'lead-reviewer', of: municipalityA },
  leadC: { role: 'lead-reviewer', of: municipalityA },
  reviewerB: { role: 'reviewer', of: municipalityB },
  leadB: { role: 'lead-reviewer', of: municipalityB },
  coordinator: { role: 'coordinator', of: 'elsewhere' },
  auditor: { role: 'auditor', of: 'elsewhere' },
} as const satisfies Readonly<Record<string, Omit<ModelPerson, 'name'>>>;
export type WalkerName = keyof typeof walkers;

const names = Object.keys(walkers) as WalkerName[];
const everybody: ModelPerson[] = names.map((name) => ({ name, ...walkers[name] }));

// The two are sent by submitDeclaration alone.
const requests = caseEvents.filter((type) => type !== 'submit' && type !== 'resubmit');

function requestOf(random: () => number, type: CaseEventType): CaseRequest {
  const note = 'Fordi.';
  const fields = {
    note,
    reasons: note,
    workingDays: 10,
    municipalityCode: pickOf(random, [municipalityA, municipalityB]),
    sectionId: pickOf(random, modelSections),
    outcome: pickOf(random, outcomes),
  };
  return { type, ...fields } as CaseRequest;
}

function randomAct(random: () => number, model: CaseModel): ModelAct {
  const dice = random();
  const by = pickOf(random, everybody);
  if (dice < 0.06) return { kind: 'submit', by };
  if (dice < 0.08) return { kind: 'wait' };
  if (dice < 0.12) return { kind: 'edit', answer: pickOf(random, modelAnswers) };
  if (dice < 0.4) {
    const verdict = random() < 0.8 ? 'accepted' : pickOf(random, verdictKinds);
    const answer = pickOf(random, modelAnswers);
    const claimer = everybody.find(({ name }) => name === model.claimerOf(answer));
    return { kind: 'judge', by: random() < 0.7 ? (claimer ?? by) : by, answer, verdict };
  }
  const request = requestOf(random, pickOf(random, requests));
  return { kind: 'send', by: random() < 0.1 ? null : by, request, isStale: random() < 0.05 };
}

/** What brings a case further, the further the higher; what ends it is put off. */
const pull: Readonly<Partial<Record<CaseEventType | ModelAct['kind'], number>>> = {
  confirm: 6,
  assess: 5,
  propose: 4,
  judge: 3,
  claim: 3,
  route: 3,
  submit: 2,
  edit: 0,
  reopen: 0,
  'return-incomplete': 0,
  wait: 0,
  release: 0,
  withdraw: -1,
  revoke: -1,
  supersede: -1,
};

function pullOf(act: ModelAct, model: CaseModel): number {
  if (act.kind === 'judge' && model.isJudged(act.answer)) return 0;
  return pull[act.kind === 'send' ? act.request.type : act.kind] ?? 1;
}

/** The acts that the model would take. What it refuses changes nothing, so one copy serves until one is taken. */
function listTaken(model: CaseModel, acts: readonly ModelAct[]): ModelAct[] {
  let copy = model.copy();
  return acts.filter((act) => {
    const isTaken = act.kind !== 'wait' && copy.take(act);
    if (isTaken) copy = model.copy();
    return isTaken;
  });
}

/** Mostly something that can be done, of that mostly what brings the case further; now and then anything at all. */
export function nextAct(random: () => number, model: CaseModel): ModelAct {
  if (random() < 0.2) return randomAct(random, model);
  const any = Array.from({ length: 120 }, () => randomAct(random, model));
  const possible = listTaken(model, any);
  const mayEnd = random() < 0.02;
  const sensible = possible.filter((act) => mayEnd || pullOf(act, model) >= 0);
  if (sensible.length === 0) return { kind: 'wait' };
  if (random() < 0.15) return pickOf(random, sensible);
  const most = Math.max(...sensible.map((act) => pullOf(act, model)));
  return pickOf(
    random,
    sensible.filter((act) => pullOf(act, model) === most),
  );
}
