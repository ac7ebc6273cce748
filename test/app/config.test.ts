import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ParsedConfig, parseConfig, settings } from '~/app/config.server';

type Environment = Parameters<typeof parseConfig>[0];

function parsed(env: Environment): ParsedConfig {
  const result = parseConfig(env, '/srv');
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.config;
}

function problemsOf(env: Environment): string[] {
  const result = parseConfig(env, '/srv');
  return result.ok ? [] : result.problems.map(({ variable }) => variable);
}

const production = {
  NODE_ENV: 'production',
  SESSION_SECRET: 'x'.repeat(32),
  PUBLIC_URL: 'https://portal.example.dk',
};

describe('defaults', () => {
  test('are those of the contract', () => {
    expect(parsed({})).toEqual({
      mode: 'embedded',
      production: false,
      licence: 'CC-BY-4.0',
      port: 3000,
      host: '127.0.0.1',
      dataDir: path.resolve('/srv/data'),
      databaseUrl: null,
      replicaUrl: null,
      databasePool: 10,
      keptPages: 96,
      publicUrl: 'http://localhost:3000',
      sessionSecret: null,
      demo: true,
      trustProxy: false,
      logLevel: 'warn',
      worker: true,
      appealGuidance: null,
      decisionGraceMinutes: 0,
      apiRateLimit: 300,
      formRateLimit: 600,
      wellKnownAllowLocal: false,
      smtpUrl: null,
      mailFrom: null,
      oidc: null,
      logHeadsFile: path.resolve('/srv/data/log-heads.jsonl'),
      signingKeyFile: null,
      s3: null,
    });
  });

  test('offer no demo with a server’s database unless asked', () => {
    const DATABASE_URL = 'postgres://portal@db.example/portal';
    expect(parsed({ DATABASE_URL })).toMatchObject({ mode: 'server', demo: false, databaseUrl: DATABASE_URL });
    expect(parsed({ DATABASE_URL, DEMO: '1' }).demo).toBe(true);
  });

  test('an empty value counts as unset', () => {
    expect(parsed({ PORT: '', DATABASE_URL: ' ', DEMO: '' })).toMatchObject({
      port: 3000,
      mode: 'embedded',
      demo: true,
    });
  });

  test('the public address follows the port', () => {
    expect(parsed({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
    expect(parsed({ PUBLIC_URL: 'https://portal.example.dk/' }).publicUrl).toBe('https://portal.example.dk');
  });
});

describe('production', () => {
  test('needs a secret and an address', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toEqual(['SESSION_SECRET', 'PUBLIC_URL']);
    expect(problemsOf({ ...production, SESSION_SECRET: 'short' })).toEqual(['SESSION_SECRET']);
    expect(problemsOf(production)).toEqual([]);
  });

  test('signs in over https only', () => {
    const oidc = { OIDC_CLIENT_ID: 'portal', OIDC_CLIENT_SECRET: 'secret' };
    expect(problemsOf({ ...production, ...oidc, OIDC_ISSUER: 'http://login.example' })).toEqual(['OIDC_ISSUER']);
    expect(parsed({ ...production, ...oidc, OIDC_ISSUER: 'https://login.example' }).oidc).toMatchObject({
      issuer: 'https://login.example',
      scope: 'openid email',
      assurance: [],
    });
  });

  test('never has demo people', () => {
    expect(parsed(production).demo).toBe(false);
    expect(problemsOf({ ...production, DEMO: '1' })).toEqual(['DEMO']);
  });
});

test.each<[string, Environment]>([
  ['PORT', { PORT: '80a' }],
  ['PORT', { PORT: '65536' }],
  ['PORT', { PORT: '-1' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://db.example' }],
  ['DATABASE_URL', { DATABASE_URL: 'db.example' }],
  ['DATABASE_REPLICA_URL', { DATABASE_REPLICA_URL: 'http://db.example' }],
  ['DATABASE_POOL', { DATABASE_POOL: '0' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'portal.example.dk' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'https://portal.example.dk/sti' }],
  ['DEMO', { DEMO: 'yes' }],
  ['NODE_ENV', { NODE_ENV: 'prod' }],
  ['TRUST_PROXY', { TRUST_PROXY: 'true' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ['SMTP_URL', { SMTP_URL: 'http://mail.example', MAIL_FROM: 'a@example.dk' }],
  ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example' }],
  ['WORKER', { WORKER: 'no' }],
  ['OIDC_CLIENT_ID', { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_SECRET: 's' }],
  [
    'OIDC_SCOPE',
    { OIDC_ISSUER: 'https://a.example', OIDC_CLIENT_ID: 'i', OIDC_CLIENT_SECRET: 's', OIDC_SCOPE: 'email' },
  ],
  [
    'S3_BUCKET',
    { S3_ENDPOINT: 'https://s3.example', S3_REGION: 'r', S3_ACCESS_KEY_ID: 'i', S3_SECRET_ACCESS_KEY: 's' },
  ],
])('%s is named when it is wrong: %j', (variable, env) => {
  expect(problemsOf(env)).toEqual([variable]);
});

test('all problems are told at once, each as a sentence', () => {
  const result = parseConfig({ PORT: 'x', DEMO: 'x', LOG_LEVEL: 'x' });
  expect(result.ok).toBe(false);
  if (result.ok) return;
  expect(result.problems).toHaveLength(3);
  for (const { sentence } of result.problems) expect(sentence).toMatch(/^(?:must|is) .*\.$/);
});

test('every setting that is read is in the reference', () => {
  const read = new Set<string>();
  const env = new Proxy<Record<string, string | undefined>>(
    {},
    {
      get(_target, name) {
        read.add(String(name));
        return name === 'S3_ENDPOINT' || name === 'OIDC_ISSUER' ? 'https://s.example' : undefined;
      },
    },
  );
  parseConfig(env);
  expect([...read].sort()).toEqual(settings.map(({ name }) => name).sort());
});
