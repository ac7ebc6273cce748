import { eq } from 'drizzle-orm';
import { composeLetter } from '~/app/letters/compose-letter';
import { reopenDeclaration } from '~/db/declarations';
import { fileDispute } from '~/db/dispute-filing';
import { sendLetters } from '~/db/letters';
import { updateProduct } from '~/db/products';
import { products } from '~/db/schema';
import { askForSubscription } from '~/db/search-subscriptions';
import { writeMessage } from '~/db/threads';
import type { TestDatabase } from '~/test/database';
import { insertSecrets, publishMarket } from '~/test/factories/published-market';
import { CaseWalk, type CaseWorld, getValue, makeCaseWorld, municipalityA } from '~/test/factories/reviewed-case';

/** A word that stands in everything that is not published, and nowhere else. */
export const secretWord = 'hemmelighed';

export interface PublicWorld {
  world: CaseWorld;
  /** A product that came to be public as every product does, and its case. */
  approved: CaseWalk;
  productSlug: string;
}

/** What everybody may see: products that were inserted, and one that went the whole way with its letter. */
export async function makePublicWorld({ db }: TestDatabase): Promise<PublicWorld> {
  const world = await makeCaseWorld(db);
  await publishMarket(db);
  const approved = await CaseWalk.begin(world);
  await approved.toDecision();
  await approved.decide('approved');
  await sendAll(db, approved.now);
  const { productId } = await approved.row();
  const [product] = await db.select({ slug: products.slug }).from(products).where(eq(products.id, productId));
  return { world, approved, productSlug: product?.slug ?? '' };
}

async function sendAll(db: TestDatabase['db'], datedAt: Date): Promise<void> {
  await sendLetters(db, {
    compose: (facts, at) => composeLetter(facts, at, 'https://portal.example.dk'),
    render: async () => new Uint8Array([37, 80, 68, 70]),
    datedAt: () => datedAt,
    onError: (error) => {
      throw error;
    },
  });
}

/**
 * What nobody may notice, by the commands that people use: a draft, a product under review with a thread, one that was withdrawn and
 * one that was rejected and got its letter, a change of a published product that waits for its decision under another name, and an
 * objection and a subscription that nobody has confirmed.
 */
export async function makeSecrets({ db }: TestDatabase, { world, approved, productSlug }: PublicWorld): Promise<void> {
  await insertSecrets(db);
  const answers = { 'first-one': `${secretWord} i et svar`, 'second-two': secretWord };
  const begin = async () => {
    const walk = await CaseWalk.begin(world);
    await rename(walk, `Produkt ${secretWord} ${walk.caseId.slice(0, 4)}`);
    await walk.answer(answers);
    return walk;
  };
  await begin();

  const reviewed = await begin();
  await reviewed.submit();
  await reviewed.send(world.coordinator, { type: 'route', municipalityCode: municipalityA, note: secretWord });
  await reviewed.assess(world.reviewerA, 'first', ['rejected', 'accepted']);
  const message = { questionKey: 'first-one', audience: 'shared' as const, text: secretWord, mentions: [] };
  getValue(await writeMessage(db, world.reviewerA, { caseId: reviewed.caseId, ...message }));

  const withdrawn = await begin();
  await withdrawn.submit();
  await withdrawn.send(world.signatory, { type: 'withdraw', note: secretWord });

  const rejected = await begin();
  await rejected.toDecision(['rejected', 'rejected']);
  await rejected.send(world.leadA, { type: 'propose', outcome: 'rejected', reasons: secretWord });
  await rejected.send(world.leadB, { type: 'confirm', note: secretWord });

  const { now } = approved;
  const reopened = { actor: world.signatory.actor, now };
  getValue(await reopenDeclaration(db, reopened, { declarationId: approved.declarationId }));
  const change = await approved.next();
  await rename(change, `Omdøbt til ${secretWord}`);
  await change.answer(answers);
  await change.submit();
  await change.send(world.coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });

  const subject = 'somebody';
  const text = {
    name: secretWord,
    email: `${secretWord}@example.org`,
    organisation: secretWord,
    reason: secretWord.repeat(5),
    evidence: '',
  };
  const objection = { ...text, slug: productSlug, questionKey: 'first-one', language: 'da' as const, subject };
  getValue(await fileDispute(db, now, objection, (secret) => secret));
  const query = { email: text.email, language: 'da' as const, query: `q=${secretWord}`, subject };
  getValue(await askForSubscription(db, now, query, (secret) => secret));
}

async function rename(walk: CaseWalk, name: string): Promise<void> {
  const { db, signatory } = walk.world;
  const { productId } = await walk.row();
  const [product] = await db.select().from(products).where(eq(products.id, productId));
  if (!product) throw new Error('The case has no product.');
  const { description, type, kle, kitosUuid, version } = product;
  const facts = { name, description: `${description} ${secretWord}`, type, kle, kitosUuid };
  const renamed = await updateProduct(db, signatory, { productId, expectedVersion: version, facts });
  if (!renamed.ok) throw new Error(JSON.stringify(renamed));
}
