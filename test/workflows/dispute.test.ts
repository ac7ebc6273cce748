import { describe, expect, test } from 'vitest';
import type { Actor } from '~/workflows/actor';
import { type DisputeFacts, type DisputeState, disputeStates, lapseOf, listSteps, takeStep } from '~/workflows/dispute';
import type { Role } from '~/workflows/words';

const now = new Date('2026-11-24T12:00:00Z');
const actor = (role: Role, of: { supplierId?: string; municipalityCode?: string } = {}): Actor => ({
  personId: role,
  name: role,
  roles: [role],
  supplierId: of.supplierId ?? null,
  municipalityCode: of.municipalityCode ?? null,
});
const coordinator = actor('coordinator');
const signatory = actor('signatory', { supplierId: 's' });
const municipality = actor('reviewer', { municipalityCode: '0615' });
const facts = (state: DisputeState, more: Partial<DisputeFacts> = {}): DisputeFacts => ({
  state,
  supplierId: 's',
  municipalityCode: '0615',
  replyDueAt: null,
  now,
  ...more,
});

/** What each of the three has a button for, by state. Nobody has one for the clock or for the link of a mail. */
const buttons: Record<DisputeState, [coordinator: string[], supplier: string[], municipality: string[]]> = {
  contradicted: [[], ['contest'], ['retract']],
  contested: [[], [], ['retract', 'stand-by']],
  settled: [[], [], []],
  unconfirmed: [[], [], []],
  received: [['accept', 'decline'], [], []],
  declined: [[], [], []],
  open: [['resolve'], ['reply'], []],
  replied: [['approve-reply', 'return-reply'], [], []],
  answered: [['resolve'], [], []],
  resolved: [[], [], []],
};

test.each(disputeStates)('who can do what while it is %s', (state) => {
  const listed = [
    listSteps(facts(state), coordinator, false),
    listSteps(facts(state), signatory, true),
    listSteps(facts(state), municipality, false),
  ];
  expect(listed).toEqual(buttons[state]);
});

describe('a contradiction', () => {
  test('is the stating municipality’s alone to end, and the clock’s', () => {
    const other = actor('reviewer', { municipalityCode: '0370' });
    expect(takeStep(facts('contradicted'), 'retract', other, false).ok).toBe(false);
    expect(takeStep(facts('contradicted'), 'retract', actor('auditor', { municipalityCode: '0615' }), false).ok).toBe(
      false,
    );
    expect(takeStep(facts('contradicted', { municipalityCode: null }), 'retract', municipality, false).ok).toBe(false);
    expect(takeStep(facts('contradicted'), 'lapse', municipality, false).ok).toBe(false);
    expect(takeStep(facts('contradicted'), 'lapse', null, false).ok).toBe(true);
  });

  test.each<[DisputeState, boolean, DisputeState]>([
    ['contradicted', true, 'open'],
    ['contested', true, 'replied'],
    ['contradicted', false, 'settled'],
    ['contested', false, 'settled'],
  ])('that is %s goes, where the answer still says so: %s, to %s', (state, isInProduction, next) => {
    expect(lapseOf(state, isInProduction)).toBe(next);
  });
});

test('an open one is not closed before the supplier’s time to reply is over', () => {
  const due = new Date(now.getTime() + 1);
  expect(takeStep(facts('open', { replyDueAt: due }), 'resolve', coordinator, false)).toMatchObject({ ok: false });
  expect(takeStep(facts('open', { replyDueAt: due, now: due }), 'resolve', coordinator, false).ok).toBe(true);
});
