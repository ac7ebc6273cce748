import { giveVerdicts } from '~/db/cases/verdicts';
import { type AnswerInForce, listAnswersInForce } from '~/db/cases/verdicts-in-force';
import type { Actor } from '~/workflows/actor';
import type { Finding } from './course';
import { sendEvent } from './deciding';
import type { Desk, Life } from './life';
import { must } from './must';
import type { Story } from './timeline';

type OpenSection = readonly [sectionId: string, answers: readonly AnswerInForce[]];

/** Claims, judges and closes every section that is left; the municipality's two reviewers share them. */
export async function* review(desk: Desk, life: Life, now: Date, findings: readonly Finding[]): Story {
  const open = await listOpenSections(desk, life);
  requireEach(
    findings,
    open.flatMap(([, answers]) => answers),
    life,
  );
  const mine = (turn: number): OpenSection[] => open.filter((_, index) => index % 2 === turn);
  const [first, second] = desk.benches[life.place].reviewers;
  const both = [
    { actor: first, sections: mine(0) },
    { actor: second, sections: mine(1) },
  ].filter(({ sections }) => sections.length > 0);
  let at = now;
  for (const [index, { actor, sections }] of both.entries()) {
    if (index > 0) {
      at = life.clock.soon();
      yield at;
    }
    yield* reviewAs(desk, life, actor, at, { claim: sections, assess: sections, findings });
  }
}

/** The first reviewer claims the first sections that wait, judges and closes some of them, and leaves the rest. */
export async function* startReview(
  desk: Desk,
  life: Life,
  now: Date,
  { claim, assess, findings = [] }: { claim: number; assess: number; findings?: readonly Finding[] },
): Story {
  const open = await listOpenSections(desk, life);
  const [actor] = desk.benches[life.place].reviewers;
  yield* reviewAs(desk, life, actor, now, { claim: open.slice(0, claim), assess: open.slice(0, assess), findings });
}

/** One reviewer's work: first they take what they are to look at, then they judge it, then they close it. */
async function* reviewAs(
  desk: Desk,
  life: Life,
  actor: Actor,
  now: Date,
  work: { claim: readonly OpenSection[]; assess: readonly OpenSection[]; findings: readonly Finding[] },
): Story {
  for (const [sectionId] of work.claim) await sendEvent(desk, life, actor, now, { type: 'claim', sectionId });
  if (work.assess.length === 0) return;
  const judgedAt = life.clock.soon();
  yield judgedAt;
  const answers = work.assess.flatMap(([, ofSection]) => ofSection);
  await judge(desk, life, { actor, now: judgedAt }, answers, work.findings);
  for (const [sectionId] of work.assess) {
    const closedAt = life.clock.soon();
    yield closedAt;
    await sendEvent(desk, life, actor, closedAt, { type: 'assess', sectionId });
  }
}

/** The sections in which something is not judged yet, with those answers. */
async function listOpenSections({ db }: Desk, { submissionId }: Life): Promise<OpenSection[]> {
  const open = new Map<string, AnswerInForce[]>();
  for (const answer of await listAnswersInForce(db, submissionId)) {
    if (answer.verdict) continue;
    open.set(answer.sectionId, [...(open.get(answer.sectionId) ?? []), answer]);
  }
  return [...open];
}

async function judge(
  { db }: Desk,
  life: Life,
  acting: { actor: Actor; now: Date },
  answers: readonly AnswerInForce[],
  findings: readonly Finding[],
): Promise<void> {
  const verdicts = answers.map(({ questionKey, answerHash }) => {
    const finding = findings.find(({ at }) => at === questionKey);
    return { questionKey, answerHash, kind: finding?.kind ?? ('accepted' as const), reason: finding?.reason ?? null };
  });
  must(await giveVerdicts(db, acting, { caseId: life.caseId, verdicts }), `verdicts on ${life.product.name}`);
}

/** A finding about an answer that is not there would be passed over in silence. */
function requireEach(findings: readonly Finding[], answers: readonly AnswerInForce[], { product }: Life): void {
  const keys = new Set(answers.map(({ questionKey }) => questionKey));
  const lost = findings.find(({ at }) => !keys.has(at));
  if (lost) throw new Error(`${product.name} has no answer ${lost.at} to judge.`);
}
