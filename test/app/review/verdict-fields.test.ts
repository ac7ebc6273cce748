import { describe, expect, it } from 'vitest';
import { problemsWithVerdicts, readTypedVerdicts } from '~/app/review/verdict-fields';

const hash = 'a'.repeat(64);

describe('readTypedVerdicts', () => {
  it('reads what was chosen and written about each answer that was shown', () => {
    const typed = {
      version: '4',
      'hash:gen-name': hash,
      'kind:gen-name': 'accepted',
      'reason:gen-name': '',
      'hash:if-support@SF1500': hash,
      'reason:if-support@SF1500': '  Hvor er aftalen?  ',
      'kind:if-unknown@SF1500': 'accepted',
    };
    expect(readTypedVerdicts(typed)).toEqual([
      { questionKey: 'gen-name', kind: 'accepted', reason: '', answerHash: hash },
      { questionKey: 'if-support@SF1500', kind: null, reason: 'Hvor er aftalen?', answerHash: hash },
    ]);
  });

  it('takes no verdict that there is not', () => {
    expect(readTypedVerdicts({ 'hash:a': hash, 'kind:a': 'approved' })[0]?.kind).toBeNull();
  });
});

describe('problemsWithVerdicts', () => {
  const verdict = (questionKey: string, kind: 'accepted' | 'rejected' | null, reason = '') => ({
    questionKey,
    kind,
    reason,
    answerHash: hash,
  });

  it('wants a reason for everything but acceptance, and a verdict where a reason was written', () => {
    const verdicts = [
      verdict('a', 'accepted'),
      verdict('b', 'rejected'),
      verdict('c', 'rejected', 'Forkert'),
      verdict('d', null, 'Hm'),
      verdict('e', null),
    ];
    expect(problemsWithVerdicts(verdicts)).toEqual([
      { questionKey: 'b', problem: 'reason-missing' },
      { questionKey: 'd', problem: 'kind-missing' },
    ]);
  });

  it('wants a verdict on each answer that must be judged, when the section is to be finished', () => {
    expect(problemsWithVerdicts([verdict('a', null), verdict('b', null)], new Set(['b']))).toEqual([
      { questionKey: 'b', problem: 'kind-missing' },
    ]);
  });
});
