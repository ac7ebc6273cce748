import { listInterfaces } from '~/db/catalogue';
import type { Db } from '~/db/client';
import type { FamilyMember, LoadedFamily } from '~/db/family-reads';
import { listFamilies } from '~/db/family-reads';
import { listDeclaredProducts } from '~/db/supplier-products';
import type { Actor } from '~/workflows/actor';
import { type Inheritance, interfacePart, sectionPart } from '~/workflows/family';
import { canEditAnswers } from '~/workflows/supplier-rights';
import type { Text } from '~/workflows/words';
import { type QuestionLink, questionLinks } from './question-label';

/** A declaration that can become part of a family. */
export interface Candidate {
  value: string;
  label: string;
}

/** A section, an interface or a question, as a choice. */
export interface PartView {
  part: string;
  kind: 'section' | 'interface' | 'question';
  name: Text;
  /** The interface that a question is about. */
  about: Text | null;
}

export async function familiesView(db: Db, actor: Actor & { supplierId: string }) {
  const families = await listFamilies(db, actor);
  return {
    families: families.map(({ id, name, source, members }) => ({
      id,
      name,
      sourceName: source.product.name,
      members: members.length,
      waiting: members.reduce((sum, { waiting }) => sum + waiting, 0),
    })),
    candidates: await listCandidates(db, actor, families),
    mayCreate: canEditAnswers(actor),
  };
}
export type FamiliesView = Awaited<ReturnType<typeof familiesView>>;

/** Declarations that the actor can answer, and that are in no family. */
async function listCandidates(
  db: Db,
  actor: Actor & { supplierId: string },
  families: readonly LoadedFamily[],
): Promise<Candidate[]> {
  const taken = new Set(
    families.flatMap(({ source, members }) => [source, ...members.map(({ loaded }) => loaded)]).map(idOf),
  );
  const declared = await listDeclaredProducts(db, actor.supplierId, { reader: actor });
  return declared.flatMap(({ product, declaration }) =>
    declaration && !taken.has(idOf(declaration)) && canEditAnswers(actor, product.id)
      ? [{ value: idOf(declaration), label: product.name }]
      : [],
  );
}

function idOf({ declaration }: { declaration: { id: string } }): string {
  return declaration.id;
}

export async function familyView(db: Db, actor: Actor & { supplierId: string }, family: LoadedFamily) {
  const { source } = family;
  const candidates = await listCandidates(db, actor, await listFamilies(db, actor));
  return {
    id: family.id,
    name: family.name,
    sourceId: idOf(source),
    sourceName: source.product.name,
    mayOffer: canEditAnswers(actor, source.product.id),
    candidates,
    members: family.members.map(({ loaded, inherited, waiting }) => {
      const count = (how: Inheritance) => [...inherited.values()].filter((each) => each.how === how).length;
      return {
        declarationId: idOf(loaded),
        productName: loaded.product.name,
        same: count('same'),
        differs: count('differs'),
        excepted: count('excepted'),
        waiting,
      };
    }),
  };
}
export type FamilyView = Awaited<ReturnType<typeof familyView>>;

export async function familyMemberView(db: Db, actor: Actor, family: LoadedFamily, member: FamilyMember) {
  const { loaded, exceptions, inherited } = member;
  const names = new Map((await listInterfaces(db)).map(({ id, name }) => [id, name]));
  const parts = partsOf(loaded, names);
  const excepted = new Set(exceptions.map(({ part }) => part));
  const differing = [...inherited].filter(([, { how }]) => how === 'differs').map(([key]) => key);
  return {
    familyId: family.id,
    familyName: family.name,
    sourceName: family.source.product.name,
    declarationId: idOf(loaded),
    productName: loaded.product.name,
    mayChange: canEditAnswers(actor, loaded.product.id) && actor.supplierId === loaded.supplier.id,
    exceptions: exceptions.map(({ part, reason }) => ({
      part,
      reason,
      about: parts.find((each) => each.part === part) ?? null,
    })),
    parts: parts.filter(({ part }) => !excepted.has(part)),
    differing: questionLinks(loaded, differing, names) satisfies QuestionLink[],
    waiting: member.waiting,
  };
}
export type FamilyMemberView = Awaited<ReturnType<typeof familyMemberView>>;

/** Sections first, then interfaces, then questions; each in the order of the questionnaire. */
function partsOf({ instances, questionnaire }: FamilyMember['loaded'], names: ReadonlyMap<string, Text>): PartView[] {
  const inUse = new Set(instances.map(({ sectionId }) => sectionId));
  const interfaceIds = [...new Set(instances.flatMap(({ interfaceId }) => interfaceId ?? []))];
  const nameOf = (id: string): Text => names.get(id) ?? { da: id, en: id };
  return [
    ...questionnaire.definition.sections
      .filter(({ id }) => inUse.has(id))
      .map(({ id, title }) => ({ part: sectionPart(id), kind: 'section' as const, name: title, about: null })),
    ...interfaceIds.map((id) => ({
      part: interfacePart(id),
      kind: 'interface' as const,
      name: nameOf(id),
      about: null,
    })),
    ...instances.map(({ key, question, interfaceId }) => ({
      part: key,
      kind: 'question' as const,
      name: question.text,
      about: interfaceId === null ? null : nameOf(interfaceId),
    })),
  ];
}
