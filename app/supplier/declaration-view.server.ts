import { heldBy } from '~/app/people/handovers.server';
import { loadFacts } from '~/db/cases/load-facts';
import type { SupplierCase } from '~/db/cases/read';
import { listInterfaces } from '~/db/catalogue';
import type { Db } from '~/db/client';
import { findPublishedSubmission, type PublishedSubmission } from '~/db/corrections';
import type { LoadedDeclaration } from '~/db/declarations';
import { findFamilyOf } from '~/db/family-reads';
import { listHandovers } from '~/db/handovers';
import { listSentLetters } from '~/db/letters';
import { listProposals } from '~/db/open-proposals';
import { listSaves } from '~/db/saves';
import { listOpenThreads } from '~/db/threads';
import type { Actor } from '~/workflows/actor';
import { type ListedEvent, listEventsFor } from '~/workflows/case/decide-event';
import { copenhagenDay } from '~/workflows/day';
import { nextActionOf } from '~/workflows/next-action';
import type { AnswerProblem } from '~/workflows/questionnaire/answer';
import { paceOf, progressOf } from '~/workflows/questionnaire/effort';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import { actorFor, canSubmit } from '~/workflows/supplier-rights';
import { approvingVerdicts, type CaseState, type Text } from '~/workflows/words';
import { countCorrections } from './corrections-view.server';
import { isEditableFor } from './declaration.server';
import { type QuestionLink, questionLinks } from './question-label';
import { renewalNotice } from './renewal-notice.server';

export type MissingView = QuestionLink & { problem: AnswerProblem };
export type ChangeView = QuestionLink & { reason: string | null; municipalityName: string; isChanged: boolean };

/** States of an ended case from which a new one can be begun, and what that means. */
const anew: Partial<Record<CaseState, 'correction' | 'again'>> = {
  approved: 'correction',
  'partially-approved': 'correction',
  expiring: 'correction',
  overturned: 'again',
  expired: 'again',
  rejected: 'again',
  withdrawn: 'again',
  revoked: 'again',
  upheld: 'again',
};

/** A declaration as its task list shows it. */
export async function declarationView(
  db: Db,
  actor: Actor,
  loaded: LoadedDeclaration,
  about: SupplierCase | undefined,
) {
  const names = new Map((await listInterfaces(db)).map(({ id, name }) => [id, name]));
  const state = loaded.case?.state ?? 'draft';
  const isComplete = loaded.completeness.isComplete;
  const isScopeConfirmed = loaded.declaration.scopeConfirmedAt !== null;
  const changes = listChanges(loaded, about, names);
  const handovers = await listHandovers(db, loaded.declaration.id);
  const published = await findPublishedSubmission(db, loaded.declaration.id);
  return {
    declarationId: loaded.declaration.id,
    productName: loaded.product.name,
    questionnaire: { slug: loaded.questionnaire.slug, version: loaded.questionnaire.version },
    state,
    isEditable: isEditableFor(actor, loaded),
    isOwn: actor.supplierId === loaded.supplier.id,
    maySubmit: canSubmit(actor) && actor.supplierId === loaded.supplier.id,
    nextAction: nextActionOf({ state, isScopeConfirmed, isComplete }),
    isScopeConfirmed,
    isComplete,
    scopeCount: loaded.scope.filter(({ isIncluded }) => isIncluded).length,
    ...(await waitingOf(db, loaded)),
    family: (await findFamilyOf(db, loaded)) ?? null,
    progress: progressOf(
      loaded.completeness,
      paceOf(await listSaves(db, { personId: actor.personId, supplierId: loaded.supplier.id })),
    ),
    sections: sectionsOf(loaded, changes).map((section) => {
      const handover = handovers.find(({ sectionId }) => sectionId === section.sectionId);
      return { ...section, held: handover ? heldBy(handover, actor) : null };
    }),
    hasHandovers: handovers.length > 0,
    missing: listMissing(loaded, names),
    changes,
    demands: loaded.scope
      .filter(({ demandedByCaseId, isIncluded }) => demandedByCaseId !== null && isIncluded)
      .filter(({ demandedByCaseId }) => demandedByCaseId === loaded.case?.id)
      .map(({ interfaceId, demandReason }) => ({
        interfaceId,
        name: names.get(interfaceId) ?? { da: interfaceId, en: interfaceId },
        reason: demandReason,
      })),
    anew: loaded.case?.isOpen === false ? (anew[state] ?? null) : null,
    renewal: await renewalNotice(db, loaded),
    corrections: countCorrections(loaded, published),
    published: published ? await publicationView(db, actor, published) : null,
    case: about ? caseView(about) : null,
    letters: (await listSentLetters(db, loaded.declaration.id)).map(({ id, about, sentAt, submissionNumber }) => ({
      id,
      about,
      sentAt: sentAt.toISOString(),
      submissionNumber,
    })),
    openThreads: about ? await listOpenThreads(db, { caseId: about.id, reader: 'supplier' }) : [],
  };
}
export type DeclarationView = Awaited<ReturnType<typeof declarationView>>;

/**
 * What is public now, with the case that it rests on: a newer case may be open beside it, and what is public can be
 * withdrawn all the same.
 */
async function publicationView(db: Db, actor: Actor, { case: row, number, publishedAt }: PublishedSubmission) {
  const own = actorFor(actor, row.productId);
  const facts = await loadFacts(db, { row, actor: own });
  const withdraw: ListedEvent | undefined = listEventsFor(row.snapshot, own, facts, publishedAt).find(
    ({ event }) => event === 'withdraw',
  );
  return {
    number,
    publishedOn: copenhagenDay(publishedAt),
    caseId: row.id,
    caseVersion: row.version,
    withdraw: withdraw ?? null,
  };
}

/** Proposals to questions that are outside the scope now wait unseen, and are not counted either. */
async function waitingOf(db: Db, { declaration, instances }: LoadedDeclaration) {
  const asked = new Set(instances.map(({ key }) => key));
  const waiting = (await listProposals(db, declaration.id)).filter(({ key }) => asked.has(key));
  return {
    proposals: waiting.length,
    familyProposals: waiting.filter(({ origin }) => origin === 'family').length,
  };
}

function sectionsOf(loaded: LoadedDeclaration, changes: readonly ChangeView[]) {
  const titles = new Map(loaded.questionnaire.definition.sections.map(({ id, title }) => [id, title]));
  return loaded.completeness.sections.map(({ missing, ...section }) => ({
    ...section,
    title: titles.get(section.sectionId) ?? ({ da: section.sectionId, en: section.sectionId } satisfies Text),
    missing: missing.length,
    toChange: changes.filter((change) => change.sectionId === section.sectionId && !change.isChanged).length,
  }));
}

function listMissing(loaded: LoadedDeclaration, names: ReadonlyMap<string, Text>): MissingView[] {
  return loaded.completeness.sections.flatMap(({ missing }) => {
    const links = questionLinks(
      loaded,
      missing.map(({ key }) => key),
      names,
    );
    return links.map((link) => ({
      ...link,
      problem: missing.find(({ key }) => key === link.key)?.problem ?? ('required' as const),
    }));
  });
}

/** The answers that a reviewer did not approve, and whether something about them has moved since they were sent. */
export function listChanges(
  loaded: LoadedDeclaration,
  about: SupplierCase | undefined,
  names: ReadonlyMap<string, Text>,
): ChangeView[] {
  const refused = (about?.verdicts ?? []).filter(({ kind }) => !approvingVerdicts.some((each) => each === kind));
  const sentAt = about?.submissions[0]?.submittedAt ?? null;
  const links = questionLinks(
    loaded,
    refused.map(({ questionKey }) => questionKey),
    names,
  );
  return links.flatMap((link) => {
    const verdict = refused.find(({ questionKey }) => questionKey === link.key);
    if (!verdict) return [];
    const { reason, municipalityName } = verdict;
    return [{ ...link, reason, municipalityName, isChanged: hasMoved(loaded, link.key, sentAt) }];
  });
}

function hasMoved(loaded: LoadedDeclaration, key: QuestionKey, since: Date | null): boolean {
  if (since === null) return false;
  const writtenAt = loaded.answers.get(key)?.updatedAt ?? null;
  const evidence = loaded.evidence.get(key) ?? [];
  return (writtenAt !== null && writtenAt > since) || evidence.some(({ createdAt }) => createdAt > since);
}

/** The case with its moments as ISO 8601 and only the events that a supplier's page has a form for. */
function caseView({ submissions, notes, decision, steps, events, ...about }: SupplierCase) {
  return {
    id: about.id,
    number: about.number,
    version: about.version,
    state: about.state,
    municipalityName: about.municipalityName,
    stateSince: about.stateSince.toISOString(),
    dueAt: about.dueAt?.toISOString() ?? null,
    submissions: submissions.map(({ number, submittedAt }) => ({ number, submittedAt: submittedAt.toISOString() })),
    notes: notes.map(({ writtenAt, ...note }) => ({ ...note, writtenAt: writtenAt.toISOString() })),
    steps: steps.map(({ at, ...step }) => ({ ...step, at: at.toISOString() })),
    decision: decision && { ...decision, decidedAt: decision.decidedAt.toISOString() },
    events: events.filter(({ event }) => supplierForms.some((form) => form === event)),
  };
}
export type CaseView = ReturnType<typeof caseView>;

/** Events that the task list has a form for; submission stands on the check page. */
export const supplierForms = ['answer-hearing', 'appeal', 'withdraw'] as const;
