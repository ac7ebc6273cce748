import { desc, eq } from 'drizzle-orm';
import { type AnswerShape, answerShape } from '~/app/answer-words';
import { listNamesIn } from '~/db/answer-names';
import { listAnswersInForce } from '~/db/cases/verdicts-in-force';
import { listInterfaces } from '~/db/catalogue';
import type { Db } from '~/db/client';
import type { LoadedDeclaration } from '~/db/declarations';
import { findMapping, getQuestionnaire } from '~/db/questionnaires';
import { findNextVersion, relateLoaded } from '~/db/renewal-plan';
import { findOpenRenewal } from '~/db/renewals';
import { submissions } from '~/db/schema';
import type { Actor } from '~/workflows/actor';
import type { AnswerValue } from '~/workflows/questionnaire/answer';
import type { Question, QuestionnaireDefinition } from '~/workflows/questionnaire/definition';
import { listInstances, type QuestionInstance, type QuestionKey, splitKey } from '~/workflows/questionnaire/instances';
import { placeQuestions } from '~/workflows/questionnaire/placed-question';
import type { AnswerNeeded, EarlierAnswer } from '~/workflows/questionnaire/related-answers';
import { originsOf, type QuestionRelation, type VersionMapping } from '~/workflows/questionnaire/version-mapping';
import { canEditAnswers, isEditableState } from '~/workflows/supplier-rights';
import { approvingVerdicts, type Text } from '~/workflows/words';
import { isEditableFor } from './declaration.server';
import { type QuestionLink, questionLinks } from './question-label';

/** An answer to the version before, with the words it was given to. */
export interface EarlierView {
  key: QuestionKey;
  text: Text;
  shape: AnswerShape | null;
  value: AnswerValue;
  justification: string | null;
}

export interface ToConfirmView {
  link: QuestionLink;
  why: Text | null;
  earlier: EarlierView;
  /** Null before the move. */
  proposalId: string | null;
  /** The present answer's version. */
  version: number;
}

export interface ToAnswerView {
  link: QuestionLink;
  relation: Exclude<QuestionRelation, 'retired'>;
  why: Text | null;
  earlier: EarlierView[];
}

interface Lists {
  toConfirm: ToConfirmView[];
  toAnswer: ToAnswerView[];
  dropped: (EarlierView & { why: Text | null })[];
}

/** What a new version of the questionnaire asks of one declaration, before the move and after it. */
export async function renewalView(db: Db, actor: Actor, loaded: LoadedDeclaration) {
  const { declaration, product, supplier, questionnaire } = loaded;
  const isOwn = actor.supplierId === supplier.id && canEditAnswers(actor, product.id);
  const common = {
    declarationId: declaration.id,
    productName: product.name,
    slug: questionnaire.slug,
    isOwn,
    isEditable: isEditableFor(actor, loaded),
  };
  const state = (await beforeMove(db, loaded)) ?? (await afterMove(db, loaded)) ?? nothingToDo(loaded);
  const earlier = [
    ...state.toConfirm.map((item) => item.earlier),
    ...state.toAnswer.flatMap((item) => item.earlier),
    ...state.dropped,
  ];
  return {
    ...common,
    ...state,
    names: await listNamesIn(
      db,
      earlier.map(({ value }) => value),
    ),
  };
}
export type RenewalView = Awaited<ReturnType<typeof renewalView>>;

function nothingToDo({ questionnaire }: LoadedDeclaration) {
  const { version } = questionnaire;
  return {
    phase: 'none' as const,
    from: version,
    to: version,
    toId: '',
    ...counts(0, 0, 0),
    ...noLists(),
    mayMove: false,
  };
}

const noLists = (): Lists => ({ toConfirm: [], toAnswer: [], dropped: [] });
const counts = (carried: number, approved: number, optional: number) => ({ carried, approved, optional });

async function beforeMove(db: Db, loaded: LoadedDeclaration) {
  const next = await findNextVersion(db, loaded.questionnaire.id);
  if (!next) return undefined;
  const { definition, version, id } = next.questionnaire;
  const related = relateLoaded(loaded, { definition, mapping: next.mapping });
  const included = new Set(loaded.scope.filter(({ isIncluded }) => isIncluded).map(({ interfaceId }) => interfaceId));
  const lists = await listsOf(db, {
    instances: listInstances(definition, included, loaded.catalogue),
    before: loaded.questionnaire.definition,
    mapping: next.mapping,
    toConfirm: related.toConfirm.map((earlier) => ({ earlier, proposalId: null, version: 0 })),
    toAnswer: related.toAnswer,
    dropped: related.dropped,
  });
  const approved = await listApproved(db, loaded);
  const approvedHere = related.carried.filter((key) => approved.has(key)).length;
  return {
    phase: 'before' as const,
    from: loaded.questionnaire.version,
    to: version,
    toId: id,
    ...counts(related.carried.length, approvedHere, related.optional.length),
    ...lists,
    mayMove: loaded.case === null || !loaded.case.isOpen || isEditableState(loaded.case.state),
  };
}

async function afterMove(db: Db, loaded: LoadedDeclaration) {
  const open = await findOpenRenewal(db, loaded);
  const origin = await findMapping(db, loaded.questionnaire.id);
  if (!open || !origin || loaded.case?.isOpen === false) return undefined;
  const before = await getQuestionnaire(db, open.renewal.fromQuestionnaireId);
  const lists = await listsOf(db, {
    instances: loaded.instances,
    before: before.definition,
    mapping: origin.mapping,
    toConfirm: open.renewal.toConfirm.flatMap((earlier) => {
      const proposalId = open.toConfirm.get(earlier.key);
      return proposalId ? [{ earlier, proposalId, version: loaded.answers.get(earlier.key)?.version ?? 0 }] : [];
    }),
    toAnswer: open.toAnswer,
    dropped: [],
  });
  return {
    phase: 'after' as const,
    from: before.version,
    to: loaded.questionnaire.version,
    toId: loaded.questionnaire.id,
    ...counts(0, 0, 0),
    ...lists,
    mayMove: false,
  };
}

interface ListsInput {
  instances: readonly QuestionInstance[];
  before: QuestionnaireDefinition;
  mapping: VersionMapping;
  toConfirm: { earlier: EarlierAnswer; proposalId: string | null; version: number }[];
  toAnswer: readonly AnswerNeeded[];
  dropped: readonly EarlierAnswer[];
}

async function listsOf(db: Db, input: ListsInput): Promise<Lists> {
  const { instances, before, mapping } = input;
  const names = new Map((await listInterfaces(db)).map(({ id, name }) => [id, name]));
  const old = new Map(placeQuestions(before).map(({ question }) => [question.id, question]));
  const origins = originsOf(mapping);
  const whyOf = (key: QuestionKey) => origins.get(splitKey(key).questionId)?.why ?? null;
  const retired = new Map(mapping.retired.map(({ question, why }) => [question, why]));
  const linkOf = (key: QuestionKey) => questionLinks({ instances: [...instances] }, [key], names);
  return {
    toConfirm: input.toConfirm.flatMap(({ earlier, ...rest }) =>
      linkOf(earlier.key).map((link) => ({ link, why: whyOf(earlier.key), earlier: earlierOf(earlier, old), ...rest })),
    ),
    toAnswer: input.toAnswer.flatMap(({ key, relation, earlier }) =>
      linkOf(key).map((link) => ({
        link,
        relation,
        why: whyOf(key),
        earlier: earlier.map((each) => earlierOf(each, old)),
      })),
    ),
    dropped: input.dropped.map((each) => ({
      ...earlierOf(each, old),
      why: retired.get(splitKey(each.key).questionId) ?? null,
    })),
  };
}

/** An earlier answer with the words that it was given to. */
export function earlierOf(
  { key, value, justification }: EarlierAnswer,
  old: ReadonlyMap<string, Question>,
): EarlierView {
  const question = old.get(splitKey(key).questionId);
  const text = question?.text ?? { da: key, en: key };
  return { key, text, shape: question ? answerShape(question) : null, value, justification };
}

/** Questions whose answer was approved in the last submission and has not been touched since. */
async function listApproved(db: Db, loaded: LoadedDeclaration): Promise<Set<QuestionKey>> {
  const [last] = await db
    .select({ id: submissions.id, submittedAt: submissions.submittedAt })
    .from(submissions)
    .where(eq(submissions.declarationId, loaded.declaration.id))
    .orderBy(desc(submissions.number))
    .limit(1);
  if (!last) return new Set();
  const inForce = await listAnswersInForce(db, last.id);
  const approved = inForce.filter(({ questionKey, verdict }) => {
    const updatedAt = loaded.answers.get(questionKey)?.updatedAt ?? null;
    const isSame = updatedAt === null || updatedAt <= last.submittedAt;
    return isSame && approvingVerdicts.some((kind) => kind === verdict?.kind);
  });
  return new Set(approved.map(({ questionKey }) => questionKey));
}
