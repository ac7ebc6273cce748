import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '~/app/auth/actor.server';
import { readPersonalData } from '~/db/personal-data';

/** What the portal holds about whoever asks, as a file. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { personId } = await requireActor(request, context);
  const held = await readPersonalData(context.db, personId);
  return new Response(`${JSON.stringify(held, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="snitfladeklar-data.json"',
      'Cache-Control': 'no-store',
    },
  });
}
