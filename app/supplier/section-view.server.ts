import { conditionInWords } from '~/app/condition-words';
import { listNamesIn } from '~/db/answer-names';
import type { SharedVerdict, SupplierCase } from '~/db/cases/read';
import { type CatalogueInterface, listInterfaces, listKleGroups, listMunicipalities } from '~/db/catalogue';
import type { Db } from '~/db/client';
import type { LoadedDeclaration } from '~/db/declarations';
import { findFamilyOf, readInherited } from '~/db/family-reads';
import { listProposals } from '~/db/open-proposals';
import { listLibraryTexts } from '~/db/text-library';
import { listThreads } from '~/db/threads';
import { libraryPlaceOf } from '~/workflows/library-text';
import type { AnswerValue } from '~/workflows/questionnaire/answer';
import type { Condition, Section } from '~/workflows/questionnaire/definition';
import { outsideDependencies } from '~/workflows/questionnaire/dependencies';
import type { QuestionInstance, QuestionKey } from '~/workflows/questionnaire/instances';
import { placeQuestions } from '~/workflows/questionnaire/placed-question';
import { approvingVerdicts, type Language } from '~/workflows/words';
import { earlierAnswers } from './earlier-answers.server';
import { evidenceViewOf } from './evidence-view';
import { type ProposalView, proposalViewOf, valuesIn } from './proposal-view';
import type { InterfaceView, SectionView } from './section-view';

/**
 * All that one section's page needs, each question once however many interfaces it is asked of.
 * @returns undefined when the questionnaire has no such section, or nothing in it is asked for this scope
 */
export async function findSectionView(
  db: Db,
  loaded: LoadedDeclaration,
  sectionId: string,
  reviewed: SupplierCase | undefined,
): Promise<Omit<SectionView, 'personId' | 'usesShortcuts'> | undefined> {
  const section = loaded.questionnaire.definition.sections.find(({ id }) => id === sectionId);
  const instances = loaded.instances.filter((instance) => instance.sectionId === sectionId);
  if (!section || instances.length === 0) return undefined;
  const waiting = await proposalsAt(db, loaded, instances);
  const earlier = await earlierAt(db, loaded, instances);
  return {
    declarationId: loaded.declaration.id,
    productName: loaded.product.name,
    ...textsOf(section),
    ...questionsOf(instances),
    ...(await listsFor(db, loaded, instances, [...valuesIn(waiting), ...valuesOf(earlier)])),
    earlier,
    ...answersOf(loaded, instances),
    pastPlans: pastPlansIn(loaded, sectionId),
    outside: outsideOf(loaded, instances),
    askedWhen: await askedWhenOf(db, loaded, instances),
    interfaces: await interfacesOf(db, instances),
    supportScale: loaded.questionnaire.definition.supportScale.map(({ value, text, explanation }) => ({
      value,
      text,
      explanation,
    })),
    evidenceTypes: Object.fromEntries(loaded.questionnaire.definition.evidenceTypes.map(({ id, text }) => [id, text])),
    verdicts: verdictsOf(reviewed?.verdicts ?? [], instances),
    threads: reviewed ? await listThreads(db, { caseId: reviewed.id, reader: 'supplier' }) : {},
    ...(await inheritedAt(db, loaded, instances)),
    library: await libraryFor(db, loaded, section, instances),
    proposals: Object.fromEntries(waiting.map(({ key }) => [key, waiting.filter((each) => each.key === key)])),
    next: nextAfter(loaded, sectionId),
    progress: loaded.completeness.sections.find((progress) => progress.sectionId === sectionId) ?? null,
  };
}

function textsOf({ id, title, introduction }: Section) {
  return { sectionId: id, title, introduction };
}

function questionsOf(instances: readonly QuestionInstance[]) {
  return {
    questions: Object.fromEntries(instances.map(({ question }) => [question.id, question])),
    instances: instances.map(({ key, question, interfaceId }) => ({ key, questionId: question.id, interfaceId })),
  };
}

async function proposalsAt(
  db: Db,
  loaded: LoadedDeclaration,
  instances: readonly QuestionInstance[],
): Promise<ProposalView[]> {
  const waiting = await listProposals(db, loaded.declaration.id);
  return waiting.flatMap((proposal) => proposalViewOf({ instances: [...instances] }, proposal) ?? []);
}

async function earlierAt(db: Db, loaded: LoadedDeclaration, instances: readonly QuestionInstance[]) {
  const inside = new Set<string>(instances.map(({ key }) => key));
  return Object.fromEntries(Object.entries(await earlierAnswers(db, loaded)).filter(([key]) => inside.has(key)));
}

function valuesOf(earlier: SectionView['earlier']): AnswerValue[] {
  return Object.values(earlier).flatMap(({ answers }) => answers.map(({ value }) => value));
}

async function inheritedAt(db: Db, loaded: LoadedDeclaration, instances: readonly QuestionInstance[]) {
  const family = await findFamilyOf(db, loaded);
  if (!family || family.isSource) return { inherited: {}, family: null };
  const inside = new Set(instances.map(({ key }) => key));
  const inherited = [...(await readInherited(db, family, loaded))].filter(([key]) => inside.has(key));
  return {
    inherited: Object.fromEntries(
      inherited.map(([key, { how, reason, sourceVersion: version }]) => [key, { how, reason, version }]),
    ),
    family: { id: family.id, sourceName: family.source.productName },
  };
}

/** The texts for each question that takes prose: those for it, for its section, and those for anything. */
async function libraryFor(
  db: Db,
  { supplier }: LoadedDeclaration,
  section: Section,
  instances: readonly QuestionInstance[],
): Promise<SectionView['library']> {
  const wanted = new Map(instances.map(({ question }) => [question.id, question]));
  const takers = [...wanted.values()].filter(({ type }) => libraryPlaceOf(type) !== null);
  if (takers.length === 0) return {};
  const texts = await listLibraryTexts(db, supplier.id);
  return Object.fromEntries(
    takers.map(({ id }) => [
      id,
      texts
        .filter(({ about }) => about === null || about === id || about === section.id)
        .map((text) => ({ id: text.id, title: text.title })),
    ]),
  );
}

/** Long lists only where a question of the section asks for them. */
async function listsFor(
  db: Db,
  loaded: LoadedDeclaration,
  instances: readonly QuestionInstance[],
  alsoShown: readonly AnswerValue[],
) {
  const has = (type: string) =>
    instances.some(
      ({ question }) => question.type === type || question.columns?.some((column) => `${column.type}_list` === type),
    );
  const values = instances.map(({ key }) => loaded.answers.get(key)?.value ?? null);
  const mentioned = instances.flatMap(({ key }) =>
    (loaded.evidence.get(key) ?? []).flatMap(({ municipalityCode }) => municipalityCode ?? []),
  );
  return {
    municipalities: has('municipality_list')
      ? (await listMunicipalities(db)).map(({ code, name }) => ({ code, name }))
      : [],
    kleGroups: has('kle_list') ? await listKleGroups(db) : [],
    names: await listNamesIn(db, [...values, mentioned, ...alsoShown]),
  };
}

function answersOf(loaded: LoadedDeclaration, instances: readonly QuestionInstance[]) {
  const answers: SectionView['answers'] = {};
  const evidence: SectionView['evidence'] = {};
  for (const { key } of instances) {
    const answer = loaded.answers.get(key);
    if (answer && answer.version > 0) {
      const { value, justification, version, updatedAt } = answer;
      answers[key] = { value, justification, version, updatedAt: updatedAt?.toISOString() ?? null };
    }
    const attached = loaded.evidence.get(key);
    if (attached) evidence[key] = attached.map(evidenceViewOf);
  }
  return { answers, evidence };
}

function pastPlansIn({ completeness, answers }: LoadedDeclaration, sectionId: string): SectionView['pastPlans'] {
  const { missing = [] } = completeness.sections.find((progress) => progress.sectionId === sectionId) ?? {};
  return Object.fromEntries(
    missing.flatMap(({ key, problem }) =>
      problem === 'planned-date-past' ? [[key, String(answers.get(key)?.value ?? '')]] : [],
    ),
  );
}

function outsideOf(loaded: LoadedDeclaration, instances: readonly QuestionInstance[]): SectionView['outside'] {
  const inside = new Set<QuestionKey>(instances.map(({ key }) => key));
  return outsideDependencies(loaded.instances, inside).map(({ key, interfaceId, question }) => ({
    key,
    interfaceId,
    ...(question.showIf ? { showIf: question.showIf } : {}),
    value: loaded.answers.get(key)?.value ?? null,
  }));
}

async function askedWhenOf(
  db: Db,
  { questionnaire }: LoadedDeclaration,
  instances: readonly QuestionInstance[],
): Promise<SectionView['askedWhen']> {
  const questions = new Map(placeQuestions(questionnaire.definition).map(({ question }) => [question.id, question]));
  const interfaces = new Map((await listInterfaces(db)).map(({ id, name }) => [id, name]));
  const inWords = (condition: Condition, language: Language) =>
    conditionInWords(
      condition,
      {
        findQuestion: (id) => questions.get(id),
        interfaceName: (id) => (/^SF\d/.test(id) ? id : (interfaces.get(id)?.[language] ?? id)),
      },
      language,
    );
  return Object.fromEntries(
    instances.flatMap(({ question: { id, showIf } }) =>
      showIf ? [[id, { da: inWords(showIf, 'da'), en: inWords(showIf, 'en') }]] : [],
    ),
  );
}

async function interfacesOf(db: Db, instances: readonly QuestionInstance[]): Promise<InterfaceView[]> {
  const wanted = new Set(instances.map(({ interfaceId }) => interfaceId));
  return (await listInterfaces(db)).filter(({ id }) => wanted.has(id)).map(interfaceViewOf);
}

function interfaceViewOf({ id, name, summary, status, versions }: CatalogueInterface): InterfaceView {
  return { id, name, summary, status, versions: versions.map(({ label }) => label) };
}

/** What stands in the way of an approval first of all; an approval with a remark is worth reading too. */
function verdictsOf(verdicts: readonly SharedVerdict[], instances: readonly QuestionInstance[]) {
  const inside = new Set(instances.map(({ key }) => key));
  const shown: SectionView['verdicts'] = {};
  for (const { questionKey, kind, reason, municipalityName } of verdicts) {
    if (inside.has(questionKey)) shown[questionKey] = { kind, reason, municipalityName };
  }
  return shown;
}

export function isApproved({ kind }: Pick<SharedVerdict, 'kind'>): boolean {
  return approvingVerdicts.some((approving) => approving === kind);
}

function nextAfter(loaded: LoadedDeclaration, sectionId: string): SectionView['next'] {
  const ids = loaded.completeness.sections.map((progress) => progress.sectionId);
  const nextId = ids[ids.indexOf(sectionId) + 1];
  const next = loaded.questionnaire.definition.sections.find(({ id }) => id === nextId);
  return next ? { id: next.id, title: next.title } : null;
}
