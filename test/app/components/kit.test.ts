import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { iconNames } from '~/app/components/icon';
import { projectRoot } from '~/db/project-root';
import { languages } from '~/workflows/words';
import { galleryPages, renderGallery } from '../../gallery/gallery';

const sprite = readFileSync(path.join(projectRoot, 'public/icons.svg'), 'utf8');

test('every icon has its symbol, and every symbol is an icon', () => {
  const symbols = [...sprite.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id);
  expect(symbols.sort()).toEqual([...iconNames].sort());
});

describe.each(languages)('the kit in %s', (language) => {
  test.each(galleryPages)('%s says nothing that the content security policy forbids', (page) => {
    const html = renderGallery(page, language);
    expect(html).not.toMatch(/ style="/);
    expect(html).not.toMatch(/<script|="(?:javascript|data):/);
    expect(html).not.toMatch(/ on[a-z]+="/);
  });

  test.each(galleryPages)('%s has no id twice', (page) => {
    const ids = [...renderGallery(page, language).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test.each(galleryPages)('%s has one h1', (page) => {
    expect(renderGallery(page, language).match(/<h1[ >]/g)).toHaveLength(1);
  });
});
