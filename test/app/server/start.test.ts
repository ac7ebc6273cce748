import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleProgram, runProgram } from '../../program';

let folder: string;
let program: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'snitfladeklar-start-'));
  program = await bundleProgram('app/server/main.ts');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const running = runProgram(program, [], { DATA_DIR: path.join(folder, 'data'), PORT: '0', ...env });
  return { code: await running.exited, output: running.output() };
}

describe('a start that cannot be', () => {
  test('says what is wrong with each setting, one line each, and touches nothing', async () => {
    const { code, output } = await start({ NODE_ENV: 'production', PORT: 'many', DEMO: '1' });
    expect(code).toBe(1);
    expect(output.trimEnd().split('\n')).toEqual([
      'PORT must be a whole number from 0 to 65535.',
      'SESSION_SECRET is required with NODE_ENV=production.',
      'PUBLIC_URL is required with NODE_ENV=production, for example https://portal.example.dk.',
      'DEMO must not be 1 with NODE_ENV=production.',
    ]);
    expect(existsSync(path.join(folder, 'data'))).toBe(false);
  });

  test('says that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { code, output } = await start({ PORT: String(port) });
    other.close();
    expect([code, output]).toEqual([
      1,
      `PORT ${port} on 127.0.0.1 is taken by another program: stop that one, or set PORT to another number.\n`,
    ]);
    expect(existsSync(path.join(folder, 'data'))).toBe(false);
  });

  test('says that the address is not this machine’s', async () => {
    const { code, output } = await start({ HOST: '192.0.2.1' });
    expect([code, output]).toEqual([1, 'HOST 192.0.2.1 is no address of this machine.\n']);
  });

  test('says which database cannot be reached, without its password', async () => {
    const { code, output } = await start({ DATABASE_URL: 'postgres://portal:secret@127.0.0.1:1/portal' });
    expect(code).toBe(1);
    expect(output).toMatch(/^DATABASE_URL: the database cannot be reached \(.*\)\.\n$/);
    expect(output).not.toContain('secret');
  });

  test('says that the data folder cannot be used', async () => {
    const { code, output } = await start({ DATA_DIR: '/dev/null/data' });
    expect(code).toBe(1);
    expect(output).toMatch(/^DATA_DIR: \/dev\/null\/data cannot be used .*\n$/);
  });
});
