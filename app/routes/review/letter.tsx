import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { languageOf } from '~/app/i18n/language';
import { letterPageTexts } from '~/app/i18n/letter';
import { reviewTexts } from '~/app/i18n/review';
import { translator } from '~/app/i18n/texts';
import { loadCaseLetter, loadRulingLetter, readableOf } from '~/app/letters/letter.server';
import { LetterPage } from '~/app/letters/letter-page';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { reviewCrumbs } from '~/app/review/crumbs';
import { requireReading } from '~/app/review/reviewed-case.server';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(letterPageTexts, language)('title'),
  breadcrumbs: (args) => reviewCrumbs(args, args.data.reviewed),
});

/** The letter of a case, a preview until it has left; with `?of=ruling` the one that ruled on its appeal. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { reviewed } = await requireReading(request, context, params.case);
  const isRuling = new URL(request.url).searchParams.get('of') === 'ruling';
  const shown = readableOf(request, await (isRuling ? loadRulingLetter : loadCaseLetter)(context, reviewed));
  const language = languageOf(request);
  const to = paths(language).review;
  const back = { href: to.decision(reviewed.id), label: translator(reviewTexts, language)('decisionTitle') };
  const of = isRuling ? { of: 'ruling' } : {};
  return { reviewed, view: { ...shown, back, here: to.letter(reviewed.id, of), file: to.letterFile(reviewed.id, of) } };
}

export default function Letter() {
  return <LetterPage view={useLoaderData<typeof loader>().view} />;
}
