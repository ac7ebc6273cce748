import { answerInWords } from '~/app/answer-words';
import { notFound } from '~/app/auth/actor.server';
import type { PortalContext } from '~/app/context.server';
import { languageOf } from '~/app/i18n/language';
import { paths } from '~/app/paths';
import { answerLabel } from '~/app/published/interface-label';
import { listNamesIn } from '~/db/answer-names';
import { findCaseFor } from '~/db/cases/read';
import { readJudgements } from '~/db/cases/read-judgements';
import { findRefusal, listMentionable, listThreads } from '~/db/threads';
import type { Actor } from '~/workflows/actor';
import { sideOf, threadAudiences } from '~/workflows/thread';
import type { ThreadPageView } from './thread-page';

/**
 * One question's threads for one reader.
 * @param about `declarationId`: on the supplier's side, where reviewers' threads and names are not read at all
 * @throws 404 where the reader may not know of the case, or its submission has no such question
 */
export async function loadThreadView(
  request: Request,
  context: PortalContext,
  actor: Actor,
  about: { caseId: string; questionKey: string; declarationId?: string },
): Promise<{ view: ThreadPageView; sectionId: string }> {
  const { db } = context;
  const { caseId, questionKey, declarationId } = about;
  const row = await findCaseFor(db, actor, caseId);
  if (!row?.currentSubmissionId) throw notFound();
  const { document, answers } = await readJudgements(db, row.currentSubmissionId);
  const asked = answers.find((each) => each.frozen.key === questionKey);
  if (!asked) throw notFound();
  const { frozen, interfaceName } = asked;
  const language = languageOf(request);
  const side = declarationId === undefined ? 'review' : 'supplier';
  const to = paths(language);
  const refusals = await Promise.all(threadAudiences.map((audience) => findRefusal(db, actor, row, audience)));
  const writable = threadAudiences.filter(
    (audience, index) => refusals[index] === undefined && (side === 'review' || audience === 'shared'),
  );
  const names = await listNamesIn(db, [frozen.value]);
  const threads = await listThreads(db, { caseId, reader: side });
  const isReviewing = side === 'review' && sideOf(actor, row.supplierId) === 'review' && writable.length > 0;
  const view: ThreadPageView = {
    side,
    caption: `${document.product.name}, ${row.number}`,
    question: answerLabel(frozen, frozen.interfaceId && interfaceName ? { [frozen.interfaceId]: interfaceName } : {}),
    answer: frozen.question.type === 'evidence' ? [] : answerInWords(frozen.question, frozen.value, language, names),
    back:
      declarationId === undefined
        ? to.review.section(caseId, frozen.sectionId)
        : to.supplier.section(declarationId, frozen.sectionId),
    address:
      declarationId === undefined
        ? to.review.thread(caseId, questionKey)
        : to.supplier.thread(declarationId, questionKey),
    threads: threads[questionKey] ?? [],
    writable,
    refusal: refusals[0] && refusals[0].code !== 'not-found' ? refusals[0] : null,
    mayResolve: isReviewing,
    mentionable: isReviewing
      ? (await listMentionable(db, row)).filter(({ personId }) => personId !== actor.personId)
      : [],
    done: new URL(request.url).searchParams.get('done'),
  };
  return { view, sectionId: frozen.sectionId };
}
