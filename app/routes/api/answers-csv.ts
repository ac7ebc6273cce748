import { PassThrough } from 'node:stream';
import { apiLoader, refuseToChange, requireKnownParameters } from '~/app/api/answer.server';
import { openToAll } from '~/app/api/open-to-all';
import { ApiProblem } from '~/app/api/problem';
import { webStreamOf } from '~/app/server/web-stream';
import { clientOf } from '~/db/client';
import { writeAllAnswers } from '~/db/published/all-answers';

/** At once and in one process: each keeps a connection of those that public pages have. */
const mostAtOnce = 2;
let atOnce = 0;

/** Every approved answer of this moment, sent as it is read. */
export const loader = apiLoader(async ({ request, context }) => {
  requireKnownParameters(new URL(request.url).searchParams, []);
  // A past day's answers are in the publications.
  if (context.viewedDay !== null) throw ApiProblem.unknownParameter('on');
  const headers = {
    ...openToAll,
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="snitfladeklar-answers.csv"',
  };
  if (request.method === 'HEAD') return new Response(null, { headers });
  if (atOnce >= mostAtOnce) {
    throw new ApiProblem(503, 'Busy', 'Others are fetching all answers. Ask again in a minute, or take the dump.');
  }
  atOnce += 1;
  const sent = new PassThrough({ highWaterMark: 256 * 1024 });
  writeAllAnswers(clientOf(context.publicDb), sent)
    .catch((error: Error) => {
      if (!sent.destroyed) context.log.error({ err: error }, 'the export of answers broke off');
      // The reader has to notice that something is missing.
      sent.destroy(error);
    })
    .finally(() => {
      atOnce -= 1;
    });
  return new Response(webStreamOf(sent), { headers });
});

export const action = refuseToChange;
