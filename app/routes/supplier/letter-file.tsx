import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileOf, sentLetter } from '~/app/letters/letter.server';
import { requireSentLetter } from '~/app/letters/supplier-letter.server';

/** The file of a letter that the supplier was sent. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { sent } = await requireSentLetter(request, context, params);
  return fileOf(request, sentLetter(sent), sent.caseNumber);
}
