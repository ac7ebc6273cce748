import { describe, expect, test } from 'vitest';
import type { Actor } from '~/workflows/actor';
import {
  actorFor,
  canCreateProducts,
  canEditAnswers,
  canEditProducts,
  canManagePeople,
  canReadProduct,
  canSubmit,
  isLastAdmin,
  isTransferableState,
} from '~/workflows/supplier-rights';
import { caseStates, type Role, roles } from '~/workflows/words';

const own = 'supplier';
const a = { id: 'product-a', supplierId: own };
const b = { id: 'product-b', supplierId: own };
const foreign = { id: 'product-c', supplierId: 'other' };

const actor = (given: readonly Role[], more: Partial<Actor> = {}): Actor => ({
  personId: 'somebody',
  name: 'Somebody',
  roles: given,
  supplierId: own,
  municipalityCode: null,
  ...more,
});

/** What each role may, for a product of its own supplier: create, correct, answer, submit, manage, read. */
const rights: Readonly<Record<Role, string>> = {
  editor: 'create correct answer read',
  signatory: 'create correct answer submit read',
  'supplier-admin': 'create correct manage read',
  reviewer: '',
  'lead-reviewer': '',
  'municipal-admin': '',
  coordinator: '',
  auditor: 'read',
};

function rightsOf(who: Actor, product: typeof a): string {
  return [
    canCreateProducts(who) && 'create',
    canEditProducts(who, product.id) && 'correct',
    canEditAnswers(who, product.id) && 'answer',
    canSubmit(who, product.id) && 'submit',
    canManagePeople(who) && 'manage',
    canReadProduct(who, product) && 'read',
  ]
    .filter((right) => right !== false)
    .join(' ');
}

describe('roles', () => {
  test.each(roles)('%s', (role) => {
    expect(rightsOf(actor([role]), a)).toBe(rights[role]);
  });

  test('of another supplier, or of none, give nothing', () => {
    const everything = actor(['editor', 'signatory', 'supplier-admin']);
    expect(canReadProduct(everything, foreign)).toBe(false);
    expect(rightsOf({ ...everything, supplierId: null }, a)).toBe('');
  });
});

describe('a restricted role', () => {
  const signsA = actor(['editor', 'signatory'], { restrictedTo: { signatory: [a.id] } });

  test('holds for its products only, while another role holds for all', () => {
    expect(rightsOf(signsA, a)).toBe('create correct answer submit read');
    expect(rightsOf(signsA, b)).toBe('create correct answer read');
  });

  test('as the only one hides every other product and creates none', () => {
    const editsA = actor(['editor'], { restrictedTo: { editor: [a.id] } });
    expect(rightsOf(editsA, a)).toBe('correct answer read');
    expect(rightsOf(editsA, b)).toBe('');
  });

  test('to no product holds for none', () => {
    const none = actor(['signatory'], { restrictedTo: { signatory: [] } });
    expect(rightsOf(none, a)).toBe('');
    expect(canSubmit(none)).toBe(true);
  });

  test('narrows the actor that the case sees', () => {
    expect(actorFor(signsA, a.id).roles).toEqual(['editor', 'signatory']);
    expect(actorFor(signsA, b.id).roles).toEqual(['editor']);
    expect(actorFor(signsA, b.id).restrictedTo).toBeUndefined();
  });
});

test('the last administrator is the only one there is, however many roles they have', () => {
  expect(isLastAdmin(['one'], 'one')).toBe(true);
  expect(isLastAdmin(['one', 'one'], 'one')).toBe(true);
  expect(isLastAdmin(['one', 'two'], 'one')).toBe(false);
  expect(isLastAdmin(['two'], 'one')).toBe(false);
  expect(isLastAdmin([], 'one')).toBe(false);
});

test('a product goes to another supplier when no municipality is at work on it', () => {
  const transferable = caseStates.filter(isTransferableState);
  expect(isTransferableState(null)).toBe(true);
  expect(transferable).toEqual([
    'draft',
    'approved',
    'partially-approved',
    'rejected',
    'withdrawn',
    'upheld',
    'overturned',
    'expiring',
    'expired',
    'suspended',
    'revoked',
    'superseded',
  ]);
});
