import { describe, expect, it } from 'vitest';
import { readTestReport, reportLimits } from '~/app/evidence/read-test-report.server';

const read = (name: string, text: string) => readTestReport(name, new TextEncoder().encode(text));

const junit = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="SF1500 Organisation" timestamp="2026-08-12T23:30:00Z" tests="3">
    <properties>
      <property name="product.version" value="4.2"/>
      <property name="environment" value="Eksternt testmiljø"/>
    </properties>
    <testcase name="hent enhed" classname="Organisation"/>
    <testcase name="ret enhed" classname="Organisation"><failure message="500">Fejl &amp; mangler</failure></testcase>
    <testcase name="slet enhed" classname="Organisation"><skipped/></testcase>
  </testsuite>
</testsuites>`;

const gitb = (
  result: string,
) => `<TestCaseOverviewReport xmlns="http://www.gitb.com/tr/v1/" xmlns:c="http://www.gitb.com/core/v1/" id="SF1470_TC3">
  <metadata><c:name>TC3: SF1470 afhentning</c:name></metadata>
  <startTime>2026-10-14T15:21:14.000+02:00</startTime>
  <endTime>2026-10-14T15:21:31.000+02:00</endTime>
  <result>${result}</result>
  <system><name>Omsorg</name><version>v2.1</version></system>
</TestCaseOverviewReport>`;

const json = (change: object = {}) =>
  JSON.stringify({
    schema: 'snitfladeklar/test-report/1',
    observedOn: '2026-08-12',
    productVersion: '4.2',
    environment: 'test',
    results: [{ interface: 'SF1500', passed: 12 }],
    ...change,
  });

describe('a test report', () => {
  it('in JUnit XML tells its day in Copenhagen, version, environment and each test', () => {
    const report = read('rapport.xml', junit);
    expect(report).toMatchObject({
      format: 'junit',
      observedOn: '2026-08-13',
      productVersion: '4.2',
      environment: 'test',
    });
    expect(report?.groups).toEqual([
      { names: ['SF1500 Organisation', 'hent enhed', 'Organisation'], passed: 1, failed: 0, skipped: 0 },
      { names: ['SF1500 Organisation', 'ret enhed', 'Organisation'], passed: 0, failed: 1, skipped: 0 },
      { names: ['SF1500 Organisation', 'slet enhed', 'Organisation'], passed: 0, failed: 0, skipped: 1 },
    ]);
  });

  it.each([
    ['SUCCESS', { passed: 1, failed: 0, skipped: 0 }],
    ['FAILURE', { passed: 0, failed: 1, skipped: 0 }],
    ['UNDEFINED', { passed: 0, failed: 0, skipped: 1 }],
  ])('of the GITB test bed with the result %s', (result, counts) => {
    const report = read('tar.xml', gitb(result));
    expect(report).toMatchObject({
      format: 'gitb',
      observedOn: '2026-10-14',
      productVersion: 'v2.1',
      groups: [counts],
    });
    expect(report?.groups[0]?.names).toContain('TC3: SF1470 afhentning');
  });

  it('in JSON', () => {
    expect(read('rapport.json', json())).toMatchObject({
      format: 'json',
      observedOn: '2026-08-12',
      groups: [{ names: ['SF1500'], passed: 12, failed: 0, skipped: 0 }],
    });
  });
});

describe('a file that is no report of ours is left unread', () => {
  const bomb = `<!DOCTYPE t [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${junit.slice(junit.indexOf('<testsuites'))}`;
  const external = `<!DOCTYPE t SYSTEM "file:///etc/passwd">${junit.slice(junit.indexOf('<testsuites'))}`;
  it.each([
    ['entities that grow', 'a.xml', bomb],
    ['a document type from elsewhere', 'a.xml', external],
    ['an unknown entity', 'a.xml', '<testsuite name="&x;"><testcase name="SF1500"/></testsuite>'],
    ['XML that breaks off', 'a.xml', junit.slice(0, 300)],
    ['another XML', 'a.xml', '<html><body/></html>'],
    ['a suite without tests', 'a.xml', '<testsuite name="SF1500"/>'],
    ['levels without end', 'a.xml', '<testsuite>'.repeat(5_000)],
    ['elements without end', 'a.xml', `<testsuite>${'<testcase/>'.repeat(reportLimits.elements + 1)}</testsuite>`],
    ['JSON of another schema', 'a.json', json({ schema: 'other' })],
    ['counts that are none', 'a.json', json({ results: [{ interface: 'SF1500', passed: -1 }] })],
    ['JSON nested without end', 'a.json', '['.repeat(100_000)],
    ['bytes that are no text', 'a.xml', '\u0000\u0001'],
    ['another kind of file', 'a.txt', junit],
  ])('%s', (_, name, text) => {
    expect(read(name, text)).toBeUndefined();
  });

  it('one that is larger than the limit', () => {
    expect(read('a.json', json({ note: 'x'.repeat(reportLimits.bytes) }))).toBeUndefined();
  });

  it('a version or day that is none is not taken', () => {
    const odd = json({ observedOn: '2026-02-31', productVersion: 'x'.repeat(61), environment: 'måne' });
    expect(read('a.json', odd)).toMatchObject({ observedOn: null, productVersion: null, environment: null });
  });
});
