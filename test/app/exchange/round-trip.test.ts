import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportDeclaration } from '~/app/exchange/export-declaration';
import { exportCsv, exportWorkbook } from '~/app/exchange/export-files.server';
import { readImport } from '~/app/exchange/read-import.server';
import { writeInterchange } from '~/workflows/interchange/declaration';
import { markOf } from '~/workflows/interchange/staged-answer';
import { isSameAnswer } from '~/workflows/proposal';
import { exchanged, type GivenAnswers, importInto, instances, layout, storedAnswers } from '../../factories/exchanged';

const encode = (text: string) => new TextEncoder().encode(text);
const nothing = { value: null, justification: null };

/** Every answer comes back as it was, also where nothing is left of it to fall back on. */
function expectSame(given: GivenAnswers, name: string, bytes: Uint8Array, keys: readonly string[]) {
  const read = readImport(name, bytes, importInto());
  if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 3)));
  const staged = new Map(read.answers.map((answer) => [answer.key, answer]));
  for (const key of keys) {
    const answer = staged.get(key) ?? nothing;
    const before = given[key] ?? nothing;
    if (!isSameAnswer(answer, before)) expect({ key, ...answer }).toEqual({ key, ...before });
    expect(staged.get(key)?.mark).toBe(markOf(before));
  }
}
const all = instances.map(({ key }) => key);
const runs = { seed: 20261124, numRuns: 60 };

test.each(['da', 'en'] as const)('a workbook (%s) read back differs in nothing', (language) => {
  fc.assert(
    fc.property(storedAnswers, (given) => {
      expectSame(given, 'svar.xlsx', exportWorkbook(exchanged(given), layout(language)), all);
    }),
    runs,
  );
});

test.each(['da', 'en'] as const)('a CSV file (%s) read back differs in nothing', (language) => {
  fc.assert(
    fc.property(storedAnswers, (given) => {
      expectSame(given, 'svar.csv', encode(exportCsv(exchanged(given), layout(language))), all);
    }),
    runs,
  );
});

test('JSON read back differs in nothing of what is asked', () => {
  fc.assert(
    fc.property(storedAnswers, (given) => {
      const loaded = exchanged(given);
      const asked = all.filter((key) => loaded.completeness.open.has(key));
      const json = writeInterchange(exportDeclaration({ ...loaded, scope: [] }));
      expectSame(given, 'svar.json', encode(json), asked);
    }),
    runs,
  );
});
