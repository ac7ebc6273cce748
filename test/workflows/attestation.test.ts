import { describe, expect, test } from 'vitest';
import type { Actor } from '~/workflows/actor';
import {
  type AttestationFacts,
  attestationStateOn,
  attestedUntil,
  decideAttestation,
  holdsOn,
} from '~/workflows/attestation';

const today = '2026-11-24';
const reviewer: Actor = { personId: 'p', name: 'P', roles: ['reviewer'], supplierId: null, municipalityCode: '0615' };
const facts: AttestationFacts = { level: 'in_production', hasConflict: false, presentValidTo: undefined, today };
const codeOf = (actor = reviewer, change: Partial<AttestationFacts> = {}, sinceOn = '2024-05-01') => {
  const decided = decideAttestation(actor, { ...facts, ...change }, sinceOn);
  return decided.ok ? decided.value.validTo : decided.refusal.code;
};

test.each([
  ['2026-11-24', '2027-11-24'],
  ['2028-02-29', '2029-02-28'],
])('given on %s it holds until %s', (day, last) => {
  expect(attestedUntil(day)).toBe(last);
  expect(holdsOn({ confirmedOn: day, validTo: last }, last)).toBe(true);
  expect(holdsOn({ confirmedOn: day, validTo: last }, day)).toBe(true);
});

test.each([
  ['2026-11-23', 'ended'],
  ['2026-11-24', 'ends-soon'],
  ['2027-01-23', 'ends-soon'],
  ['2027-01-24', 'valid'],
])('one that holds until %s is today: %s', (validTo, state) => {
  expect(attestationStateOn({ validTo }, today)).toBe(state);
});

describe('may be given', () => {
  test.each(['reviewer', 'lead-reviewer', 'municipal-admin'] as const)('by a %s', (role) => {
    expect(codeOf({ ...reviewer, roles: [role] })).toBe('2027-11-24');
  });

  test('of what is in production or ready, today or since earlier, and anew when it has run out', () => {
    expect(codeOf(reviewer, { level: 'ready' }, today)).toBe('2027-11-24');
    expect(codeOf(reviewer, { presentValidTo: '2026-11-23' })).toBe('2027-11-24');
  });
});

test.each<[string, string]>([
  ['role-required', codeOf({ ...reviewer, roles: ['coordinator'] })],
  ['role-required', codeOf({ ...reviewer, roles: ['signatory'], municipalityCode: null, supplierId: 's' })],
  ['role-required', codeOf({ ...reviewer, municipalityCode: null })],
  ['conflict-of-interest', codeOf(reviewer, { hasConflict: true })],
  ['attestation-not-public', codeOf(reviewer, { level: undefined })],
  ['attestation-not-public', codeOf(reviewer, { level: 'planned' })],
  ['attestation-date-wrong', codeOf(reviewer, {}, '2026-11-25')],
  ['attestation-date-wrong', codeOf(reviewer, {}, '1999-12-31')],
  ['attestation-date-wrong', codeOf(reviewer, {}, '2026-13-01')],
  ['attestation-given-already', codeOf(reviewer, { presentValidTo: today })],
])('%s', (expected, code) => {
  expect(code).toBe(expected);
});
