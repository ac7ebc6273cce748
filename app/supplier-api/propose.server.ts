import { answerProblemTexts } from '~/app/i18n/answers';
import { translator } from '~/app/i18n/texts';
import { paths } from '~/app/paths';
import { answerOnce, fingerprintOf } from '~/db/api-requests';
import type { LoadedDeclaration } from '~/db/declarations';
import { type ProposalProblem, proposeAnswers } from '~/db/proposals';
import { type InterchangeDeclaration, readInterchange } from '~/workflows/interchange/declaration';
import { fitsDeclaration, proposedAnswersOf } from '~/workflows/interchange/proposed-answers';
import { jsonAnswer, type SupplierRequest, tagOf } from './answer.server';
import { bodyOf, requireOwnDeclaration } from './own-declaration.server';
import { type PlaceProblem, pointerTo, SupplierProblem } from './problem';
import type { ProposedAnswer } from './schemas';

const writing = translator(answerProblemTexts, 'en');

/**
 * Takes a declaration as proposals: all of its answers or, if one is wrong, none.
 * @throws SupplierProblem
 */
export async function proposeDeclaration(asked: SupplierRequest): Promise<Response> {
  const { request, context, bearer } = asked;
  requireJson(request);
  const key = readKey(request);
  const text = await request.text();
  const loaded = await requireOwnDeclaration(asked);
  const fingerprint = fingerprintOf({ method: request.method, path: new URL(request.url).pathname, body: text });
  let refusal: SupplierProblem | undefined;
  const done = await answerOnce(
    context.db,
    { tokenId: bearer.tokenId, key, fingerprint, now: context.now() },
    async (tx) => {
      try {
        requireFresh(request, loaded);
        const declaration = readDeclaration(text, loaded);
        return await propose({ ...asked, context: { ...context, db: tx as typeof context.db } }, declaration, loaded);
      } catch (error) {
        if (!(error instanceof SupplierProblem)) throw error;
        refusal = error;
        return null;
      }
    },
  );
  if (done.kind === 'refused') throw refusal ?? new Error('Nothing is refused without a reason.');
  if (done.kind === 'key-reused') {
    throw new SupplierProblem(
      422,
      'Key used before',
      'This Idempotency-Key belongs to another request. Use a new one.',
    );
  }
  const headers: Record<string, string> = done.kind === 'repeated' ? { 'Idempotency-Replayed': 'true' } : {};
  return jsonAnswer(done.answer.body, { status: 202, headers });
}

async function propose(
  { context, bearer, id }: SupplierRequest,
  declaration: InterchangeDeclaration,
  { instances }: LoadedDeclaration,
): Promise<{ body: string }> {
  const made = await proposeAnswers(
    context.db,
    { actor: bearer.actor, now: context.now() },
    {
      declarationId: id,
      origin: 'api',
      originDetails: { tokenName: bearer.name },
      proposals: proposedAnswersOf(declaration),
      allOrNothing: true,
      leaveOut: 'waiting',
    },
  );
  if (!made.ok) throw SupplierProblem.notFound();
  const { batchId, proposed, same, problems } = made.value;
  if (problems.length > 0) {
    throw new SupplierProblem(
      422,
      'Answers that cannot be used',
      'Nothing was proposed. Put these right and send all again.',
      {
        errors: problems.map((problem) => placeOf(problem, new Set(instances.map(({ key }) => key)))),
      },
    );
  }
  const html = context.config.publicUrl + paths('da').supplier.proposals(id);
  const data: ProposedAnswer = { batchId, proposed, same, links: { html } };
  // As text: the database's JSON has an order of its own, and the same request gets the same bytes.
  return { body: JSON.stringify({ data }) };
}

function placeOf({ key, field, problem }: ProposalProblem, known: ReadonlySet<string>): PlaceProblem {
  const isUnknown = problem === 'unknown-question' || !known.has(key);
  return {
    pointer: pointerTo(isUnknown ? ['answers', key] : ['answers', key, field]),
    detail: isUnknown
      ? 'The questionnaire has no such question for this product’s scope.'
      : writing(problem as Exclude<typeof problem, 'unknown-question'>),
  };
}

function requireJson(request: Request): void {
  const type = request.headers.get('Content-Type') ?? '';
  if (/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type)) return;
  throw new SupplierProblem(415, 'Unsupported media type', 'Send the declaration as application/json.', {
    headers: { Accept: 'application/json' },
  });
}

/** As a quoted string (the draft RFC), or bare, as most clients send it. */
function readKey(request: Request): string | null {
  const header = request.headers.get('Idempotency-Key');
  if (header === null) return null;
  const key = header.trim().replace(/^"(.*)"$/, '$1');
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new SupplierProblem(400, 'Bad request', 'The Idempotency-Key must be 1 to 200 visible characters of ASCII.');
}

function requireFresh(request: Request, loaded: LoadedDeclaration): void {
  const wanted = request.headers.get('If-Match');
  if (wanted === null || wanted.trim() === '*') return;
  const present = tagOf(bodyOf(loaded));
  // The tag of a compressed answer is weak, but the declaration it names is the same.
  if (wanted.split(',').some((tag) => tag.trim().replace(/^W\//, '') === present)) return;
  throw new SupplierProblem(
    412,
    'The declaration has changed',
    'Somebody has changed the declaration since you read it. Read it again and compare.',
    { headers: { ETag: present } },
  );
}

function readDeclaration(text: string, { product, questionnaire }: LoadedDeclaration): InterchangeDeclaration {
  const read = readInterchange(text);
  if (!read.ok) throw unreadable(read);
  const fit = fitsDeclaration(read.declaration, { productId: product.id, questionnaire });
  if (fit === 'other-product') {
    const errors = [{ pointer: '/product/id', detail: `The id of this product is ${product.id}.` }];
    throw new SupplierProblem(422, 'Another product', 'The declaration is about another product.', { errors });
  }
  if (fit === 'other-questionnaire') {
    const { slug, version } = questionnaire;
    const errors = [{ pointer: '/questionnaire', detail: `The product answers ${slug} version ${version}.` }];
    throw new SupplierProblem(409, 'Another questionnaire', 'Read the declaration again: its questions have changed.', {
      errors,
    });
  }
  return read.declaration;
}

function unreadable(problem: Exclude<ReturnType<typeof readInterchange>, { ok: true }>): SupplierProblem {
  switch (problem.problem) {
    case 'too-large':
      return new SupplierProblem(413, 'Too large', 'A declaration may be at most 10 MB.');
    case 'not-json':
      return new SupplierProblem(400, 'Not JSON', 'What was sent is no JSON.');
    case 'unknown-schema':
      return new SupplierProblem(422, 'Unknown version of the format', `There is no version ${problem.found}.`, {
        errors: [{ pointer: '/schema', detail: 'The version is 1.' }],
      });
    case 'wrong-form':
      return new SupplierProblem(422, 'Not in the form of a declaration', 'See /schemas/declaration-1.json.', {
        errors: [{ pointer: pointerTo(problem.path), detail: 'This is missing, has the wrong type or is not known.' }],
      });
  }
}
