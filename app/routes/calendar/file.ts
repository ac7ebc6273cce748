import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound } from '~/app/auth/actor.server';
import { calendarOf } from '~/app/calendar/calendar.server';
import { findCalendarOwner, listDeadlinesOf } from '~/db/calendar-feeds';

/** `/calendar/<token>.ics`: the deadlines of whoever the token was made for. The token is the only key. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const [token = '', ending, ...rest] = (params.file ?? '').split('.');
  const owner = ending === 'ics' && rest.length === 0 ? await findCalendarOwner(context.db, token) : undefined;
  if (!owner) throw notFound();
  const deadlines = await listDeadlinesOf(context.db, owner.personId);
  const at = { now: context.now(), publicUrl: context.config.publicUrl };
  return new Response(calendarOf(owner, deadlines, at), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="frister.ics"',
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
    },
  });
}
