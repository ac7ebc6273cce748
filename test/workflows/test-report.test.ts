import { describe, expect, it } from 'vitest';
import { listTestedInterfaces, proposedByReport, type TestReport } from '~/workflows/test-report';

const group = (names: string[], [passed, failed, skipped]: [number, number, number]) => ({
  names,
  passed,
  failed,
  skipped,
});
const report = (...groups: TestReport['groups']): TestReport => ({
  format: 'junit',
  observedOn: '2026-08-12',
  productVersion: '4.2',
  environment: 'test',
  groups,
});
const ids = ['SF1500', 'SF1460', 'SF1460_A', 'administrationsmodul'];
const found = (...names: string[]) =>
  listTestedInterfaces(report(group(names, [1, 0, 0])), ids).map(({ interfaceId }) => interfaceId);

describe('the interfaces that a report names', () => {
  it.each([
    ['dk.leverandoer.SF1500.HentTest', ['SF1500']],
    ['sf1500_opslag i organisation', ['SF1500']],
    ['SF1500', ['SF1500']],
    ['SF15000 og XSF1500', []],
    ['SF1460_A', ['SF1460_A']],
    ['SF1460-opslag', ['SF1460']],
    ['administrationsmodul', ['administrationsmodul']],
    ['Test af administrationsmodul', []],
  ])('%s', (name, expected) => {
    expect(found(name)).toEqual(expected);
  });

  it('count the tests of every group that names them', () => {
    const both = report(group(['SF1500 opret'], [3, 0, 0]), group(['SF1500 ret'], [1, 1, 2]));
    expect(listTestedInterfaces(both, ids)).toEqual([{ interfaceId: 'SF1500', passed: 4, failed: 1, skipped: 2 }]);
  });
});

describe('what a report speaks for', () => {
  const given = (level: string | null, tested: string | null = null) =>
    new Map([
      ['if-support@SF1500', { value: level, justification: null }],
      ['if-tested@SF1500', { value: tested, justification: null }],
    ]);
  const proposed = (groups: TestReport['groups'], answers: ReturnType<typeof given>, asked = ['SF1500']) =>
    proposedByReport(report(...groups), asked, answers).map(({ key, value }) => [key, value]);
  const passed = [group(['SF1500'], [12, 0, 0])];
  const tested = ['if-tested@SF1500', '2026-08-12'];

  it('is "built and tested" with its day, where all tests passed and no more is said already', () => {
    expect(proposed(passed, given('planned'))).toEqual([['if-support@SF1500', 'ready'], tested]);
    expect(proposed(passed, given('ready'))).toEqual([tested]);
    expect(proposed(passed, given('in_production', '2026-09-01'))).toEqual([]);
  });

  it('is nothing where a test failed or was skipped, where none ran, or where the interface is not asked about', () => {
    expect(proposed([group(['SF1500'], [12, 1, 0])], given(null))).toEqual([]);
    expect(proposed([group(['SF1500'], [12, 0, 1])], given(null))).toEqual([]);
    expect(proposed([group(['SF1500'], [0, 0, 0])], given(null))).toEqual([]);
    expect(proposed(passed, given(null), ['SF1460'])).toEqual([]);
  });
});
