import { describe, expect, it } from 'vitest';
import { acceptRest, problemsWithVerdicts, readTypedVerdicts } from '~/app/review/verdict-fields';

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

describe('a picked reason', () => {
  const reasons = [{ id: 'r1', kind: 'needs-elaboration', title: 'Mangler', text: 'Vedlæg en aftale.' }] as const;
  const read = (typed: Record<string, string>) => readTypedVerdicts({ 'hash:a': hash, ...typed }, reasons)[0];

  it('is the reason, and says the verdict where none was chosen', () => {
    expect(read({ 'canned:a': 'r1' })).toMatchObject({ kind: 'needs-elaboration', reason: 'Vedlæg en aftale.' });
    expect(read({ 'canned:a': 'r1', 'kind:a': 'rejected' })).toMatchObject({ kind: 'rejected' });
  });

  it('stands before what was written, once', () => {
    const typed = { 'canned:a': 'r1', 'reason:a': 'Se side 3.' };
    expect(read(typed)?.reason).toBe('Vedlæg en aftale.\n\nSe side 3.');
    expect(read({ ...typed, 'reason:a': 'Vedlæg en aftale. Nu.' })?.reason).toBe('Vedlæg en aftale. Nu.');
  });

  it('is nothing when there is no such reason', () => {
    expect(read({ 'canned:a': 'r2' })).toMatchObject({ kind: null, reason: '' });
  });
});

describe('acceptRest', () => {
  const verdict = (questionKey: string, kind: 'accepted' | 'rejected' | null, reason = '') => ({
    questionKey,
    kind,
    reason,
    answerHash: hash,
  });

  it('accepts what nobody judged and about which nothing was chosen or written', () => {
    const given = [verdict('a', null), verdict('b', 'rejected', 'Nej.'), verdict('c', null, 'Hm.'), verdict('d', null)];
    expect(acceptRest(given, new Set(['a', 'b', 'c'])).map(({ kind }) => kind)).toEqual([
      'accepted',
      'rejected',
      null,
      null,
    ]);
  });
});
