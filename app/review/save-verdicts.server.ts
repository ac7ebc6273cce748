import { data, redirect } from '@remix-run/node';
import { notFound } from '~/app/auth/actor.server';
import type { FieldProblem } from '~/app/components/error-summary';
import type { PortalContext } from '~/app/context.server';
import { languageOf } from '~/app/i18n/language';
import { reviewTexts } from '~/app/i18n/review';
import { translator } from '~/app/i18n/texts';
import { paths, withQuery } from '~/app/paths';
import { answerLabel } from '~/app/published/interface-label';
import { readForm } from '~/app/read-form.server';
import { listCannedReasons } from '~/db/canned-reasons';
import { type ReviewedSection, readCaseSection } from '~/db/cases/read';
import { sendCaseEvent } from '~/db/cases/send-event';
import { giveVerdicts } from '~/db/cases/verdicts';
import { listInterfaces } from '~/db/catalogue';
import type { VerdictInput } from '~/workflows/case/verdict';
import { noteLimit, noteProblem } from '~/workflows/note';
import type { Refusal } from '~/workflows/refusal';
import type { Language, Text } from '~/workflows/words';
import { refusedBy, statusOf, textsOf, versionOf } from './refused.server';
import { requireReading } from './reviewed-case.server';
import { acceptRest, problemsWithVerdicts, readTypedVerdicts, type TypedVerdict, verdictField } from './verdict-fields';

/**
 * Saves the verdicts of one section's page, all or none; accepts what is left or finishes the section if that was the
 * button.
 * @returns a redirect, or what was refused: 400 with the fields to correct, 409 with what has happened meanwhile
 */
export async function saveVerdictsOfForm(
  request: Request,
  context: PortalContext,
  place: { caseId: string | undefined; sectionId: string | null },
) {
  const { actor, reviewed } = await requireReading(request, context, place.caseId);
  const acting = { actor, now: context.now() };
  const at = { caseId: reviewed.id, sectionId: place.sectionId ?? '' };
  const page = await readCaseSection(context.db, acting, at);
  if (!page) throw notFound();
  const language = languageOf(request);
  const names = Object.fromEntries((await listInterfaces(context.db)).map(({ id, name }) => [id, name]));
  const worded: Worded = { answers: page.answers, names, language };
  const typed = textsOf(await readForm(request));
  const form = { caseId: reviewed.id, seenVersion: versionOf(typed), typed };
  const refused = async (refusal: Refusal) =>
    data({ ...(await refusedBy(context, refusal, form)), errors: errorsOf(refusal, worded) }, statusOf(refusal));

  const read = readTypedVerdicts(typed, await listCannedReasons(context.db));
  const verdicts = typed.event === 'accept-rest' ? acceptRest(read, unjudgedOf(page)) : read;
  const isFinishing = typed.event === 'assess';
  const errors = fieldErrors(verdicts, worded, isFinishing);
  if (errors.length > 0) return data({ refusal: null, errors, typed, missed: [] }, 400);

  const given = await giveVerdicts(context.db, acting, { caseId: reviewed.id, verdicts: verdicts.flatMap(inputOf) });
  if (!given.ok) return refused(given.refusal);
  const to = paths(language).review;
  if (!isFinishing)
    return redirect(
      withQuery(to.section(reviewed.id, at.sectionId), { done: typed.event === 'accept-rest' ? 'rest' : 'saved' }),
    );
  // The claim and the answers' hashes have been checked; that colleagues work in other sections is no conflict.
  const sent = await sendCaseEvent(context.db, acting, {
    caseId: reviewed.id,
    expectedVersion: given.value.version,
    event: { type: 'assess', sectionId: at.sectionId },
  });
  if (!sent.ok) return refused(sent.refusal);
  return redirect(withQuery(to.case(reviewed.id), { done: 'assess' }));
}

/** The answers of a section, and what is needed to call them by name. */
interface Worded {
  answers: ReviewedSection['answers'];
  names: Readonly<Record<string, Text>>;
  language: Language;
}

function unjudgedOf({ answers }: ReviewedSection): Set<string> {
  return new Set(answers.filter(({ verdict }) => verdict === null).map(({ answer }) => answer.key));
}

/** Acceptance has no reason: what was written before the reviewer accepted is folded away on the page, and dropped. */
function inputOf({ questionKey, kind, reason, answerHash }: TypedVerdict): VerdictInput[] {
  if (kind === null) return [];
  return [{ questionKey, kind, reason: kind === 'accepted' ? null : reason, answerHash }];
}

function fieldErrors(verdicts: readonly TypedVerdict[], worded: Worded, isFinishing: boolean): FieldProblem[] {
  const t = translator(reviewTexts, worded.language);
  const moved = worded.answers.filter(({ isMoved }) => isMoved).map(({ answer }) => answer.key);
  const problems = problemsWithVerdicts(verdicts, new Set(isFinishing ? moved : []));
  const notStorable = verdicts.flatMap(({ questionKey, reason }) => {
    const problem = noteProblem(reason, noteLimit);
    return problem ? [{ questionKey, code: problem.code }] : [];
  });
  return [
    ...problems.map(({ questionKey, problem }) => {
      const question = questionText(worded, questionKey);
      return problem === 'kind-missing'
        ? { field: verdictField.kind(questionKey), message: t('kindMissing', { question }) }
        : { field: verdictField.reason(questionKey), message: t('reasonMissing', { question }) };
    }),
    ...notStorable.map(({ questionKey, code }) => ({
      field: verdictField.reason(questionKey),
      message: t(code === 'note-too-long' ? 'reasonTooLong' : 'reasonControlCharacters', {
        question: questionText(worded, questionKey),
        most: noteLimit,
      }),
    })),
  ];
}

/** A refusal that names a question is shown at the question too. */
function errorsOf({ code, params }: Refusal, worded: Worded): FieldProblem[] {
  const key = params?.question;
  if (code !== 'answer-has-moved' || typeof key !== 'string') return [];
  const question = questionText(worded, key);
  const t = translator(reviewTexts, worded.language);
  return [{ field: verdictField.kind(key), message: t('answerMoved', { question }) }];
}

/** As the page itself names it: an interface by its name, with its number where it has one. */
function questionText({ answers, names, language }: Worded, key: string): string {
  const found = answers.find(({ answer }) => answer.key === key)?.answer;
  return found ? answerLabel(found, names)[language] : key;
}
