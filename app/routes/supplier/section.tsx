import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound } from '~/app/auth/actor.server';
import { languageOf } from '~/app/i18n/language';
import { supplierTexts } from '~/app/i18n/supplier';
import { sectionTexts } from '~/app/i18n/supplier-section';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { HandoverNotice } from '~/app/people/handover-notice';
import { heldBy } from '~/app/people/handovers.server';
import { readForm } from '~/app/read-form.server';
import { CorrectingNotice } from '~/app/supplier/correction-notice';
import { decideAtQuestion } from '~/app/supplier/decide-proposals.server';
import { isEditableFor, requireDeclaration, statusOfRefusal, throwIfNotFound } from '~/app/supplier/declaration.server';
import { refusedSaveOf } from '~/app/supplier/refused-save';
import { readSectionForm } from '~/app/supplier/section-fields';
import { editsFor, readIntent, targetOf } from '~/app/supplier/section-intent.server';
import { SectionPage } from '~/app/supplier/section-page';
import { SectionSummary } from '~/app/supplier/section-summary';
import type { SectionView } from '~/app/supplier/section-view';
import { findSectionView } from '~/app/supplier/section-view.server';
import { usesShortcuts } from '~/db/account';
import { saveAnswers } from '~/db/answers';
import { readSupplierCaseOf } from '~/db/cases/read';
import { listMunicipalities } from '~/db/catalogue';
import { loadDeclaration } from '~/db/declarations';
import { listHandovers } from '~/db/handovers';
import { insertFromLibrary } from '~/db/library-changes';
import { canEditAnswers } from '~/workflows/supplier-rights';

export const handle = page<typeof loader>({
  title: ({ data, language }) => `${data.view.title[language]} – ${data.view.productName}`,
  breadcrumbs: ({ data, language, paths }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: paths.supplier.home() },
    { label: data.view.productName, href: paths.supplier.declaration(data.view.declarationId) },
  ],
  scripts: true,
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const acting = { actor, now: context.now() };
  const reviewed = await readSupplierCaseOf(context.db, acting, loaded.declaration.id);
  const found = await findSectionView(context.db, loaded, params.section ?? '', reviewed);
  if (!found) throw notFound();
  const search = new URL(request.url).searchParams;
  const correct = found.instances.find(({ key }) => key === search.get('correct'))?.key ?? null;
  const view: SectionView = {
    ...found,
    // Whoever came for one answer goes on to send it, not to the next section.
    next: correct ? 'correction' : found.next,
    personId: actor.personId,
    usesShortcuts: await usesShortcuts(context.db, actor.personId),
  };
  const handovers = await listHandovers(context.db, loaded.declaration.id);
  const handover = handovers.find(({ sectionId }) => sectionId === params.section);
  const open = view.instances.map(({ key }) => key).filter((key) => loaded.completeness.open.has(key));
  return {
    view,
    open,
    isEditable: isEditableFor(actor, loaded),
    because: canEditAnswers(actor) && actor.supplierId === loaded.supplier.id ? 'readOnlyState' : 'readOnlyRole',
    isSaved: search.has('saved'),
    opened: open.find((key) => key === search.get('opened')) ?? null,
    held: handover ? heldBy(handover, actor) : null,
    /** The published answer that somebody came to correct. */
    correct,
  } as const;
}

/** Saves the whole section: without scripts, and with them when somebody goes on. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const language = languageOf(request);
  const sectionId = params.section ?? '';
  const instances = loaded.instances.filter((instance) => instance.sectionId === sectionId);
  if (instances.length === 0) throw notFound();
  const form = await readForm(request);
  const municipalities = await listMunicipalities(context.db);
  const { edits, typed } = readSectionForm(form, instances, { language, municipalities });
  const intent = readIntent(form);
  const result = await saveAnswers(
    context.db,
    { actor, now: context.now() },
    { declarationId: loaded.declaration.id, answers: editsFor(intent, edits) },
  );
  if (!result.ok) {
    throwIfNotFound(result.refusal);
    const kept = { errors: [], conflicts: {}, typed };
    return data({ refused: kept, refusal: result.refusal, errors: [] }, { status: statusOfRefusal(result.refusal) });
  }
  const t = translator(sectionTexts, language);
  const sentences = { conflict: () => t('conflictError'), unknownQuestion: t('unknownQuestion') };
  const refused = refusedSaveOf(result.value.outcomes, typed, language, sentences);
  if (refused) {
    const status = Object.keys(refused.conflicts).length > 0 ? 409 : 400;
    return data({ refused, refusal: null, errors: refused.errors }, { status });
  }
  if (intent.kind === 'accept' || intent.kind === 'decline') {
    const refusal = await decideAtQuestion(context.db, { actor, now: context.now() }, loaded, intent, result.value);
    if (refusal) return data({ refused: null, refusal, errors: [] }, { status: statusOfRefusal(refusal) });
  }
  if (intent.kind === 'insert') {
    const textId = String(form.get(`library:${intent.key}`) ?? '');
    const input = { declarationId: loaded.declaration.id, key: intent.key, textId };
    const inserted = await insertFromLibrary(context.db, { actor, now: context.now() }, input);
    const refusal = inserted.ok ? null : inserted.refusal;
    if (refusal) return data({ refused: null, refusal, errors: [] }, { status: statusOfRefusal(refusal) });
  }
  const shown = new Set(edits.map(({ key }) => key));
  const { open } = (await loadDeclaration(context.db, loaded.declaration.id)).completeness;
  const opened = instances.find(({ key }) => open.has(key) && !shown.has(key))?.key ?? null;
  const to = paths(language).supplier;
  const correct = new URL(request.url).searchParams.get('correct');
  return redirect(targetOf(intent, { loaded, sectionId, opened, correct, to }));
}

export default function SectionRoute() {
  const { view, open, isEditable, because, isSaved, opened, held, correct } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (!isEditable && !sent?.refusal) return <SectionSummary view={view} open={open} because={because} />;
  const notice = { refused: sent?.refused ?? null, refusal: sent?.refusal ?? null, isSaved: isSaved && !sent, opened };
  return (
    <>
      {held?.isMine && <HandoverNotice declarationId={view.declarationId} held={held} />}
      {correct && <CorrectingNotice declarationId={view.declarationId} question={correct} />}
      <SectionPage view={view} notice={notice} />
    </>
  );
}
