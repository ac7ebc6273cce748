import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Alert, BackLink, ErrorSummary, errorOf, type FieldProblem, InsetText, PageHeading } from '~/app/components';
import { languageOf } from '~/app/i18n/language';
import { refusalSentence, useRefusal } from '~/app/i18n/refusals';
import { supplierTexts } from '~/app/i18n/supplier';
import { declarationTexts } from '~/app/i18n/supplier-declaration';
import { submissionTexts } from '~/app/i18n/supplier-submission';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { paths, usePaths, withQuery } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { EventFields, isFormEvent, noteFieldId, WithdrawFields } from '~/app/supplier/case-actions';
import {
  refusedResponse,
  requireDeclaration,
  requireDeclarationId,
  statusOfRefusal,
  throwIfNotFound,
} from '~/app/supplier/declaration.server';
import { SubmitForm } from '~/app/supplier/submit-form';
import { readSupplierCaseOf } from '~/db/cases/read';
import { sendCaseEvent } from '~/db/cases/send-event';
import { submitDeclaration } from '~/db/cases/submit';
import { findPublishedSubmission } from '~/db/corrections';
import { reopenDeclaration } from '~/db/declarations';
import { readCaseRequest } from '~/workflows/case/events';
import { copenhagenDay } from '~/workflows/day';
import type { Refusal } from '~/workflows/refusal';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(declarationTexts, language)('eventTitle'),
  breadcrumbs: ({ data, language, paths }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: paths.supplier.home() },
    { label: data.productName, href: paths.supplier.declaration(data.declarationId) },
  ],
});

/** What a refused event is shown with. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const acting = { actor, now: context.now() };
  const current = await readSupplierCaseOf(context.db, acting, loaded.declaration.id);
  const { id, version, state } = loaded.case ?? { id: '', version: 0, state: null };
  const published = await findPublishedSubmission(context.db, loaded.declaration.id);
  return {
    declarationId: loaded.declaration.id,
    productName: loaded.product.name,
    about: { id, version, state },
    /** What can still be asked of the case, whatever the form was opened for. */
    possible: (current?.events ?? []).map(({ event }) => event),
    published: published && {
      number: published.number,
      publishedOn: copenhagenDay(published.publishedAt),
      caseId: published.case.id,
      caseVersion: published.case.version,
    },
  };
}

/** Sends an event of the case, or begins a new case after one that has ended. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, declarationId } = await requireDeclarationId(request, context, params.declaration);
  const acting = { actor, now: context.now() };
  const language = languageOf(request);
  const to = paths(language).supplier;
  const form = await readForm(request);
  if (form.get('intent') === 'begin-anew') {
    const begun = await reopenDeclaration(context.db, acting, { declarationId });
    if (!begun.ok && begun.refusal.code !== 'case-already-open') throw refusedResponse(begun.refusal);
    return redirect(to.declaration(declarationId));
  }
  const event = form.get('event');
  const note = textIn(form, 'note');
  const expectedVersion = Number(textIn(form, 'version'));
  if (event === 'submit' || event === 'resubmit') {
    if (!form.has('confirm')) {
      const message = translator(submissionTexts, language)('confirmError');
      return refused({ event, note, errors: [{ field: 'confirm', message }] }, 400);
    }
    const wanted = { declarationId, expectedCaseVersion: expectedVersion, event } as const;
    const sent = await submitDeclaration(context.db, acting, wanted);
    if (sent.ok) return redirect(to.receipt(declarationId, sent.value.submissionNumber));
    return refusedEvent({ event, note, refusal: sent.refusal });
  }
  const wanted = readCaseRequest({ event: isFormEvent(event) ? event : null, note });
  if (!wanted) return new Response(null, { status: 400 });
  const sent = await sendCaseEvent(context.db, acting, {
    caseId: textIn(form, 'case'),
    expectedVersion,
    event: wanted,
  });
  if (sent.ok) return redirect(withQuery(to.declaration(declarationId), { done: wanted.type }));
  const caseId = textIn(form, 'case');
  if (isFormEvent(event) && isAboutNote(sent.refusal)) {
    const problem = { field: noteFieldId(event, caseId), message: refusalSentence(sent.refusal, language) };
    return refused({ event, note, errors: [problem], caseId }, 400);
  }
  return refusedEvent({ event: wanted.type, note, refusal: sent.refusal, caseId });
}

/** What the person mends in the field itself. */
function isAboutNote({ code }: Refusal): boolean {
  return code === 'note-needed' || code === 'note-too-long' || code === 'note-control-characters';
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
}

interface Refused {
  event: string;
  note: string;
  refusal?: Refusal;
  errors?: FieldProblem[];
  /** The case that the event was sent to; it may be another than the declaration's newest. */
  caseId?: string;
}

function refusedEvent(sent: Refused & { refusal: Refusal }) {
  throwIfNotFound(sent.refusal);
  return refused(sent, statusOfRefusal(sent.refusal));
}

function refused({ event, note, refusal, errors = [], caseId }: Refused, status: number) {
  return data({ event, note, refusal: refusal ?? null, errors, caseId: caseId ?? null }, { status });
}

/** Shown only when something was refused: why, and the form again with what was typed. */
export default function EventPage() {
  const { declarationId, productName, about, possible, published } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTexts(declarationTexts);
  const sentence = useRefusal();
  const paths = usePaths();
  const back = <BackLink href={paths.supplier.declaration(declarationId)}>{t('backToDeclaration')}</BackLink>;
  if (!sent) {
    return (
      <>
        {back}
        <PageHeading>{productName}</PageHeading>
      </>
    );
  }
  const { event, note, refusal, errors, caseId } = sent;
  const isPossible = (caseId === null || caseId === about.id) && possible.some((each) => each === event);
  const withdrawn = event === 'withdraw' && caseId !== null && caseId === published?.caseId ? published : undefined;
  const hasMoved = refusal?.code === 'case-has-moved';
  const noteError = isFormEvent(event) ? errorOf(errors, noteFieldId(event, caseId ?? about.id)) : undefined;
  const confirmError = errorOf(errors, 'confirm');
  return (
    <>
      {back}
      <ErrorSummary errors={errors} />
      <PageHeading caption={productName}>{t('eventTitle')}</PageHeading>
      {refusal && (
        <Alert kind={hasMoved ? 'warning' : 'error'} role="alert">
          <p>{sentence(refusal)}</p>
          {hasMoved && (
            <p>
              <a href={paths.supplier.declaration(declarationId)}>{t('seeWhatChanged')}</a>
            </p>
          )}
        </Alert>
      )}
      {withdrawn && (
        <WithdrawFields declarationId={declarationId} published={withdrawn} note={note} error={noteError} />
      )}
      {isFormEvent(event) && !withdrawn && isPossible && (
        <EventFields declarationId={declarationId} about={about} event={event} note={note} error={noteError} />
      )}
      {isFormEvent(event) && !withdrawn && !isPossible && note !== '' && (
        <InsetText>
          <p>{t('eventWritten')}</p>
          <p className="sd-lines">{note}</p>
        </InsetText>
      )}
      {confirmError && (
        <SubmitForm
          declarationId={declarationId}
          about={about}
          isAgain={about.state === 'changes-requested'}
          error={confirmError}
        />
      )}
    </>
  );
}
