import type { PortalContext } from '~/app/context.server';
import { shortInterfaceLabel } from '~/app/published/interface-label';
import { type JudgedAnswer, readJudgements } from '~/db/cases/read-judgements';
import { listInterfaces } from '~/db/catalogue';
import { findConfirmation, type SeenConfirmation } from '~/db/confirmations';
import { type Outcome, outcomes, type Text, type VerdictKind, verdictKinds } from '~/workflows/words';
import { type Reading, requireReading } from './reviewed-case.server';

/** How a section was judged. */
export interface SectionSummary {
  id: string;
  title: Text;
  reviewer: string | null;
  answers: number;
  unjudged: number;
  verdicts: Record<VerdictKind, number>;
}

/** An answer whose verdict says more than "accepted". */
export interface RemarkedAnswer {
  key: string;
  sectionId: string;
  sectionTitle: Text;
  /** The interface that is asked about; null in general questions. */
  about: Text | null;
  question: Text;
  verdict: NonNullable<JudgedAnswer['verdict']>;
}

export interface DecisionView extends Omit<Reading, 'actor'> {
  summary: SectionSummary[];
  notApproved: RemarkedAnswer[];
  remarks: RemarkedAnswer[];
  outcomes: { outcome: Outcome; fits: boolean }[];
  /** A confirmation that waits to be sent, or what came of it. */
  confirmation: SeenConfirmation | null;
  /** In minutes. */
  grace: number;
  /** How to appeal, in the operator's own words; null: the portal's. */
  guidance: string | null;
}

/** All that a decision rests on. @throws as requireReading */
export async function loadDecisionView(
  request: Request,
  context: PortalContext,
  caseId: string | undefined,
): Promise<DecisionView> {
  const { actor: _, ...reading } = await requireReading(request, context, caseId);
  const { reviewed } = reading;
  const { answers } = await readJudgements(context.db, reviewed.submission.id);
  const titles = new Map(reviewed.sections.map(({ id, title }) => [id, title]));
  const names = new Map((await listInterfaces(context.db)).map((entry) => [entry.id, shortInterfaceLabel(entry)]));
  const remarked = answers.flatMap(({ frozen, verdict }): RemarkedAnswer[] => {
    const sectionTitle = titles.get(frozen.sectionId);
    if (!verdict || verdict.kind === 'accepted' || !sectionTitle) return [];
    const { key, sectionId, interfaceId, question } = frozen;
    const about = interfaceId === null ? null : (names.get(interfaceId) ?? { da: interfaceId, en: interfaceId });
    return [{ key, sectionId, sectionTitle, about, question: question.text, verdict }];
  });
  const confirmation = await findConfirmation(context.db, { caseId: reviewed.id, version: reviewed.version });
  return {
    ...reading,
    confirmation: confirmation ?? null,
    grace: context.config.decisionGraceMinutes,
    guidance: context.config.appealGuidance,
    summary: reviewed.sections.map(({ id, title, reviewer }) => ({
      id,
      title,
      reviewer: reviewer?.name ?? null,
      ...countVerdicts(answers.filter(({ frozen }) => frozen.sectionId === id)),
    })),
    notApproved: remarked.filter(({ verdict }) => verdict.kind !== 'accepted-with-remark'),
    remarks: remarked.filter(({ verdict }) => verdict.kind === 'accepted-with-remark'),
    outcomes: outcomes.map((outcome) => ({ outcome, fits: reviewed.fittingOutcomes.includes(outcome) })),
  };
}

function countVerdicts(answers: readonly JudgedAnswer[]): Pick<SectionSummary, 'answers' | 'unjudged' | 'verdicts'> {
  const count = (kind: VerdictKind) => answers.filter(({ verdict }) => verdict?.kind === kind).length;
  return {
    answers: answers.length,
    unjudged: answers.filter(({ verdict }) => verdict === null).length,
    verdicts: Object.fromEntries(verdictKinds.map((kind) => [kind, count(kind)])) as Record<VerdictKind, number>,
  };
}
