import { data, redirect } from '@remix-run/node';
import type { FieldProblem } from '~/app/components/error-summary';
import type { PortalContext } from '~/app/context.server';
import { languageOf } from '~/app/i18n/language';
import { refusalSentence } from '~/app/i18n/refusals';
import { reviewTexts } from '~/app/i18n/review';
import { translator } from '~/app/i18n/texts';
import { paths, withQuery } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { summarizeVerdicts } from '~/db/cases/load-facts';
import { sendCaseEvent } from '~/db/cases/send-event';
import { scheduleConfirmation } from '~/db/confirmations';
import { type CaseRequest, readCaseRequest } from '~/workflows/case/events';
import type { Refusal } from '~/workflows/refusal';
import type { Language } from '~/workflows/words';
import { missingFields, problemsOf, proposalProblems } from './event-fields.server';
import { type Refused, refusedBy, statusOf, textsOf, versionOf } from './refused.server';
import { requireSentCase } from './reviewed-case.server';

/**
 * Sends the event of a form's button to its case.
 * @returns to be thrown or returned by an action: a redirect to where the work goes on, or what was refused
 */
export async function sendEventOfForm(request: Request, context: PortalContext, caseId: string | undefined) {
  const { actor, ...seen } = await requireSentCase(request, context, caseId);
  const typed = textsOf(await readForm(request));
  const language = languageOf(request);
  const form = { caseId: seen.id, seenVersion: versionOf(typed), typed };
  const gaps = typed.event === 'propose' ? await proposalGaps(context, seen.submissionId, typed, language) : [];
  // What is no request at all is told by the form; the rest by the machine, which asks for the person's right first.
  const isUnread = gaps.length > 0 && (isEmpty(typed.outcome) || isEmpty(typed.reasons));
  const errors = isUnread ? gaps : missingFields(typed, language);
  const event = errors.length === 0 ? readCaseRequest(typed) : undefined;
  if (!event) return data(unreadable(typed, errors, language), 400);
  // Whether a section can be claimed or let go is a matter of that section, so colleagues at work in others are no
  // conflict; the machine's guards say what has happened to this one.
  const expectedVersion = isAboutSection(event) ? seen.version : form.seenVersion;
  const acting = { actor, now: context.now() };
  const grace = context.config.decisionGraceMinutes;
  if (event.type === 'confirm' && grace > 0) {
    const leavesAt = new Date(acting.now.getTime() + grace * 60_000);
    const given = await scheduleConfirmation(context.db, acting, {
      caseId: seen.id,
      expectedVersion,
      note: event.note,
      leavesAt,
    });
    if (!given.ok) return data(await refusedBy(context, given.refusal, form), statusOf(given.refusal));
    return redirect(withQuery(paths(language).review.decision(seen.id), { done: 'confirming' }));
  }
  const sent = await sendCaseEvent(context.db, acting, { caseId: seen.id, expectedVersion, event });
  if (!sent.ok) {
    const refused = await refusedBy(context, sent.refusal, form);
    return data({ ...refused, errors: errorsOf(sent.refusal, gaps, event.type, language) }, statusOf(sent.refusal));
  }
  return redirect(nextPage(event, seen.id, language));
}

async function proposalGaps(
  context: PortalContext,
  submissionId: string,
  typed: Record<string, string>,
  language: Language,
): Promise<FieldProblem[]> {
  return proposalProblems(typed, await summarizeVerdicts(context.db, submissionId), language);
}

const isEmpty = (text: string | undefined): boolean => (text ?? '').trim() === '';

/** The refusal at its field; of a proposal, all else that it lacks as well. */
function errorsOf(refusal: Refusal, gaps: FieldProblem[], event: string, language: Language): FieldProblem[] {
  const sentence = refusalSentence(refusal, language);
  return gaps.some(({ message }) => message === sentence) ? gaps : problemsOf(refusal, event, language);
}

function isAboutSection({ type }: CaseRequest): boolean {
  return type === 'claim' || type === 'release';
}

function unreadable(typed: Record<string, string>, errors: FieldProblem[], language: Language): Refused {
  const message = translator(reviewTexts, language)('requestUnreadable');
  return { refusal: null, errors: errors.length > 0 ? errors : [{ field: null, message }], typed, missed: [] };
}

function nextPage(event: CaseRequest, caseId: string, language: Language): string {
  const to = paths(language).review;
  if (event.type === 'claim') return withQuery(to.section(caseId, event.sectionId), { done: 'claimed' });
  // Who opens a section again, does so to judge in it: the button that takes it stands there.
  if (event.type === 'reopen') return withQuery(to.section(caseId, event.sectionId), { done: event.type });
  // The two that decide stay with the decision.
  const page = event.type === 'confirm' || event.type === 'propose' ? to.decision(caseId) : to.case(caseId);
  return withQuery(page, { done: event.type });
}
