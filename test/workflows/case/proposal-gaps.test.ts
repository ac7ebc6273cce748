import { describe, expect, test } from 'vitest';
import type { VerdictSummary } from '~/workflows/case/facts';
import { listProposalGaps } from '~/workflows/case/proposal-gaps';

const mixed: VerdictSummary = { total: 4, approved: 3, notApproved: 1, withoutReason: 0, unjudgedBySection: {} };
const all: VerdictSummary = { ...mixed, approved: 4, notApproved: 0 };
const codesOf = (outcome: string, reasons: string, verdicts: VerdictSummary) =>
  listProposalGaps({ outcome, reasons }, verdicts).map(({ code }) => code);

describe('what a proposal lacks is told at once', () => {
  test.each([
    ['', '', mixed, ['outcome-needed', 'reasons-needed']],
    ['', '', all, ['outcome-needed']],
    ['perhaps', 'Fordi.', mixed, ['outcome-needed']],
    ['rejected', ' ', all, ['outcome-does-not-fit', 'reasons-needed']],
    ['approved', '', mixed, ['outcome-does-not-fit']],
    ['approved', '', all, []],
    ['partially-approved', 'Fordi.', mixed, []],
    ['rejected', 'x'.repeat(5_001), all, ['outcome-does-not-fit', 'note-too-long']],
    ['rejected', 'a\u0000', mixed, ['note-control-characters']],
    [
      '',
      '',
      { ...mixed, withoutReason: 1, unjudgedBySection: { first: 2 } },
      ['outcome-needed', 'reasons-needed', 'answer-reasons-missing', 'verdicts-missing'],
    ],
  ])('%j with %j', (outcome, reasons, verdicts, codes) => {
    expect(codesOf(outcome, reasons, verdicts)).toEqual(codes);
  });
});
