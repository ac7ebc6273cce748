import { expect, it } from 'vitest';
import { sectionShortcutOf } from '~/workflows/section-shortcuts';

const free = { isWriting: false, isModified: false };

it('a key on a section goes or chooses', () => {
  expect(sectionShortcutOf('j', free)).toBe('next');
  expect(sectionShortcutOf('3', free)).toEqual({ choose: 3 });
});

it('does nothing while somebody writes, holds another key down, or presses what is no shortcut', () => {
  expect(sectionShortcutOf('j', { ...free, isWriting: true })).toBeUndefined();
  expect(sectionShortcutOf('3', { ...free, isWriting: true })).toBeUndefined();
  expect(sectionShortcutOf('j', { ...free, isModified: true })).toBeUndefined();
  for (const key of ['x', '0', '12', 'Enter', 'constructor', '__proto__']) {
    expect(sectionShortcutOf(key, free)).toBeUndefined();
  }
});
