import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileOf, loadCaseLetter } from '~/app/letters/letter.server';
import { requireReading } from '~/app/review/reviewed-case.server';

/** The file of a case's letter: what was sent, or what would be. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { reviewed } = await requireReading(request, context, params.case);
  return fileOf(request, await loadCaseLetter(context, reviewed), reviewed.number);
}
