import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '~/db/project-root';
import { importsOf, listSources } from './sources';

/** What the public may be shown is kept in the schema `published`; the rest of what pages need is no secret either. */
const openTables = [
  'publications',
  'publicProducts',
  'publicSupport',
  'publicSuppliers',
  'pastProducts',
  'pastSupport',
  'interfaceSunsets',
  'publishedState',
  'publicReviewClock',
  'publicDisputes',
  'publicAttestations',
  'publicSupplierChanges',
  'publicRedirects',
  'publicSplits',
  'questionnaireHearings',
  'publicLetters',
  'ledgerEntries',
  'ledgerHeads',
  'signingKeys',
  'interfaces',
  'interfaceGroups',
  'interfaceVersions',
  'municipalities',
  'kleGroups',
];
/** Reads of the catalogue, municipalities and questionnaires, which everybody may read. */
const openReads = ['db/catalogue', 'db/questionnaires', 'db/answer-names', 'db/client'];

const publicPages = () => [...listSources(['app/routes/public', 'app/routes/api', 'app/published', 'app/api'])];

describe('public by construction', () => {
  test('the public reads name no table but those of the read model and the catalogue', () => {
    const named = /import\s*\{([^}]*)\}\s*from '\.\.\/schema'/g;
    const sources = listSources(['db/published']);
    const tables = sources.flatMap(({ file, text }) =>
      [...text.matchAll(named)].flatMap(([, names = '']) =>
        names.split(',').map((name) => ({ file, table: name.trim() })),
      ),
    );
    expect(tables.length).toBeGreaterThan(5);
    expect(tables.filter(({ table }) => table !== '' && !openTables.includes(table))).toEqual([]);
    const others = sources.flatMap((source) =>
      importsOf(source)
        .filter(
          ({ target }) => target?.startsWith('db/') && !/^db\/(?:published\/.*|schema|client|copy-out)$/.test(target),
        )
        .map(({ from }) => `${source.file} imports ${from}`),
    );
    expect(others).toEqual([]);
  });

  test('public pages and the API read through the public reads alone', () => {
    const refused = publicPages().flatMap((source) =>
      importsOf(source)
        .filter(({ target, isType }) => !isType && target?.startsWith('db/'))
        .filter(({ target }) => !target?.startsWith('db/published/') && !openReads.includes(target ?? ''))
        .map(({ from }) => `${source.file} imports ${from}`),
    );
    // The cookies page says how long a session lasts: two numbers, no read.
    expect(refused).toEqual(['app/routes/public/cookies.tsx imports ~/db/sessions']);
  });

  test('they ask the database for public reads, never the one that is written to', () => {
    const writable = /\bcontext\.db\b|[{,]\s*db\s*[,}:][^;]*\bcontext\b/;
    expect('const { db, now } = context;').toMatch(writable);
    expect('const { publicDb: db, now } = context;').not.toMatch(writable);
    const found = publicPages().filter(({ text }) => writable.test(text));
    expect(found.map(({ file }) => file)).toEqual([]);
  });

  test('no public page sends scripts', () => {
    const folder = path.join(projectRoot, 'app/routes/public');
    const pages = readdirSync(folder);
    expect(pages.length).toBeGreaterThan(10);
    const live = listSources(['app/routes/public']).filter(({ text }) => /\bscripts:\s*true\b/.test(text));
    expect(live.map(({ file }) => file)).toEqual([]);
  });
});
