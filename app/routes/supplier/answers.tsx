import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { languageOf } from '~/app/i18n/language';
import { refusalSentence } from '~/app/i18n/refusals';
import { paths } from '~/app/paths';
import { requireDeclaration, requireDeclarationId, statusOfRefusal } from '~/app/supplier/declaration.server';
import type { Outcome, Reply } from '~/app/supplier/edits';
import { type SaveOutcome, saveAnswers } from '~/db/answers';

/** What the section page's script sends. */
const bodySchema = z.strictObject({
  /** Who wrote them: the browser's session may be another person's by now. */
  person: z.string().max(100).optional(),
  answers: z
    .array(
      z.strictObject({
        key: z.string().min(1).max(200),
        value: z.unknown(),
        justification: z.string().nullable(),
        expectedVersion: z.number().int().min(0),
      }),
    )
    .min(1)
    .max(500),
});

/** Nothing to see here: whoever opens the address goes to the declaration. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { loaded } = await requireDeclaration(request, context, params.declaration);
  return redirect(paths(languageOf(request)).supplier.declaration(loaded.declaration.id));
}

/** Saves answers as they are written, and says what became of each. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, declarationId } = await requireDeclarationId(request, context, params.declaration);
  const body = bodySchema.safeParse(await readJson(request));
  if (!body.success) return new Response(null, { status: 400 });
  const { person = actor.personId } = body.data;
  if (person !== actor.personId) return reply({ ok: false, retry: true, reason: 'signed-out' }, 409);
  const result = await saveAnswers(
    context.db,
    { actor, now: context.now() },
    { declarationId, answers: body.data.answers },
  );
  if (result.ok) return reply({ ok: true, outcomes: result.value.outcomes.map(outcomeOf) }, 200);
  const message = refusalSentence(result.refusal, languageOf(request));
  return reply({ ok: false, retry: false, message }, statusOfRefusal(result.refusal));
}

async function readJson(request: Request): Promise<unknown> {
  return request.json().catch(() => undefined);
}

function reply(body: Reply, status: number): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

function outcomeOf(outcome: SaveOutcome): Outcome {
  switch (outcome.status) {
    case 'saved':
    case 'unchanged':
      return { ...outcome, updatedAt: outcome.updatedAt.toISOString() };
    case 'conflict':
      return { ...outcome, present: { ...outcome.present, updatedAt: outcome.present.updatedAt.toISOString() } };
    default:
      return outcome;
  }
}
