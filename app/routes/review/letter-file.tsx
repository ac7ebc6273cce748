import type { LoaderFunctionArgs } from '@remix-run/node';
import { letterResponse, loadCaseLetter } from '~/app/letters/letter.server';
import { requireReading } from '~/app/review/reviewed-case.server';

/** The file of a case's letter: what was sent, or what would be. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { reviewed } = await requireReading(request, context, params.case);
  const { pdf } = await loadCaseLetter(context, reviewed);
  return letterResponse(await pdf(), reviewed.number);
}
