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
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return makeSecret(file) ?? readSecret(file);
  } catch (error) {
    if (error instanceof OperatorProblem) throw error;
    throw new OperatorProblem(`DATA_DIR: ${dataDir} cannot be used (${(error as Error).message}).`);
  }
}

/** @returns null when there is one; of two processes that start at once the second reads what the first has made */
function makeSecret(file: string): string | null {
  const secret = randomBytes(32).toString('base64url');
  try {
    writeFileSync(file, secret, { mode: 0o600, flag: 'wx' });
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw error;
  }
}

function readSecret(file: string): string {
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length >= 32) return secret;
  throw new OperatorProblem(`DATA_DIR: ${file} is damaged; remove it to have a new one made.`);
}
