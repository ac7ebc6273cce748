import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ParsedConfig } from '~/app/config.server';
import { OperatorProblem } from '~/db/operator-problem';

/**
 * SESSION_SECRET, or (not in production) one that is made at the first start and kept in DATA_DIR, so that people stay
 * signed in when the portal starts again.
 * @throws OperatorProblem when DATA_DIR cannot be used
 */
export function findSessionSecret({ sessionSecret, dataDir }: ParsedConfig): string {
  if (sessionSecret !== null) return sessionSecret;
  const file = path.join(dataDir, 'session-secret');
  try {
    mkdirSync(dataDir, { recursive: true });
    // Whoever is first writes; a second process that starts at the same time reads what it wrote.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new OperatorProblem(`DATA_DIR: ${dataDir} cannot be used (${(error as Error).message}).`);
    }
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32) throw new OperatorProblem(`DATA_DIR: ${file} is damaged; remove it to have a new one made.`);
  return secret;
}
