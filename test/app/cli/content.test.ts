import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentFolder } from '~/db/content';
import { type EmbeddedServer, openEmbedded } from '~/db/embedded';
import { bundleProgram, runProgram } from '../../program';

let home: string;
let program: string;
let server: EmbeddedServer;

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'snitfladeklar-test-0-'));
  program = await bundleProgram('app/server/cli.ts');
  server = await openEmbedded({ dataDir: path.join(home, 'data'), durable: false });
});
afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

async function portal(...args: string[]): Promise<{ code: number | null; output: string }> {
  const env = { DATA_DIR: path.join(home, 'data'), SESSION_SECRET: 'x'.repeat(32) };
  const running = runProgram(program, args, env);
  return { code: await running.exited, output: running.output() };
}

describe('catalogue load, then questionnaire publish', () => {
  test('shows what would change and changes nothing', async () => {
    const { code, output } = await portal('catalogue', 'load', '--dry-run');
    expect(code).toBe(0);
    expect(output).toContain('+ interface SF1500 (added)\n');
    expect(output).toContain('+ municipality 0101 (added)\n');
    expect((await portal('catalogue', 'load', '--dry-run')).output).toBe(output);
    expect((await portal('questionnaire', 'check', '--cost')).output).toMatch(
      /^No problems\.\nfaelleskommunal-infrastruktur 1\.0: .*\nfaelleskommunal-infrastruktur 1\.1: .*\n$/,
    );
    expect((await portal('questionnaire', 'publish', '--dry-run')).output).toBe(
      '+ questionnaire faelleskommunal-infrastruktur 1.0 (published)\n+ questionnaire faelleskommunal-infrastruktur 1.1 (published)\n',
    );
  });

  test('applies it once', async () => {
    expect((await portal('catalogue', 'load')).output).toMatch(
      /\+ interface SF1500 \(added\)\n(?:.*\n)*\d+ changes were applied\.\n$/,
    );
    expect(await portal('catalogue', 'load')).toEqual({ code: 0, output: 'Everything was loaded already.\n' });
    expect(JSON.parse((await portal('questionnaire', 'publish', '--json')).output)).toEqual({
      versions: [
        { id: 'faelleskommunal-infrastruktur 1.0', cost: null },
        { id: 'faelleskommunal-infrastruktur 1.1', cost: null },
      ],
      applied: true,
    });
    expect((await portal('questionnaire', 'publish')).output).toBe('Everything was published already.\n');
    expect((await portal('catalogue', 'load', '--dry-run')).output).toBe('Nothing changes.\n');
  });
});

describe('questionnaire check', () => {
  test('all of it', async () => {
    expect(await portal('questionnaire', 'check')).toEqual({ code: 0, output: 'No problems.\n' });
  });

  test('one version, by its folder or a file in it: file, line and reason, exit code 1', async () => {
    const folder = path.join(home, 'draft');
    cpSync(path.join(contentFolder, 'questionnaires', 'faelleskommunal-infrastruktur-1.0'), folder, {
      recursive: true,
    });
    const file = path.join(folder, 'sections', '01-produkt.yaml');
    expect(await portal('questionnaire', 'check', file)).toEqual({ code: 0, output: 'No problems.\n' });
    const text = readFileSync(file, 'utf8').replace('type: text', 'type: words');
    writeFileSync(file, text);
    const line = text.split('\n').findIndex((each) => each.includes('type: words')) + 1;
    const { code, output } = await portal('questionnaire', 'check', folder);
    expect(code).toBe(1);
    expect(output).toMatch(new RegExp(`01-produkt\\.yaml:${line}: questions\\.\\d+\\.type: .*\\n$`));
    const json = await portal('questionnaire', 'check', folder, '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.output)).toMatchObject({ issues: [{ line, message: expect.any(String) }] });
  });

  test('a place without a questionnaire', async () => {
    const { code, output } = await portal('questionnaire', 'check', path.join(home, 'nothing'));
    expect(code).toBe(1);
    expect(output).toMatch(/nothing: there is no questionnaire\.yaml in this folder\.\n$/);
  });
});
