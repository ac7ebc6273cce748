import type { AnswerValue } from './questionnaire/answer';
import { keyOf, type QuestionKey } from './questionnaire/instances';
import { supportKey } from './questionnaire/reachability';
import type { EvidenceEnvironment } from './words';

/** How the tests went that a report ties to one interface. */
export interface TestCount {
  passed: number;
  failed: number;
  skipped: number;
}

export const testReportFormats = ['junit', 'gitb', 'json'] as const;
export type TestReportFormat = (typeof testReportFormats)[number];

/** What a machine-readable test report says, word for word where it says it; null where it does not. */
export interface TestReport {
  format: TestReportFormat;
  /** yyyy-mm-dd in Copenhagen: the day on which the tests ended. */
  observedOn: string | null;
  productVersion: string | null;
  environment: EvidenceEnvironment | null;
  /** Every group of tests with the names in which an interface can be found. */
  groups: (TestCount & { names: string[] })[];
}

/** An interface that the report names, by the catalogue's id. */
export interface TestedInterface extends TestCount {
  interfaceId: string;
}

/**
 * The interfaces of the catalogue that a report names, and how their tests went. An interface counts as named where
 * its id stands as a word of its own: SF1500, not SF15000. Ids without a digit are words of the language too and count
 * only where they are a whole name.
 */
export function listTestedInterfaces(report: TestReport, interfaceIds: readonly string[]): TestedInterface[] {
  return interfaceIds.flatMap((interfaceId) => {
    const mine = report.groups.filter(({ names }) => names.some((name) => namesInterface(name, interfaceId)));
    if (mine.length === 0) return [];
    const sum = (part: keyof TestCount) => mine.reduce((total, group) => total + group[part], 0);
    return [{ interfaceId, passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }];
  });
}

function namesInterface(name: string, id: string): boolean {
  const [where, what] = [name.toLowerCase(), id.toLowerCase()];
  if (!/\d/.test(what)) return where.trim() === what;
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
    const after = where.slice(at + what.length);
    // SF1460 is not SF1460_A, which is an interface of its own; SF1500_opslag is a test of SF1500.
    const isWhole = !/^[a-z0-9]/.test(after) && !/^_[a-z](?![a-z])/.test(after);
    if (!/[a-z0-9]/.test(where[at - 1] ?? '') && isWhole) return true;
  }
  return false;
}

/** All of its tests passed, and there was one. */
export function isPassed({ passed, failed, skipped }: TestCount): boolean {
  return passed > 0 && failed === 0 && skipped === 0;
}

export interface ReportedAnswer {
  key: QuestionKey;
  value: AnswerValue;
  justification: null;
}

/**
 * What the report speaks for, as proposals that a person decides on: "built and tested" where all tests of an interface
 * passed and the answer does not say as much already, and the day of the test. It never speaks against an answer: a
 * failed test is told of, and what it means is the supplier's to say.
 * @param given the present answers
 * @param asked the interfaces that the declaration answers for
 */
export function proposedByReport(
  report: TestReport,
  asked: readonly string[],
  given: ReadonlyMap<QuestionKey, { value: AnswerValue; justification: string | null }>,
): ReportedAnswer[] {
  return listTestedInterfaces(report, asked)
    .filter(isPassed)
    .flatMap(({ interfaceId }) => {
      const level = given.get(supportKey(interfaceId))?.value ?? null;
      const isBuilt = level === 'in_production' || level === 'ready';
      const tested = keyOf('if-tested', interfaceId);
      const before = given.get(tested)?.value ?? null;
      const isNewer = typeof before !== 'string' || (report.observedOn ?? '') > before;
      return [
        ...(isBuilt ? [] : [{ key: supportKey(interfaceId), value: 'ready', justification: null }]),
        ...(report.observedOn && isNewer ? [{ key: tested, value: report.observedOn, justification: null }] : []),
      ];
    });
}

/** What of the evidence's own facts the report tells: as its form has them, '' where it is silent. */
export function factsOfReport({ observedOn, productVersion, environment }: TestReport, today: string) {
  return {
    observedOn: observedOn !== null && observedOn <= today ? observedOn : '',
    productVersion: productVersion ?? '',
    environment: environment ?? '',
  };
}
