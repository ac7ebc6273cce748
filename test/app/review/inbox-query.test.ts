import { describe, expect, it } from 'vitest';
import { withQuery } from '~/app/paths';
import { inboxAddress, readInboxQuery, usualView, viewsFor } from '~/app/review/inbox-query';
import type { Actor } from '~/workflows/actor';

const read = (search: string) => readInboxQuery(new URL(`http://localhost/review${search}`), 'mine');
const actor = (...roles: Actor['roles']): Actor => ({
  personId: '1',
  name: 'A',
  roles,
  supplierId: null,
  municipalityCode: null,
});

describe('readInboxQuery', () => {
  it('begins with the usual tab, the longest waiting first', () => {
    expect(read('')).toEqual({ view: 'mine', sort: 'since', direction: 'ascending', search: '' });
    expect(read('?view=closed')).toMatchObject({ sort: 'since', direction: 'descending' });
  });

  it('takes only what is on the lists', () => {
    const asked = read('?view=secret&sort=password;drop&after=%00&q=%20abc%20');
    expect(asked).toEqual({ view: 'mine', sort: 'since', direction: 'ascending', search: 'abc' });
    expect(read('?sort=-due')).toMatchObject({ sort: 'due', direction: 'descending' });
  });

  it('leaves the reader’s areas only where cases are ready to claim, and only when asked', () => {
    expect(read('?view=available').isWide).toBeUndefined();
    expect(read('?view=available&areas=all').isWide).toBe(true);
    expect(read('?view=available&areas=mine').isWide).toBeUndefined();
    expect(read('?view=closed&areas=all').isWide).toBeUndefined();
    expect(withQuery('', inboxAddress(read('?view=available&areas=all&sort=-due')))).toContain('areas=all');
    expect(withQuery('', inboxAddress(read('?view=available')))).not.toContain('areas');
  });

  it.each([
    '',
    '?view=closed',
    '?view=decision&q=abc&sort=-due&after=2026-0042',
    '?sort=due&before=2026-0042~2026-05-01T07:00:00.000Z',
    '?sort=number&after=2026-0042',
    '?sort=product&after=2026-0042~Æblehave~2',
    '?view=closed&sort=since',
    '?view=available&areas=all&only=overdue',
  ])('reads what it writes: %s', (search) => {
    const query = read(search);
    expect(read(withQuery('', inboxAddress(query)))).toEqual(query);
  });
});

describe('tabs', () => {
  it('differ by what people do', () => {
    expect(usualView(actor('coordinator'))).toBe('routing');
    expect(usualView(actor('reviewer'))).toBe('mine');
    expect(usualView(actor('auditor'))).toBe('available');
    expect(viewsFor(actor('reviewer'))).not.toContain('routing');
    expect(viewsFor(actor('lead-reviewer'))).toContain('routing');
    expect(viewsFor(actor('auditor'))).not.toContain('mine');
  });
});
