import { listNamesIn } from '~/db/answer-names';
import { listInterfaces } from '~/db/catalogue';
import type { Db } from '~/db/client';
import {
  findPublishedSubmission,
  isSameVersion,
  type PublishedSubmission,
  readSubmittedHashes,
} from '~/db/corrections';
import type { LoadedDeclaration } from '~/db/declarations';
import { readPublishedAnswers } from '~/db/open-proposals';
import { listNamesWithRole } from '~/db/supplier-people';
import type { Actor } from '~/workflows/actor';
import { type AnswerChange, listAnswerChanges } from '~/workflows/correction';
import { copenhagenDay } from '~/workflows/day';
import { freezeDeclaration } from '~/workflows/freeze-declaration';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import type { FrozenAnswer, SubmissionDocument } from '~/workflows/submission';
import { canSubmit } from '~/workflows/supplier-rights';
import { isEditableFor } from './declaration.server';

/** What is public of a declaration beside what has been written since, and what can be sent of it. */
export async function correctionsView(db: Db, actor: Actor, loaded: LoadedDeclaration, asked: QuestionKey | null) {
  const published = await findPublishedSubmission(db, loaded.declaration.id);
  const base = {
    declarationId: loaded.declaration.id,
    productName: loaded.product.name,
    version: loaded.questionnaire.version,
    isEditable: isEditableFor(actor, loaded),
    /** Nobody has the declaration: correcting begins with a new case. */
    isClosed: loaded.case?.isOpen === false,
    isOwn: actor.supplierId === loaded.supplier.id,
    case: loaded.case && { id: loaded.case.id, number: loaded.case.number, version: loaded.case.version },
    state: loaded.case?.state ?? null,
  };
  if (!published) return { ...base, published: null };
  const names = new Map((await listInterfaces(db)).map(({ id, name }) => [id, name]));
  const placeOf = ({ key, sectionId, interfaceId, question }: FrozenAnswer) => ({
    key,
    sectionId,
    text: question.text,
    about: interfaceId === null ? null : { id: interfaceId, name: names.get(interfaceId) ?? same(interfaceId) },
  });
  const approved = await readPublishedAnswers(db, loaded.declaration.id);
  const answers = published.document.answers.filter(({ key }) => approved.has(key));
  const isComparable = isSameVersion(loaded, published.document);
  const changes = isComparable ? listAnswerChanges(published.document, presentOf(loaded)) : [];
  const inReach = changes.filter(isWithin(published.document));
  const chosen = await chosenOf(db, loaded, published.document, inReach, asked);
  const changedKeys = new Set(changes.map(({ key }) => key));
  return {
    ...base,
    published: {
      number: published.number,
      publishedOn: copenhagenDay(published.publishedAt),
      version: published.document.questionnaire.version,
      isComparable,
      /** Answers that were sent with it and not approved: they are sent again. */
      hasOthers: published.outcome === 'partially-approved',
      sections: published.document.sections.flatMap(({ id, title }) => {
        const inside = answers.filter(({ sectionId }) => sectionId === id);
        const shown = inside.map((each) => ({
          ...placeOf(each),
          ...saidIn(each),
          isChanged: changedKeys.has(each.key),
        }));
        return inside.length > 0 ? [{ id, title, answers: shown }] : [];
      }),
    },
    changes: inReach.flatMap(({ key, before, after }) => {
      const about = after ?? before;
      if (!about) return [];
      const isPublic = about.question.isPublic;
      const parts = { before: before && saidIn(before), after: after && saidIn(after) };
      return [{ ...placeOf(about), ...parts, isPublic, isChosen: chosen.has(key) }];
    }),
    outOfReach: changes.length - inReach.length,
    names: await listNamesIn(
      db,
      [...published.document.answers, ...presentOf(loaded).answers].map(({ value }) => value),
    ),
    maySend: canSubmit(actor, loaded.product.id),
    signatories: await listNamesWithRole(db, loaded.supplier.id, 'signatory'),
  };
}
export type CorrectionsView = Awaited<ReturnType<typeof correctionsView>>;

/** How many answers are others now than what is public; 0 where they cannot be compared or nothing is. */
export function countCorrections(loaded: LoadedDeclaration, published: PublishedSubmission | undefined): number {
  if (!published || !isSameVersion(loaded, published.document)) return 0;
  return listAnswerChanges(published.document, presentOf(loaded)).length;
}

function presentOf(loaded: LoadedDeclaration): SubmissionDocument {
  return freezeDeclaration({ ...loaded, open: loaded.completeness.open });
}

/** Whether an answer is about what was sent: one about a new interface cannot be sent without the choice of it. */
function isWithin({ scope }: SubmissionDocument) {
  const included = new Set(scope.filter(({ isIncluded }) => isIncluded).map(({ interfaceId }) => interfaceId));
  return ({ before, after }: AnswerChange): boolean => {
    const id = (after ?? before)?.interfaceId ?? null;
    return id === null || included.has(id);
  };
}

/** The one that was asked for; after changes were demanded, what the case is about; else all. */
async function chosenOf(
  db: Db,
  loaded: LoadedDeclaration,
  sent: SubmissionDocument,
  changes: readonly AnswerChange[],
  asked: QuestionKey | null,
): Promise<ReadonlySet<QuestionKey>> {
  const keys = changes.map(({ key }) => key);
  if (asked !== null && keys.includes(asked)) return new Set([asked]);
  if (!loaded.case?.currentSubmissionId) return new Set(keys);
  const inCase = await readSubmittedHashes(db, loaded.case.currentSubmissionId);
  const before = new Map(sent.answers.map(({ key, answerHash }) => [key, answerHash]));
  return new Set(keys.filter((key) => inCase.has(key) && inCase.get(key) !== before.get(key)));
}

function saidIn({ question, value, justification, evidence }: FrozenAnswer) {
  const { type, optionTexts, columnTexts } = question;
  return {
    shape: { type, optionTexts, columnTexts },
    value,
    justification,
    evidence: evidence.map(({ title, observedOn }) => `${title} (${observedOn})`),
  };
}

function same(text: string) {
  return { da: text, en: text };
}
