import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ExchangePage } from '~/app/exchange/exchange-page';
import { problemInWords } from '~/app/exchange/import-problem-words';
import type { ImportProblem } from '~/app/exchange/import-problems';
import { importFormats, importLimit, readImport } from '~/app/exchange/read-import.server';
import { readUpload } from '~/app/exchange/read-upload.server';
import { exchangeTexts } from '~/app/i18n/exchange';
import { languageOf } from '~/app/i18n/language';
import { supplierTexts } from '~/app/i18n/supplier';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { requireDeclaration, statusOfRefusal, throwIfNotFound } from '~/app/supplier/declaration.server';
import { readKnownCodes } from '~/db/answers';
import { listMunicipalities } from '~/db/catalogue';
import { stageImport } from '~/db/imports';
import type { Refusal } from '~/workflows/refusal';
import { canEditAnswers } from '~/workflows/supplier-rights';
import { copenhagenDay } from '~/workflows/working-days';

export const handle = page<typeof loader>({
  title: ({ data, language }) => `${translator(exchangeTexts, language)('title')} – ${data.productName}`,
  breadcrumbs: ({ data, language, paths: to }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: to.supplier.home() },
    { label: data.productName, href: to.supplier.declaration(data.declarationId) },
  ],
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  return {
    declarationId: loaded.declaration.id,
    productName: loaded.product.name,
    isOwn: actor.supplierId === loaded.supplier.id && canEditAnswers(actor, loaded.product.id),
    formats: importFormats,
    maxBytes: importLimit,
  };
}

/** Reads an uploaded file and shows what it would change, on a page of its own. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const language = languageOf(request);
  const now = context.now();
  const refused = (status: number, fileName: string, problems: ImportProblem[], more = 0, refusal?: Refusal) => {
    const inWords = problems.map((problem) => problemInWords(problem, language));
    return data(
      { fileName, problems: inWords, more, refusal: refusal ?? null, errors: inWords.length > 0 },
      { status },
    );
  };
  if (!canEditAnswers(actor, loaded.product.id)) return refused(403, '', [], 0, { code: 'role-required' });
  const upload = await readUpload(request);
  if (!upload.ok) return refused(400, '', [{ code: upload.problem, place: null, found: '' }]);
  const read = readImport(upload.name, upload.bytes, {
    loaded,
    codes: await readKnownCodes(context.db),
    municipalities: await listMunicipalities(context.db),
    language,
    today: copenhagenDay(now),
  });
  if (!read.ok) return refused(400, upload.name, read.problems, read.more);
  const declarationId = loaded.declaration.id;
  const staged = await stageImport(
    context.db,
    { actor, now },
    { declarationId, fileName: upload.name, answers: read.answers },
  );
  if (!staged.ok) {
    throwIfNotFound(staged.refusal);
    return refused(statusOfRefusal(staged.refusal), upload.name, [], 0, staged.refusal);
  }
  return redirect(paths(language).supplier.import(declarationId, staged.value.importId));
}

export default function ExchangeRoute() {
  return <ExchangePage view={useLoaderData<typeof loader>()} sent={useActionData<typeof action>()} />;
}
