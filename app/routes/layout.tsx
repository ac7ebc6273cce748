import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLocation, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { findActor } from '~/app/auth/actor.server';
import { Frame } from '~/app/components/frame/frame';
import type { Person } from '~/app/components/frame/person';
import { QueryProblemPage } from '~/app/components/public/query-problem-page';
import { useDocument } from '~/app/document';
import { withoutLanguage } from '~/app/i18n/language';
import { questionnaireSlug } from '~/app/paths';
import { refuseQuery } from '~/app/published/query-problem.server';
import type { loader as rootLoader } from '~/app/root';
import { useDayQuery, useViewedDay } from '~/app/viewed-day';
import { findOrganisationName } from '~/db/organisations';
import { findReadOnlyReason } from '~/db/portal-settings';
import { dayParameter } from '~/workflows/viewed-day';

interface FrameData {
  person: Person | null;
  /** Why nothing can be changed now; null: everything goes on as usual. */
  readOnly: string | null;
}

/** Who is signed in, for the header. Nobody's page stays the same for everybody and may be cached. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<FrameData> {
  if (context.viewedDay?.kind === 'refused') refuseQuery(context.viewedDay.problem);
  const actor = await findActor(request, context);
  const findReason = () => findReadOnlyReason(context.db);
  // Who looks at a past day sees what holds now; what is remembered of past days has only little room.
  const readOnly = await (context.viewedDay?.kind === 'past'
    ? findReason()
    : context.remember('read-only', findReason));
  if (!actor) return { person: null, readOnly };
  const organisation = (await findOrganisationName(context.db, actor)) ?? null;
  return { person: { name: actor.name, organisation, roles: actor.roles }, readOnly };
}

export default function Layout() {
  return (
    <FramedPage>
      <Outlet />
    </FramedPage>
  );
}

export function ErrorBoundary() {
  const { pathname, search } = useLocation();
  // A day that cannot be shown takes nothing else away: a profile's requirements are in its address alone.
  const rest = new URLSearchParams(search);
  rest.delete(dayParameter);
  return (
    <FramedPage>
      <QueryProblemPage href={rest.size > 0 ? `${pathname}?${rest}` : pathname} />
    </FramedPage>
  );
}

function FramedPage({ children }: { children: ReactNode }) {
  const { crumbs, pageTitle, wide } = useDocument();
  const { pathname, search } = useLocation();
  const viewedDay = useViewedDay();
  const day = useDayQuery();
  // The routes do not see the day in their address; the links around the page do.
  const location = { pathname, search: withDay(search, day) };
  const portal = useRouteLoaderData<typeof rootLoader>('root');
  const framed = useRouteLoaderData<typeof loader>('routes/layout');
  const isHome = withoutLanguage(location.pathname) === '/';
  return (
    <Frame
      demo={portal?.demo ?? false}
      licence={portal?.licence}
      person={framed?.person ?? null}
      readOnly={framed?.readOnly ?? null}
      location={location}
      questionnaireSlug={questionnaireSlug}
      crumbs={isHome ? null : crumbs}
      title={pageTitle}
      wide={wide}
      viewedDay={viewedDay}
    >
      {children}
    </Frame>
  );
}

function withDay(search: string, day: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(day)) query.set(name, value);
  const text = query.toString();
  return text ? `?${text}` : '';
}
