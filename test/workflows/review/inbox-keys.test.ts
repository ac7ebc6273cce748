import { describe, expect, it } from 'vitest';
import { inboxActOf } from '~/workflows/review/inbox-keys';

const inList = { isWriting: false, isModified: false, isInList: true };

describe('a key in the inbox', () => {
  it('does what is listed, by its letter and its kin', () => {
    expect(
      ['j', 'ArrowDown', 'k', 'ArrowUp', 'Enter', 'x', 'c', '/', '?'].map((key) => inboxActOf(key, inList)),
    ).toEqual(['next', 'next', 'previous', 'previous', 'open', 'choose', 'claim', 'search', 'list']);
    expect(inboxActOf('q', inList)).toBeUndefined();
  });

  it('is a letter while somebody writes, and the browser’s while it is held with another', () => {
    for (const key of ['j', 'x', '?', 'Enter']) {
      expect(inboxActOf(key, { ...inList, isWriting: true })).toBeUndefined();
      expect(inboxActOf(key, { ...inList, isModified: true })).toBeUndefined();
    }
  });

  it('leaves arrows and Enter to the page outside the list', () => {
    const outside = { ...inList, isInList: false };
    expect(inboxActOf('ArrowDown', outside)).toBeUndefined();
    expect(inboxActOf('Enter', outside)).toBeUndefined();
    expect(inboxActOf('j', outside)).toBe('next');
  });
});
