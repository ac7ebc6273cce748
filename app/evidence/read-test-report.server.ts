import { SaxesParser, type SaxesTagPlain } from 'saxes';
import * as z from 'zod';
import { copenhagenDay } from '~/workflows/day';
import { productVersionLimit } from '~/workflows/evidence';
import { isIsoDate } from '~/workflows/questionnaire/answer';
import type { TestCount, TestReport } from '~/workflows/test-report';
import type { EvidenceEnvironment } from '~/workflows/words';

/**
 * Reads a test report that was attached as evidence: JUnit XML, a report of the GITB test bed (TRL), or the plain JSON
 * of docs/evidence-reports.md. Everything is a claim of whoever wrote the file; nothing is fetched or unpacked.
 */

/** In bytes, elements and levels. A larger file is attached all the same, and not read. */
export const reportLimits = {
  bytes: 5_000_000,
  elements: 100_000,
  depth: 60,
  groups: 20_000,
  nameLength: 300,
} as const;

/** @returns undefined for what is no such report, is broken, declares entities or goes over the limits */
export function readTestReport(fileName: string, bytes: Uint8Array): TestReport | undefined {
  if (bytes.byteLength > reportLimits.bytes) return undefined;
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (extension === 'json') return readJson(text);
    return extension === 'xml' ? readXml(text) : undefined;
  } catch {
    return undefined;
  }
}

class NotRead extends Error {}

interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Element[];
}

/** The whole document as a tree, within the limits. */
function parse(xml: string): Element {
  const parser = new SaxesParser();
  const root: Element = { name: '', attributes: {}, text: '', children: [] };
  const open: Element[] = [root];
  let elements = 0;
  parser.on('error', () => {
    throw new NotRead();
  });
  // A document type can declare entities that grow without end or name files; no test report needs one.
  parser.on('doctype', () => {
    throw new NotRead();
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    elements += 1;
    if (elements > reportLimits.elements || open.length > reportLimits.depth) throw new NotRead();
    const element = { name: localName(name), attributes, text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const add = (text: string) => {
    const element = open.at(-1);
    if (element && element.text.length < reportLimits.nameLength)
      element.text += text.slice(0, reportLimits.nameLength);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  const [document] = root.children;
  if (!document) throw new NotRead();
  return document;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function readXml(xml: string): TestReport | undefined {
  const document = parse(xml.replace(/^\uFEFF/, ''));
  if (document.name === 'testsuites' || document.name === 'testsuite') return readJUnit(document);
  return gitbReports.has(document.name) ? readGitb(document) : undefined;
}

function* walk(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* walk(child);
}

/** The properties of one element, with names as people write them: `product.version`, `productVersion` … */
function propertiesOf(element: Element): Map<string, string> {
  const list = element.children.filter(({ name }) => name === 'properties').flatMap(({ children }) => children);
  return new Map(list.map(({ attributes, text }) => [plain(attributes.name ?? ''), (attributes.value ?? text).trim()]));
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

function readJUnit(document: Element): TestReport {
  const suites = [...walk(document)].filter(({ name }) => name === 'testsuite');
  const everywhere = [document, ...suites].map(propertiesOf);
  const property = (...names: string[]): string | null => {
    for (const properties of everywhere) {
      for (const name of names) if (properties.get(name)) return properties.get(name) ?? null;
    }
    return null;
  };
  const days = [document, ...suites].map(({ attributes }) => dayOf(attributes.timestamp)).filter((day) => day !== null);
  const groups = suites.flatMap((suite) => {
    const own = propertiesOf(suite);
    const shared = [suite.attributes.name, own.get('interface'), own.get('interfaceid'), own.get('snitflade')];
    return suite.children
      .filter(({ name }) => name === 'testcase')
      .map((test) => ({
        names: namesOf([...shared, test.attributes.name, test.attributes.classname]),
        ...countOf(test.children.map(({ name }) => name)),
      }));
  });
  if (groups.length === 0 || groups.length > reportLimits.groups) throw new NotRead();
  return {
    format: 'junit',
    observedOn: days.sort().at(-1) ?? null,
    productVersion: versionOf(property('productversion', 'systemversion', 'sutversion')),
    environment: environmentOf(property('environment', 'miljoe', 'env')),
    groups,
  };
}

function countOf(outcomes: readonly string[]): TestCount {
  const isFailed = outcomes.includes('failure') || outcomes.includes('error');
  const isSkipped = !isFailed && (outcomes.includes('skipped') || outcomes.includes('disabled'));
  return { passed: isFailed || isSkipped ? 0 : 1, failed: isFailed ? 1 : 0, skipped: isSkipped ? 1 : 0 };
}

/** Roots of the GITB test reporting language; each has one result for all that it is about. */
const gitbReports: ReadonlySet<string> = new Set([
  'TestCaseOverviewReport',
  'TestCaseReport',
  'TestStepReport',
  'ConformanceStatementReport',
  'ConformanceOverviewReport',
]);

function readGitb(document: Element): TestReport {
  const all = [...walk(document)];
  const texts = (...names: string[]) => all.filter(({ name }) => names.includes(name)).map(({ text }) => text.trim());
  const [result] = texts('result', 'status');
  if (!result) throw new NotRead();
  const system = all.find(({ name }) => name === 'system');
  const version = system?.children.find(({ name }) => name === 'version')?.text.trim();
  const days = texts('endTime', 'date', 'reportTime')
    .map(dayOf)
    .filter((day) => day !== null);
  const isPassed = result === 'SUCCESS';
  const isUndecided = result === 'UNDEFINED' || result === 'WARNING';
  return {
    format: 'gitb',
    observedOn: days[0] ?? null,
    productVersion: versionOf(version ?? null),
    environment: null,
    groups: [
      {
        names: namesOf([document.attributes.id, document.attributes.name, ...texts('name', 'identifier')]),
        passed: isPassed ? 1 : 0,
        failed: isPassed || isUndecided ? 0 : 1,
        skipped: isUndecided ? 1 : 0,
      },
    ],
  };
}

const count = z.int().min(0).max(1_000_000).default(0);
const jsonReport = z.object({
  schema: z.literal('snitfladeklar/test-report/1'),
  observedOn: z.string().optional(),
  productVersion: z.string().optional(),
  environment: z.string().optional(),
  results: z
    .array(z.object({ interface: z.string(), passed: count, failed: count, skipped: count }))
    .min(1)
    .max(1_000),
});

function readJson(text: string): TestReport | undefined {
  const read = jsonReport.safeParse(JSON.parse(text));
  if (!read.success) return undefined;
  const { observedOn, productVersion, environment, results } = read.data;
  return {
    format: 'json',
    observedOn: dayOf(observedOn),
    productVersion: versionOf(productVersion ?? null),
    environment: environmentOf(environment ?? null),
    groups: results.map(({ interface: id, ...counts }) => ({ names: namesOf([id]), ...counts })),
  };
}

/** A moment with its zone as a day in Copenhagen; one without is of the place where the tests ran. */
function dayOf(moment: string | undefined): string | null {
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(moment?.trim() ?? '') ?? [];
  if (!moment || !day || !isIsoDate(day)) return null;
  if (!/[T ].*(?:Z|[+-]\d{2}:?\d{2})$/.test(moment.trim())) return day;
  const at = new Date(moment.trim());
  return Number.isNaN(at.getTime()) ? day : copenhagenDay(at);
}

function versionOf(text: string | null): string | null {
  const version = text?.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim() ?? '';
  return version === '' || version.length > productVersionLimit ? null : version;
}

function environmentOf(text: string | null): EvidenceEnvironment | null {
  const word = text?.toLowerCase() ?? '';
  if (/prod|drift/.test(word)) return 'production';
  return /test|stag|demo|qa/.test(word) ? 'test' : null;
}

function namesOf(names: readonly (string | undefined)[]): string[] {
  return names.flatMap((name) => (name ? [name.slice(0, reportLimits.nameLength)] : []));
}
