import { giveVerdicts } from '~/db/cases/verdicts';
import { type AnswerInForce, listAnswersInForce } from '~/db/cases/verdicts-in-force';
import type { Actor } from '~/workflows/actor';
import type { Finding } from './course';
import { sendEvent } from './deciding';
import type { Desk, Life } from './life';
import { must } from './must';
import type { Story } from './timeline';

/** Claims, judges and closes every section that is left, the municipality's two reviewers in turn. */
export async function* review(desk: Desk, life: Life, now: Date, findings: readonly Finding[]): Story {
  const open = await listOpenSections(desk, life);
  requireEach(findings, [...open.values()].flat(), life);
  let at = now;
  for (const [index, [sectionId, answers]] of [...open].entries()) {
    if (index > 0) {
      at = life.clock.soon();
      yield at;
    }
    const actor = reviewerOf(desk, life, index);
    await sendEvent(desk, life, actor, at, { type: 'claim', sectionId });
    await judge(desk, life, { actor, now: at }, answers, findings);
    await sendEvent(desk, life, actor, at, { type: 'assess', sectionId });
  }
}

/** Claims the first sections that wait, judges and closes the first of those, and leaves the rest as it is. */
export async function* startReview(
  desk: Desk,
  life: Life,
  now: Date,
  { claim, assess, findings = [] }: { claim: number; assess: number; findings?: readonly Finding[] },
): Story {
  const open = [...(await listOpenSections(desk, life))].slice(0, claim);
  let at = now;
  for (const [index, [sectionId, answers]] of open.entries()) {
    if (index > 0) {
      at = life.clock.soon();
      yield at;
    }
    const actor = reviewerOf(desk, life, index);
    await sendEvent(desk, life, actor, at, { type: 'claim', sectionId });
    if (index >= assess) continue;
    await judge(desk, life, { actor, now: at }, answers, findings);
    await sendEvent(desk, life, actor, at, { type: 'assess', sectionId });
  }
}

/** The sections in which something is not judged yet, with those answers. */
async function listOpenSections({ db }: Desk, { submissionId }: Life): Promise<Map<string, AnswerInForce[]>> {
  const open = new Map<string, AnswerInForce[]>();
  for (const answer of await listAnswersInForce(db, submissionId)) {
    if (answer.verdict) continue;
    open.set(answer.sectionId, [...(open.get(answer.sectionId) ?? []), answer]);
  }
  return open;
}

function reviewerOf({ benches }: Desk, { place }: Life, index: number): Actor {
  const [first, second] = benches[place].reviewers;
  return index % 2 === 0 ? first : second;
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
