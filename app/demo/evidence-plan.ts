import type { NewEvidence } from '~/db/evidence';
import type { Answer } from '~/workflows/questionnaire/answer';
import type { QuestionInstance, QuestionKey } from '~/workflows/questionnaire/instances';
import { addDays } from '~/workflows/working-days';
import { csvOf, pdfOf, pngOf } from './files';
import { numberFrom } from './seed';
import { supportOf, testedOn, type Writing } from './wording/writing';

export type PlannedEvidence = Omit<NewEvidence, 'declarationId'>;

export interface Evidenced {
  /** Whether an answer has its evidence already. */
  has: (key: QuestionKey) => boolean;
  answers: ReadonlyMap<QuestionKey, Answer>;
}

/** How an interface in production is backed: mostly by an agreement, sometimes by a test alone. */
type Proof = 'agreement' | 'reference' | 'test' | 'other-product';

/** The evidence that a supplier attaches to the answers that are open; one piece often backs several. */
export function planEvidence(
  writing: Writing,
  open: readonly QuestionInstance[],
  evidenced: Evidenced,
): PlannedEvidence[] {
  const missing = open.filter(({ key }) => !evidenced.has(key));
  const keysOf = (questionId: string, proof: Proof): QuestionKey[] =>
    missing
      .filter(({ question, interfaceId }) => question.id === questionId && proofOf(writing, interfaceId) === proof)
      .map(({ key }) => key);
  const evidenceBy = (proof: Proof): QuestionKey[] => keysOf('if-evidence', proof);
  const tests = [...evidenceBy('test'), ...keysOf('if-tested', 'test')];
  const references = [...evidenceBy('reference'), ...keysOf('if-municipalities', 'reference')];
  const roadmap = missing
    .filter(({ question, interfaceId }) => question.id === 'if-planned-date' && isOnRoadmap(writing, interfaceId))
    .map(({ key }) => key);
  const planned = [
    agreement(writing, evidenceBy('agreement')),
    reference(writing, references),
    testReport(writing, tests),
    otherProduct(writing, evidenceBy('other-product')),
    link(writing, roadmap, {
      type: 'roadmap_link',
      title: 'Udviklingsplan',
      path: 'udviklingsplan',
      age: 40,
      lasts: 365,
    }),
    ...aboutTheProduct(writing, missing, evidenced.answers),
  ];
  const covered = planned.filter((each) => each !== null);
  return [...covered, ...whateverElseIsDemanded(writing, missing, covered, evidenced.answers)];
}

/** What cannot be sent without evidence and has none yet: one document each, of the kind that suits best. */
function whateverElseIsDemanded(
  writing: Writing,
  missing: readonly QuestionInstance[],
  planned: readonly PlannedEvidence[],
  answers: ReadonlyMap<QuestionKey, Answer>,
): PlannedEvidence[] {
  const covered = new Set(planned.flatMap(({ questionKeys }) => questionKeys));
  const isDemanded = ({ key, question }: QuestionInstance): boolean => {
    if (!question.evidenceRequired || covered.has(key)) return false;
    const value = answers.get(key)?.value ?? null;
    return value !== null || (question.required && question.type === 'evidence');
  };
  return missing.filter(isDemanded).map(({ key, question: { id, evidence } }) => {
    const type = evidence.find((each) => each !== 'municipality_reference') ?? 'documentation_link';
    const title = titles[type] ?? 'Dokumentation';
    const facts = factsOf(writing, { type, title, path: `bilag/${id}`, age: 45, lasts: 730 });
    return { questionKeys: [key], facts, file: null };
  });
}

const titles: Readonly<Record<string, string>> = {
  agreement_third_party: 'Aftale med dataejeren',
  audit_report: 'ISAE 3000-erklæring',
  certificate_info: 'Certifikatets emne, udsteder og udløb',
  dpa: 'Standarddatabehandleraftale med bilag',
  external_certification: 'Certifikat',
  role_list: 'Brugersystemroller',
  saml_metadata: 'SAML-metadata fra produktion',
  service_agreement_production: 'Serviceaftale i produktion',
  service_agreement_test: 'Serviceaftale i det eksterne testmiljø',
  test_report: 'Testrapport, eksternt testmiljø',
  test_transaction: 'Transaktions-id og kvittering',
};

function proofOf(writing: Writing, interfaceId: string | null): Proof | null {
  if (interfaceId === null) return null;
  const { level } = supportOf(writing, interfaceId);
  if (level === 'via_other') return 'other-product';
  if (level === 'ready') return 'test';
  if (level !== 'in_production') return null;
  const draw = numberFrom(`${writing.product.name} ${interfaceId} proof`, 10);
  if (draw < 5) return 'agreement';
  return draw < 7 ? 'reference' : 'test';
}

function isOnRoadmap(writing: Writing, interfaceId: string | null): boolean {
  return interfaceId !== null && supportOf(writing, interfaceId).commitment === 'roadmap';
}

interface LinkFacts {
  type: string;
  title: string;
  path: string;
  /** In days before it is stated. */
  age: number;
  /** In days from when it was seen; null: without an end. */
  lasts: number | null;
  municipalityCode?: string;
}

function factsOf(writing: Writing, { type, title, path, age, lasts, municipalityCode = '' }: LinkFacts) {
  const observedOn = addDays(writing.writtenOn, -age);
  return {
    type,
    title,
    url: path === '' ? '' : `https://dokumentation.${writing.supplier.domain}.example/${folderOf(writing)}/${path}`,
    municipalityCode,
    observedOn,
    validTo: lasts === null ? '' : addDays(observedOn, lasts),
  };
}

function folderOf({ product }: Writing): string {
  return product.name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .replace(/[^a-z0-9]+/g, '-');
}

function link(writing: Writing, questionKeys: readonly QuestionKey[], facts: LinkFacts): PlannedEvidence | null {
  return questionKeys.length === 0 ? null : { questionKeys, facts: factsOf(writing, facts), file: null };
}

function agreement(writing: Writing, questionKeys: readonly QuestionKey[]): PlannedEvidence | null {
  const [code] = writing.product.municipalities;
  if (questionKeys.length === 0 || code === undefined) return null;
  const place = writing.municipalityNames.get(code) ?? code;
  const facts: LinkFacts = {
    type: 'service_agreement_production',
    title: `Serviceaftale i produktion, ${place}`,
    path: 'serviceaftale',
    age: 60 + numberFrom(`${writing.product.name} agreement`, 200),
    lasts: 1_095,
    municipalityCode: code,
  };
  if (!uploads(writing, 'agreement')) return link(writing, questionKeys, facts);
  const kept = factsOf(writing, { ...facts, path: '' });
  const bytes = pdfOf([
    `Serviceaftale - ${writing.product.name}`,
    `Myndighed: ${place} Kommune`,
    `Anvendersystem: ${writing.product.name}, ${writing.supplier.name}`,
    `Godkendt: ${kept.observedOn}   Udløber: ${kept.validTo}`,
    'Fiktivt eksempel fra portalens demodata.',
  ]);
  return { questionKeys, facts: kept, file: { name: `serviceaftale-${folderOf(writing)}.pdf`, bytes } };
}

function reference(writing: Writing, questionKeys: readonly QuestionKey[]): PlannedEvidence | null {
  const code = writing.product.municipalities.at(-1);
  if (code === undefined) return null;
  return link(writing, questionKeys, {
    type: 'municipality_reference',
    title: `${writing.municipalityNames.get(code) ?? code} bekræfter drift`,
    path: '',
    age: 20,
    lasts: 365,
    municipalityCode: code,
  });
}

/** Test reports age: nine months after the test they prove nothing any more. */
function testReport(writing: Writing, questionKeys: readonly QuestionKey[]): PlannedEvidence | null {
  const observedOn = testedOn(writing, 'report');
  return questionKeys.length === 0
    ? null
    : {
        questionKeys,
        facts: {
          ...factsOf(writing, {
            type: 'test_report',
            title: 'Testrapport, eksternt testmiljø',
            path: 'testrapport',
            age: 0,
            lasts: null,
          }),
          observedOn,
          validTo: addDays(observedOn, 270),
        },
        file: null,
      };
}

function otherProduct(writing: Writing, questionKeys: readonly QuestionKey[]): PlannedEvidence | null {
  return link(writing, questionKeys, {
    type: 'documentation_link',
    title: 'Sådan spiller produkterne sammen',
    path: 'integrationer',
    age: 90,
    lasts: null,
  });
}

/** What backs the answers about the product as a whole. */
function aboutTheProduct(
  writing: Writing,
  missing: readonly QuestionInstance[],
  answers: ReadonlyMap<QuestionKey, Answer>,
): (PlannedEvidence | null)[] {
  const isOpen = (key: QuestionKey): boolean => missing.some((instance) => instance.key === key);
  const has = (key: QuestionKey, ...values: string[]): boolean => {
    const value = answers.get(key)?.value;
    return (
      isOpen(key) &&
      values.some((each) => value === each || (Array.isArray(value) && value.some((item) => item === each)))
    );
  };
  const keys = (key: QuestionKey, isWanted: boolean): QuestionKey[] => (isWanted && isOpen(key) ? [key] : []);
  return [
    link(writing, keys('gen-version', true), {
      type: 'release_notes',
      title: 'Udgivelsesnoter',
      path: 'udgivelser',
      age: 35,
      lasts: null,
    }),
    link(writing, keys('gen-accessibility', has('gen-accessibility', 'yes', 'partly')), {
      type: 'accessibility_report',
      title: 'Test mod WCAG 2.1 AA',
      path: 'tilgaengelighed',
      age: 120,
      lasts: 730,
    }),
    link(writing, keys('gen-security-cert', has('gen-security-cert', 'iso27001_cert')), {
      type: 'external_certification',
      title: 'ISO 27001-certifikat',
      path: 'iso-27001',
      age: 200,
      lasts: 1_095,
    }),
    link(writing, keys('sun-cert', has('sun-cert', 'yes')), {
      type: 'external_certification',
      title: 'MedCom-certifikat, HospitalNotification',
      path: 'medcom',
      age: 150,
      lasts: 730,
    }),
    link(writing, keys('psk-agreement', has('psk-agreement', 'yes')), {
      type: 'agreement_third_party',
      title: 'Aftale med Skatteforvaltningen',
      path: 'aftaler/skatteforvaltningen',
      age: 240,
      lasts: null,
    }),
    link(writing, keys('bsk-agreement', has('bsk-agreement', 'yes')), {
      type: 'agreement_third_party',
      title: 'Aftale med kommunen om adgang til DFDG',
      path: 'aftaler/dfdg',
      age: 240,
      lasts: null,
    }),
    link(writing, keys('bsk-test', has('bsk-test', 'yes')), {
      type: 'test_report',
      title: 'STARs integrationstest',
      path: 'star-integrationstest',
      age: 90,
      lasts: null,
    }),
    roleList(writing, keys('acc-roles', uploads(writing, 'roles'))),
    screenshot(writing, keys('adm-registered', uploads(writing, 'screenshot'))),
  ];
}

function roleList(writing: Writing, questionKeys: readonly QuestionKey[]): PlannedEvidence | null {
  if (questionKeys.length === 0) return null;
  const bytes = csvOf([
    ['Rolle', 'Dataafgrænsning', 'Beskrivelse'],
    ['Sagsbehandler', 'KLE-emne, organisationsenhed', 'Opretter og ændrer sager'],
    ['Læser', 'KLE-emne, organisationsenhed', 'Ser sager'],
    ['Systemadministrator', 'Ingen', 'Opsætter produktet'],
  ]);
  const facts = factsOf(writing, { type: 'role_list', title: 'Brugersystemroller', path: '', age: 30, lasts: 365 });
  return { questionKeys, facts, file: { name: 'brugersystemroller.csv', bytes } };
}

function screenshot(writing: Writing, questionKeys: readonly QuestionKey[]): PlannedEvidence | null {
  if (questionKeys.length === 0) return null;
  const shade = numberFrom(`${writing.product.name} colour`, 120);
  const facts = factsOf(writing, {
    type: 'admin_module_record',
    title: 'Skærmbillede fra administrationsmodulet',
    path: '',
    age: 25,
    lasts: 365,
  });
  const file = { name: 'administrationsmodul.png', bytes: pngOf(480, 300, [20, 60 + shade, 140]) };
  return { questionKeys, facts, file };
}

/** A few products upload files; the others link. */
function uploads({ product }: Writing, what: string): boolean {
  return numberFrom(`${product.name} uploads ${what}`, 6) === 0;
}
