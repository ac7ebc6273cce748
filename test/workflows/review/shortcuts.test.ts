import { expect, it } from 'vitest';
import { shortcutOf } from '~/workflows/review/shortcuts';
import { verdictKinds } from '~/workflows/words';

const free = { isWriting: false, isModified: false };

it('the figures are the verdicts in their order', () => {
  expect(['1', '2', '3', '4'].map((key) => shortcutOf(key, free))).toEqual(
    verdictKinds.map((kind) => ({ act: 'verdict', kind })),
  );
});

it('does nothing while somebody writes, holds another key down, or presses what is no shortcut', () => {
  expect(shortcutOf('j', free)).toEqual({ act: 'next' });
  expect(shortcutOf('j', { ...free, isWriting: true })).toBeUndefined();
  expect(shortcutOf('j', { ...free, isModified: true })).toBeUndefined();
  for (const key of ['x', '5', 'Enter', 'constructor', '__proto__']) expect(shortcutOf(key, free)).toBeUndefined();
});
