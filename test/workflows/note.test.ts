import { expect, test } from 'vitest';
import { eventNoteProblem } from '~/workflows/case/events';
import { noteLimit, noteProblem } from '~/workflows/note';

test.each([
  ['Flere linjer\r\n\tmed indrykning, æøå og 🙂', undefined],
  ['x'.repeat(10), undefined],
  ['x'.repeat(41), { code: 'note-too-long', params: { most: 40 } }],
  ['nul\u0000tegn', { code: 'note-control-characters' }],
  ['det, som formularer sender i stedet\u0001', { code: 'note-control-characters' }],
  ['et halvt tegn \ud83d', { code: 'note-control-characters' }],
])('%j', (text, problem) => {
  expect(noteProblem(text, 40)).toEqual(problem);
});

test('an event is told of the words that come along', () => {
  const tooLong = { code: 'note-too-long', params: { most: noteLimit } };
  const reasons = 'x'.repeat(noteLimit + 1);
  expect(eventNoteProblem({ type: 'propose', outcome: 'rejected', reasons })).toEqual(tooLong);
  expect(eventNoteProblem({ type: 'withdraw', note: reasons })).toEqual(tooLong);
  expect(eventNoteProblem({ type: 'withdraw', note: '' })).toBeUndefined();
  expect(eventNoteProblem({ type: 'claim', sectionId: 'data' })).toBeUndefined();
});
