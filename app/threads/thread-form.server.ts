import { data, redirect } from '@remix-run/node';
import { notFound } from '~/app/auth/actor.server';
import type { PortalContext } from '~/app/context.server';
import { withQuery } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { textsOf } from '~/app/review/refused.server';
import { resolveThread, writeMessage } from '~/db/threads';
import type { Acting } from '~/workflows/actor';
import { threadAudiences } from '~/workflows/thread';

/**
 * Writes in a thread (`act=write`), resolves it (`act=resolve`) or opens it again (`act=reopen`).
 * @param place the case and the question; `address`: where the page is
 */
export async function sendThreadForm(
  request: Request,
  context: PortalContext,
  acting: Acting,
  { caseId, questionKey, address }: { caseId: string; questionKey: string; address: string },
) {
  const form = await readForm(request);
  const typed = textsOf(form);
  const audience = threadAudiences.find((each) => each === typed.audience) ?? 'shared';
  const place = { caseId, questionKey, audience };
  const isWritten = typed.act !== 'resolve' && typed.act !== 'reopen';
  const result = isWritten
    ? await writeMessage(context.db, acting, {
        ...place,
        text: typed.text ?? '',
        mentions: form.getAll('mention').filter((each) => typeof each === 'string'),
      })
    : await resolveThread(context.db, acting, { ...place, isResolved: typed.act === 'resolve' });
  if (result.ok) return redirect(withQuery(address, { done: isWritten ? 'message' : typed.act }), 303);
  const { refusal } = result;
  if (refusal.code === 'not-found') throw notFound();
  const status = ['role-required', 'conflict-of-interest', 'own-organisation'].includes(refusal.code)
    ? 403
    : ['thread-closed', 'answer-not-in-case'].includes(refusal.code)
      ? 409
      : 400;
  const errors: [] = [];
  return data({ refusal, errors, typed: { ...typed, audience } }, status);
}
