import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { projectRoot } from '~/db/project-root';

/** What a section's page needs to show and hide questions and to check answers as they are typed, in bytes of gzip. */
const limit = 12_000;

test('the rules that run in the browser are small: zod/mini, no zod, no XState', async () => {
  const modules = ['answer', 'reachability', 'explanation'].map((name) => `export * from './${name}';`);
  const { outputFiles, metafile } = await build({
    stdin: { contents: modules.join('\n'), resolveDir: `${projectRoot}/workflows/questionnaire`, loader: 'ts' },
    absWorkingDir: projectRoot,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    metafile: true,
  });
  const inputs = Object.keys(metafile.inputs).filter((file) => /node_modules\/(?:xstate|zod\/v4\/classic)/.test(file));
  expect(inputs).toEqual([]);
  expect(gzipSync(outputFiles[0]?.contents ?? '').length).toBeLessThan(limit);
});
