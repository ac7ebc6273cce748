import { describe, expect, it } from 'vitest';
import { hashOf } from '~/workflows/canonical';
import { checkEvidence, type EvidenceFacts } from '~/workflows/evidence';
import { ageOf, daysLeft, dueReminder } from '~/workflows/evidence-age';
import { evidenceHash } from '~/workflows/evidence-hash';

const facts: EvidenceFacts = {
  type: 'test_report',
  title: 'Rapport',
  url: null,
  municipalityCode: null,
  observedOn: '2026-01-01',
  validTo: null,
  productVersion: null,
  environment: null,
};

describe('the age of evidence', () => {
  it('counts days over the change of clocks', () => {
    expect(daysLeft('2026-03-31', '2026-03-01')).toBe(30);
    expect(daysLeft('2026-10-26', '2026-10-24')).toBe(2);
  });

  it.each([
    [31, null],
    [30, 30],
    [8, 30],
    [7, 7],
    [0, 7],
    [-1, null],
  ])('%i days left is the time of reminder %s', (left, reminder) => expect(dueReminder(left)).toBe(reminder));

  it('is in words', () => {
    expect(ageOf(null, '2026-01-01')).toBe('no-end');
    expect(ageOf('2026-02-01', '2026-01-01')).toBe('valid');
    expect(ageOf('2026-01-31', '2026-01-01')).toBe('expiring');
    expect(ageOf('2026-01-01', '2026-01-01')).toBe('expiring');
    expect(ageOf('2025-12-31', '2026-01-01')).toBe('expired');
  });
});

describe('the hash of evidence', () => {
  it('is what it was before a subject was asked for, and moves with the subject', () => {
    const { productVersion, environment, ...before } = facts;
    expect([productVersion, environment]).toEqual([null, null]);
    expect(evidenceHash(facts, 'f'.repeat(64))).toBe(hashOf({ ...before, fileHash: 'f'.repeat(64) }));
    const hashes = [facts, { ...facts, productVersion: '2' }, { ...facts, environment: 'test' as const }].map((each) =>
      evidenceHash(each, null),
    );
    expect(new Set(hashes).size).toBe(3);
  });
});

describe('what evidence was seen on', () => {
  const context = { types: new Set(['test_report']), municipalities: new Set(''), today: '2026-02-01', hasFile: true };
  const form = {
    type: 'test_report',
    title: 'R',
    url: '',
    municipalityCode: '',
    observedOn: '2026-01-01',
    validTo: '',
  };

  it('can be left out, and is checked where it is stated', () => {
    expect(checkEvidence(form, context)).toMatchObject({ facts: { productVersion: null, environment: null } });
    const stated = { ...form, productVersion: ' 4.2 ', environment: 'test' };
    expect(checkEvidence(stated, context)).toMatchObject({ facts: { productVersion: '4.2', environment: 'test' } });
    const wrong = { ...form, productVersion: 'a\nb', environment: 'moon' };
    expect(checkEvidence(wrong, context)).toMatchObject({
      problems: { productVersion: 'product-version-not-valid', environment: 'environment-not-valid' },
    });
  });
});
