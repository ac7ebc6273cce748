import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileOf, loadCaseLetter, loadRulingLetter } from '~/app/letters/letter.server';
import { requireReading } from '~/app/review/reviewed-case.server';

/** The file of a case's letter: what was sent, or what would be; with `?of=ruling` of the one about its appeal. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { reviewed } = await requireReading(request, context, params.case);
  const isRuling = new URL(request.url).searchParams.get('of') === 'ruling';
  return fileOf(request, await (isRuling ? loadRulingLetter : loadCaseLetter)(context, reviewed), reviewed.number);
}
