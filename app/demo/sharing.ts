import { listCopySources } from '~/db/copied-answers';
import { loadDeclaration } from '~/db/declarations';
import { createFamily, exceptPart, joinFamily } from '~/db/families';
import { handOver } from '~/db/handovers';
import { addLibraryText, insertFromLibrary } from '~/db/library-changes';
import { listProposals } from '~/db/open-proposals';
import { decideProposals } from '~/db/proposal-decisions';
import { listLibraryTexts } from '~/db/text-library';
import { offerTransfer } from '~/db/transfers';
import type { Acting } from '~/workflows/actor';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import { fictionalCvr } from './fictional-cvr';
import type { Desk, Life } from './life';
import { must } from './must';
import { ensureActor, mailName } from './people';

/** How suppliers answer once: what they share between their products, and with colleagues and others. */
export type Sharing =
  /** Inherits from another product: some of what it offers is accepted, a part is excepted, and the rest waits. */
  | {
      do: 'inherit';
      family: string;
      source: string;
      accepted: number;
      except: { part: string; reason: string };
    }
  /** Keeps the answer's prose for other products. */
  | { do: 'keep-text'; title: string; about: string; from: QuestionKey }
  | { do: 'put-text'; title: string; into: QuestionKey }
  /** A colleague hands a section to the editor. */
  | { do: 'hand-over'; section: string; by: string; message: string }
  /** Offers the product to another supplier, which has not answered yet. */
  | { do: 'transfer'; to: string; message: string };

export async function share(desk: Desk, life: Life, now: Date, step: Sharing): Promise<void> {
  const acting = { actor: life.editor, now };
  switch (step.do) {
    case 'inherit':
      return inherit(desk, life, acting, step);
    case 'keep-text':
      return keepText(desk, life, acting, step);
    case 'put-text':
      return putText(desk, life, acting, step);
    case 'hand-over':
      return handToEditor(desk, life, acting, step);
    case 'transfer': {
      const input = { productId: life.productId, toCvr: fictionalCvr(step.to), message: step.message };
      must(await offerTransfer(desk.db, { actor: life.signatory, now }, input), `the offer of ${life.product.name}`);
    }
  }
}

type Step<Do extends Sharing['do']> = Extract<Sharing, { do: Do }>;

async function inherit({ db }: Desk, life: Life, acting: Acting, step: Step<'inherit'>): Promise<void> {
  const { declarationId } = life;
  const loaded = await loadDeclaration(db, declarationId);
  const sources = await listCopySources(db, acting.actor, loaded);
  const source = sources.find(({ productName }) => productName === step.source);
  if (!source) throw new Error(`${step.source} has answered nothing that ${life.product.name} could inherit.`);
  const family = { name: step.family, sourceDeclarationId: source.declarationId };
  const { familyId } = must(await createFamily(db, acting, family), `the family ${step.family}`);
  must(await joinFamily(db, acting, { familyId, declarationId }), `${life.product.name} in ${step.family}`);
  must(await exceptPart(db, acting, { familyId, declarationId, ...step.except }), `the exception ${step.except.part}`);
  const offered = (await listProposals(db, declarationId)).map(({ id }) => id);
  if (offered.length <= step.accepted) throw new Error(`${step.source} offers nothing that could wait.`);
  const decision = { declarationId, accept: offered.slice(0, step.accepted), decline: [] };
  must(await decideProposals(db, acting, decision), `what ${step.source} offers`);
}

async function keepText({ db }: Desk, { declarationId }: Life, acting: Acting, step: Step<'keep-text'>): Promise<void> {
  const { title, about, from: key } = step;
  const { value, justification } = (await loadDeclaration(db, declarationId)).answers.get(key) ?? {};
  const body = typeof value === 'string' && justification === null ? value : (justification ?? '');
  must(await addLibraryText(db, acting, { title, body, about, from: { declarationId, key } }), `the text ${title}`);
}

async function putText({ db }: Desk, life: Life, acting: Acting, { title, into }: Step<'put-text'>): Promise<void> {
  const { supplierId } = acting.actor;
  const text = supplierId && (await listLibraryTexts(db, supplierId)).find((each) => each.title === title);
  if (!text) throw new Error(`There is no text ${title}.`);
  const input = { declarationId: life.declarationId, key: into, textId: text.id };
  must(await insertFromLibrary(db, acting, input), `the text ${title} in ${life.product.name}`);
}

async function handToEditor({ db }: Desk, life: Life, acting: Acting, step: Step<'hand-over'>): Promise<void> {
  const { domain, name } = life.supplier;
  const email = `${mailName(step.by)}@${domain}.example`;
  const character = { name: step.by, email, roles: ['editor'] as const, cvr: fictionalCvr(name) };
  const actor = await ensureActor(db, acting.now, character);
  const { section: sectionId, message } = step;
  const input = { declarationId: life.declarationId, sectionId, assigneeId: life.editor.personId, message };
  must(await handOver(db, { actor, now: acting.now }, input), `the section ${sectionId}`);
}
