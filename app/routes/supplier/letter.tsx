import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { languageOf } from '~/app/i18n/language';
import { letterPageTexts } from '~/app/i18n/letter';
import { supplierTexts } from '~/app/i18n/supplier';
import { translator } from '~/app/i18n/texts';
import { readableOf, sentLetter } from '~/app/letters/letter.server';
import { LetterPage } from '~/app/letters/letter-page';
import { requireSentLetter } from '~/app/letters/supplier-letter.server';
import { page } from '~/app/page';
import { paths } from '~/app/paths';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(letterPageTexts, language)('title'),
  breadcrumbs: ({ data, language, paths: to }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: to.supplier.home() },
    { label: data.view.back.label, href: data.view.back.href },
  ],
});

/** A letter that the supplier was sent. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { loaded, sent, letterId } = await requireSentLetter(request, context, params);
  const to = paths(languageOf(request)).supplier;
  const { id } = loaded.declaration;
  const back = { href: to.declaration(id), label: loaded.product.name };
  const shown = readableOf(request, sentLetter(sent));
  return { view: { ...shown, back, here: to.letter(id, letterId), file: to.letterFile(id, letterId) } };
}

export default function Letter() {
  return <LetterPage view={useLoaderData<typeof loader>().view} />;
}
