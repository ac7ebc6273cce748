import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { notFound } from '~/app/auth/actor.server';
import { findTokenHash } from '~/app/auth/session.server';
import { languageOf } from '~/app/i18n/language';
import { paths } from '~/app/paths';
import { requireDeclaration } from '~/app/supplier/declaration.server';
import { findLiveReader, streamSection } from '~/app/supplier/live-section.server';
import { findSessionEnd } from '~/db/sessions';

/** Server-sent events for an open section page; somebody who opens the address goes to the section. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  if (!request.headers.get('Accept')?.includes('text/event-stream')) {
    const { loaded } = await requireDeclaration(request, context, params.declaration);
    const sectionId = params.section ?? '';
    if (!loaded.instances.some((instance) => instance.sectionId === sectionId)) throw notFound();
    return redirect(paths(languageOf(request)).supplier.section(loaded.declaration.id, sectionId));
  }
  const tokenHash = findTokenHash(request, context.config);
  const section = {
    declarationId: params.declaration ?? '',
    sectionId: params.section ?? '',
    tokenHash: tokenHash ?? '',
  };
  const reader = await findLiveReader(context, section);
  if (!reader) throw notFound();
  const stream = await streamSection(context, section, reader.actor, request.signal);
  if (!stream) return new Response(null, { status: 429, headers: { 'Retry-After': '60' } });
  return new Response(stream, { headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' } });
}

/** Stays signed in: asking is enough to prolong the session. Answers with when it ends now. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  await requireDeclaration(request, context, params.declaration);
  const end = await findSessionEnd(context.db, context.now(), findTokenHash(request, context.config) ?? '');
  if (!end) throw notFound();
  return Response.json({ endsAt: end.toISOString() }, { headers: { 'Cache-Control': 'no-store' } });
}
