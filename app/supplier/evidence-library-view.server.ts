import { listInterfaces } from '~/db/catalogue';
import type { Db } from '~/db/client';
import { type LoadedDeclaration, loadDeclarations } from '~/db/declarations';
import { type LibraryEvidence, listLibrary } from '~/db/evidence-library';
import type { Actor } from '~/workflows/actor';
import { ageOf, type EvidenceAge } from '~/workflows/evidence-age';
import { canEditAnswers } from '~/workflows/supplier-rights';
import { copenhagenDay } from '~/workflows/working-days';
import { isEditableFor } from './declaration.server';
import { type EvidenceView, evidenceViewOf } from './evidence-view';
import { type QuestionLink, questionLinks } from './question-label';

export interface LibraryRow extends EvidenceView {
  declarationId: string;
  productId: string;
  productName: string;
  typeText: { da: string; en: string };
  /** ISO 8601. */
  addedAt: string;
  age: EvidenceAge;
  isReplaced: boolean;
  /** It can be replaced now: it backs answers of a declaration that can be changed. */
  mayReplace: boolean;
  usedIn: QuestionLink[];
  /** Titles: what it stands in for, and what stands in for it. */
  replaces: string | null;
  replacedBy: string | null;
}

/** What needs care first: expired, then what expires soon, then the rest; what was replaced stands last. */
export async function libraryView(db: Db, actor: Actor, supplierId: string, now: Date): Promise<LibraryRow[]> {
  const items = await listLibrary(db, actor, supplierId);
  const loaded = await loadDeclarations(db, [...new Set(items.map((item) => item.evidence.declarationId))]);
  const byId = new Map(loaded.map((each) => [each.declaration.id, each]));
  const names = new Map((await listInterfaces(db)).map(({ id, name }) => [id, name]));
  const today = copenhagenDay(now);
  const titleOf = (id: string | null) => items.find((item) => item.evidence.id === id)?.evidence.title ?? null;
  const rows = items.flatMap((item) => {
    const declaration = byId.get(item.evidence.declarationId);
    if (!declaration) return [];
    const titles = {
      replaces: titleOf(item.evidence.replacesId),
      replacedBy: titleOf(item.replacedById),
    };
    return [{ ...rowOf(item, declaration, actor, names, today), ...titles }];
  });
  return rows.sort((a, b) => rank(a) - rank(b));
}

function rank({ isReplaced, age }: LibraryRow): number {
  return isReplaced ? 3 : age === 'expired' ? 0 : age === 'expiring' ? 1 : 2;
}

function rowOf(
  { evidence, product, questionKeys, replacedById }: LibraryEvidence,
  loaded: LoadedDeclaration,
  actor: Actor,
  names: ReadonlyMap<string, { da: string; en: string }>,
  today: string,
): Omit<LibraryRow, 'replaces' | 'replacedBy'> {
  const usedIn = questionLinks(loaded, questionKeys, names);
  const type = loaded.questionnaire.definition.evidenceTypes.find(({ id }) => id === evidence.type);
  return {
    ...evidenceViewOf(evidence),
    declarationId: loaded.declaration.id,
    productId: product.id,
    productName: product.name,
    typeText: type?.text ?? { da: evidence.type, en: evidence.type },
    addedAt: evidence.createdAt.toISOString(),
    age: ageOf(evidence.validTo, today),
    isReplaced: replacedById !== null,
    mayReplace: usedIn.length > 0 && canEditAnswers(actor, product.id) && isEditableFor(actor, loaded),
    usedIn,
  };
}
