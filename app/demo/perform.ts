import type { CaseRequest } from '~/workflows/case/events';
import { places } from './cast';
import type { Step } from './course';
import { demand, otherLead, propose, sendEvent } from './deciding';
import type { Desk, Life } from './life';
import { renew, settle } from './renewing';
import { review, startReview } from './reviewing';
import { takeRouted } from './routing';
import { share } from './sharing';
import { beginDeclaration, chooseScope, createProduct, reopen, revise, submit, writeAnswers } from './supplying';
import type { Story } from './timeline';

/** Everything that happens to a product, from the first step of its course to the last. */
export async function* live(desk: Desk, life: Life): Story {
  for (const step of life.product.course) yield* perform(desk, life, step);
}

async function* perform(desk: Desk, life: Life, step: Step): Story {
  const now = life.clock.at(step.daysAgo);
  yield now;
  const { leads } = desk.benches[life.place];
  const send = (actor: Parameters<typeof sendEvent>[2], event: CaseRequest): Promise<void> =>
    sendEvent(desk, life, actor, now, event);
  switch (step.do) {
    case 'create':
      return createProduct(desk, life, now);
    case 'begin':
      return beginDeclaration(desk, life, now);
    case 'scope':
      return chooseScope(desk, life, now);
    case 'answer':
      return yield* writeAnswers(desk, life, now, step.sections);
    case 'revise':
      return yield* revise(desk, life, now, step.revision);
    case 'submit':
      return submit(desk, life, now);
    case 'reopen':
      return reopen(desk, life, now);
    case 'renew':
      return renew(desk, life, now);
    case 'settle':
      return yield* settle(desk, life, now);
    case 'inherit':
    case 'keep-text':
    case 'put-text':
    case 'hand-over':
    case 'transfer':
      return share(desk, life, now, step);
    case 'route':
      life.place = step.to;
      return send(desk.coordinator, { type: 'route', municipalityCode: places[step.to], note: '' });
    case 'routed':
      return takeRouted(desk, life, step.to);
    case 'return-incomplete':
      return send(desk.coordinator, { type: step.do, note: step.note, workingDays: step.workingDays });
    case 'start-review':
      return yield* startReview(desk, life, now, step);
    case 'review':
      return yield* review(desk, life, now, step.findings ?? []);
    case 'demand':
      return demand(desk, life, now, step);
    case 'request-changes':
    case 'open-hearing':
      return send(leads[0], { type: step.do, note: step.note, workingDays: step.workingDays });
    case 'propose':
      return propose(desk, life, now, step);
    case 'return':
    case 'confirm':
      return send(otherLead(desk, life), { type: step.do, note: 'note' in step ? step.note : '' });
    case 'answer-hearing':
    case 'appeal':
    case 'withdraw':
      return send(life.signatory, { type: step.do, note: step.note });
    case 'suspend':
    case 'reinstate':
    case 'revoke':
      return send(desk.coordinator, { type: step.do, note: step.note });
    case 'lapse':
    case 'close-hearing':
      return send(null, { type: step.do, note: '' });
    case 'uphold':
    case 'overturn':
      return send(desk.benches[step.by].leads[0], { type: step.do, note: step.note });
    case 'expire-soon':
    case 'expire':
      return send(null, { type: step.do });
  }
}
