import { describe, expect, it } from 'vitest';
import { readDecisions } from '~/app/supplier/proposal-decisions';

function formOf(...fields: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

const shown = [
  ['shown', 'a:0'],
  ['shown', 'b:3'],
] as const;

describe('a form of proposals', () => {
  it('decides on the one whose button was pressed, with the versions that were shown', () => {
    expect(readDecisions(formOf(...shown, ['accept', 'b']))).toEqual({
      accept: ['b'],
      decline: [],
      seen: { a: 0, b: 3 },
    });
  });

  it('decides on all that were shown, and on no other', () => {
    expect(readDecisions(formOf(...shown, ['all', 'accept']))).toMatchObject({ accept: ['a', 'b'], decline: [] });
    expect(readDecisions(formOf(...shown, ['all', 'decline']))).toMatchObject({ accept: [], decline: ['a', 'b'] });
  });

  it.each(['', 'a', 'a:', 'a:x', ':1', 'a:-1', 'a:99999999999'])(
    'passes over what nobody’s browser sends: %j',
    (text) => {
      expect(readDecisions(formOf(['shown', text], ['all', 'accept']))).toEqual({ accept: [], decline: [], seen: {} });
    },
  );
});
