import { randomInt, randomUUID } from 'node:crypto';
import type { Database } from '~/db/client';
import * as schema from '~/db/schema';
import { hashOf } from '~/workflows/canonical';
import type { AnswerValue } from '~/workflows/questionnaire/answer';
import type { QuestionnaireDefinition, QuestionType } from '~/workflows/questionnaire/definition';
import { keyOf } from '~/workflows/questionnaire/instances';
import type { FrozenAnswer, FrozenEvidence, SubmissionDocument } from '~/workflows/submission';
import type { CaseState, Outcome, ProductType, SupportLevel, VerdictKind } from '~/workflows/words';
import { supportLevels } from '~/workflows/words';

/** A catalogue just large enough for what the public reads: two groups, three interfaces, three municipalities. */
export async function insertSmallCatalogue(db: Database): Promise<void> {
  await db.insert(schema.interfaceGroups).values([
    { id: 'organisation', name: { da: 'Organisation', en: 'Organisation' }, position: 1 },
    { id: 'sag-dokument', name: { da: 'Sags- og Dokumentindeks', en: 'Case and document index' }, position: 2 },
  ]);
  await db
    .insert(schema.interfaces)
    .values([
      interfaceRow('SF1500', 'organisation', 1, 'Organisation'),
      interfaceRow('SF1501', 'organisation', 2, 'Læs enheder'),
      interfaceRow('SF1470', 'sag-dokument', 3, 'Sags- og Dokumentindeks'),
    ]);
  await db.insert(schema.interfaceVersions).values([
    { interfaceId: 'SF1500', label: '6.0', position: 1, availableOn: '2024-01-01' },
    { interfaceId: 'SF1500', label: '5.0', position: 2, sunsetOn: '2027-01-01' },
  ]);
  await db.insert(schema.municipalities).values([
    { code: '0101', name: 'Københavns Kommune', cvr: '64942212', region: 'Region Hovedstaden' },
    { code: '0851', name: 'Aalborg Kommune', cvr: '29189420', region: 'Region Nordjylland' },
    { code: '0751', name: 'Aarhus Kommune', cvr: '55133018', region: 'Region Midtjylland' },
  ]);
  await db.insert(schema.kleGroups).values([
    { number: '27', title: 'Social- og sundhedsindsats' },
    { number: '28', title: 'Dagtilbud' },
  ]);
}

function interfaceRow(id: string, groupId: string, position: number, name: string) {
  return {
    id,
    groupId,
    position,
    name: { da: name, en: name },
    summary: { da: `Om ${name}.`, en: `About ${name}.` },
    platform: 'Støttesystemerne',
    protocols: ['SOAP'],
    direction: 'both' as const,
    kind: 'service',
    status: 'in_operation' as const,
    source: 'https://example.org/interfaces',
    confidence: 'high' as const,
    note: null,
    replacedBy: [],
    dependsOn: [],
    details: {},
    removedOn: null,
  };
}

const text = (da: string) => ({ da, en: `${da} (en)` });

/** Evidence types and little else: what publishing reads of a questionnaire. */
export const smallDefinition: QuestionnaireDefinition = {
  slug: 'faelleskommunal-infrastruktur',
  version: '1.0',
  title: text('Spørgeskema'),
  introduction: text('Indledning'),
  supportScale: supportLevels.map((value) => ({
    value,
    text: text(value),
    explanation: text(value),
    kravmotorAnswer: '',
  })),
  evidenceTypes: [
    { id: 'public_doc', text: text('Offentlig dokumentation'), proves: text('At'), public: true },
    { id: 'agreement', text: text('Serviceaftale'), proves: text('At'), public: false },
  ],
  reviewChecks: [],
  scopeRules: [],
  interfaceTemplate: [],
  sections: [],
};

export interface GivenAnswer {
  questionId: string;
  interfaceId?: string;
  section?: string;
  type?: QuestionType;
  value?: AnswerValue;
  justification?: string;
  isPublic?: boolean;
  evidence?: Partial<FrozenEvidence>[];
  /** Undefined: accepted; null: nobody has judged it. */
  verdict?: VerdictKind | null;
  remark?: string;
}

export interface GivenProduct {
  name: string;
  supplier?: { name: string; cvr: string; website?: string };
  description?: string;
  type?: ProductType;
  kle?: string[];
  kitosUuid?: string;
  answers: GivenAnswer[];
  /** Null: the case waits for its decision. */
  outcome?: Outcome | null;
  state?: CaseState;
  municipality?: string;
  decidedAt?: Date;
  /** The product was decided on before: this is what its supplier says now. */
  after?: DecidedProduct;
  /** The id of a product that is there and has no declaration yet. */
  productId?: string;
}

/** The support level of an interface, as one answer. */
export function level(interfaceId: string, value: SupportLevel, more: Partial<GivenAnswer> = {}): GivenAnswer {
  return {
    questionId: 'if-support',
    interfaceId,
    section: sectionOf(interfaceId),
    type: 'support_level',
    value,
    ...more,
  };
}

export function about(interfaceId: string, questionId: string, value: AnswerValue, more: Partial<GivenAnswer> = {}) {
  return { questionId, interfaceId, section: sectionOf(interfaceId), value, ...more } satisfies GivenAnswer;
}

function sectionOf(interfaceId: string): string {
  return interfaceId === 'SF1470' ? 'sag-dokument' : 'organisation';
}

export interface DecidedProduct {
  supplierId: string;
  productId: string;
  productSlug: string;
  declarationId: string;
  caseId: string;
  submissionId: string;
  decisionId: string | undefined;
}

const slugOf = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-');

/** A product with a case, submission, verdicts and a decision, as rows: what publishing starts from. */
export async function insertDecidedProduct(db: Database, given: GivenProduct): Promise<DecidedProduct> {
  const decidedAt = given.decidedAt ?? new Date('2026-11-02T10:00:00Z');
  const municipalityCode = given.municipality ?? '0101';
  const supplier = given.supplier ?? { name: 'Omsorg A/S', cvr: '12345678' };
  const supplierId = await supplierIdOf(db, supplier);
  const questionnaireId = await questionnaireIdOf(db);
  const personId = await insertPerson(db);
  const outcome = given.outcome === undefined ? 'approved' : given.outcome;
  const ids = {
    productId: given.productId ?? given.after?.productId ?? randomUUID(),
    declarationId: given.after?.declarationId ?? randomUUID(),
    caseId: randomUUID(),
    submissionId: randomUUID(),
  };
  const product = {
    name: given.name,
    description: given.description ?? `${given.name} er et it-system.`,
    type: given.type ?? ('fagsystem' as const),
    kle: given.kle ?? ['27.12'],
    kitosUuid: given.kitosUuid ?? null,
  };
  const productSlug = slugOf(given.name);
  if (!given.after && !given.productId) {
    await db
      .insert(schema.products)
      .values({ id: ids.productId, supplierId, slug: productSlug, ...product, createdAt: decidedAt });
  }
  if (!given.after) {
    await db.insert(schema.declarations).values({
      id: ids.declarationId,
      productId: ids.productId,
      questionnaireId,
      questionnaireSlug: smallDefinition.slug,
      createdAt: decidedAt,
      updatedAt: decidedAt,
    });
  }
  await db.insert(schema.cases).values({
    id: ids.caseId,
    // Apart from those that are counted.
    number: `2020-${randomInt(1_000_000_000)}`,
    declarationId: ids.declarationId,
    productId: ids.productId,
    supplierId,
    state: given.state ?? outcome ?? 'review',
    snapshot: {},
    version: 1,
    isOpen: outcome === null,
    municipalityCode,
    openedAt: decidedAt,
    stateSince: decidedAt,
  });
  const answers = given.answers.map(frozenAnswer);
  const document: SubmissionDocument = {
    schema: 'snitfladeklar/submission/1',
    questionnaire: { slug: smallDefinition.slug, version: '1.0', hash: 'h' },
    supplier: { id: supplierId, cvr: supplier.cvr, name: supplier.name },
    product: { id: ids.productId, ...product },
    scope: [],
    sections: [
      { id: 'produkt', title: text('Produkt') },
      { id: 'organisation', title: text('Organisation') },
      { id: 'sag-dokument', title: text('Sags- og Dokumentindeks') },
    ],
    answers,
  };
  await db.insert(schema.submissions).values({
    id: ids.submissionId,
    caseId: ids.caseId,
    declarationId: ids.declarationId,
    questionnaireId,
    number: given.after ? 2 : 1,
    document,
    hash: hashOf(document),
    submittedBy: personId,
    submittedAt: decidedAt,
  });
  await insertAnswersAndVerdicts(db, given.answers, answers, { ...ids, personId, municipalityCode, decidedAt });
  const decisionId = outcome === null ? undefined : randomUUID();
  if (decisionId && outcome) {
    await db.insert(schema.decisions).values({
      id: decisionId,
      caseId: ids.caseId,
      submissionId: ids.submissionId,
      outcome,
      reasons: 'Fordi.',
      municipalityCode,
      // Four eyes, which the database holds too: neither of them is the one who gave the verdicts.
      proposedBy: await insertPerson(db),
      confirmedBy: await insertPerson(db),
      decidedAt,
    });
  }
  return { supplierId, productSlug, ...ids, decisionId };
}

interface Judged {
  caseId: string;
  submissionId: string;
  declarationId: string;
  personId: string;
  municipalityCode: string;
  decidedAt: Date;
}

async function insertAnswersAndVerdicts(
  db: Database,
  given: readonly GivenAnswer[],
  frozen: readonly FrozenAnswer[],
  { personId, decidedAt, municipalityCode, ...ids }: Judged,
): Promise<void> {
  for (const [position, answer] of frozen.entries()) {
    const { key, sectionId, interfaceId, value, justification, evidence, answerHash } = answer;
    await db.insert(schema.submissionAnswers).values({
      submissionId: ids.submissionId,
      questionKey: key,
      sectionId,
      interfaceId,
      position,
      value,
      justification,
      evidence,
      answerHash,
    });
    const kind = given[position]?.verdict === undefined ? 'accepted' : given[position]?.verdict;
    if (!kind) continue;
    await db.insert(schema.verdicts).values({
      id: randomUUID(),
      ...ids,
      questionKey: key,
      answerHash,
      kind,
      reason: kind === 'accepted' ? null : (given[position]?.remark ?? 'Bemærkning.'),
      reviewerId: personId,
      municipalityCode,
      givenAt: decidedAt,
    });
  }
}

function frozenAnswer(given: GivenAnswer): FrozenAnswer {
  const { questionId, interfaceId = null, type = 'text', value = null, justification = null } = given;
  const evidence = (given.evidence ?? []).map((each) => ({
    id: randomUUID(),
    type: 'public_doc',
    title: 'Fortrolig titel',
    url: null,
    fileHash: null,
    fileName: null,
    municipalityCode: null,
    observedOn: '2026-06-01',
    validTo: null,
    hash: 'evidence-hash',
    ...each,
  }));
  const key = keyOf(questionId, interfaceId);
  return {
    key,
    sectionId: given.section ?? 'produkt',
    interfaceId,
    question: {
      id: questionId,
      type,
      text: text(`Spørgsmål ${questionId}`),
      optionTexts: {},
      columnTexts: {},
      isPublic: given.isPublic ?? true,
      weight: 2,
    },
    value,
    justification,
    evidence,
    answerHash: hashOf({ key, value, justification, evidence: evidence.map(({ hash }) => hash) }),
  };
}

async function supplierIdOf(
  db: Database,
  { name, cvr, website }: NonNullable<GivenProduct['supplier']>,
): Promise<string> {
  const row = { id: randomUUID(), cvr, name, slug: slugOf(name), website: website ?? null, isDemo: true };
  const [supplier] = await db
    .insert(schema.suppliers)
    .values({ ...row, createdAt: new Date('2026-01-01T00:00:00Z') })
    .onConflictDoUpdate({ target: schema.suppliers.cvr, set: { name } })
    .returning({ id: schema.suppliers.id });
  return supplier?.id ?? row.id;
}

async function questionnaireIdOf(db: Database): Promise<string> {
  const [known] = await db.select({ id: schema.questionnaires.id }).from(schema.questionnaires).limit(1);
  if (known) return known.id;
  const id = randomUUID();
  const { slug, version } = smallDefinition;
  await db.insert(schema.questionnaires).values({
    id,
    slug,
    version,
    definition: smallDefinition,
    hash: hashOf(smallDefinition),
    publishedAt: new Date('2026-01-01T00:00:00Z'),
  });
  return id;
}

async function insertPerson(db: Database): Promise<string> {
  const id = randomUUID();
  await db
    .insert(schema.people)
    .values({ id, name: 'Hemmelig Person', email: `${id}@example.org`, createdAt: new Date('2026-01-01T00:00:00Z') });
  return id;
}
