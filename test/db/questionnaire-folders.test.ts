import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { contentFolder } from '~/db/content';
import { listQuestionnaireFolders } from '~/db/loading/questionnaire-files';

const name = 'faelleskommunal-infrastruktur';
const copy = mkdtempSync(path.join(tmpdir(), 'questionnaires-'));
cpSync(path.join(contentFolder, 'questionnaires'), path.join(copy, 'questionnaires'), { recursive: true });
afterAll(() => rmSync(copy, { recursive: true }));

const files = ['1.0', '1.1'].map((version) =>
  path.join(copy, 'questionnaires', `${name}-${version}`, 'questionnaire.yaml'),
);
const [first = '', second = ''] = files.map((file) => readFileSync(file, 'utf8'));

/** Whether a change of 1.0 is seen as one of 1.1 too, which is based on it when it says so. */
function isBased(line: string): boolean {
  writeFileSync(files[1] ?? '', second.replace(/^basedOn:.*$/m, line));
  const hashes = ['', '# other\n'].map((more) => {
    writeFileSync(files[0] ?? '', first + more);
    return listQuestionnaireFolders(copy).find((folder) => folder.name.endsWith('1.1'))?.hash;
  });
  return hashes[0] !== hashes[1];
}

test.each([
  [`basedOn: ${name}-1.0`],
  [`basedOn: "${name}-1.0"`],
  [`"based\\u004fn": ${name}-1.0`],
  [`basedOn: ${name}-1.0 # basedOn`],
])('a version is based on the one before however it is written: %s', (line) => {
  expect(isBased(line)).toBe(true);
});

test.each([[`# basedOn: ${name}-1.0`], ['basedOn: ../x'], ['basedOn: [a']])('and otherwise is not: %s', (line) => {
  expect(isBased(line)).toBe(false);
});
