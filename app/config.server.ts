import path from 'node:path';
import { type LicenceName, licenceNames } from '~/app/api/licence';

/** Everything the environment decides, read once when a process starts. */
export interface Config {
  mode: 'embedded' | 'server';
  production: boolean;
  /** 0 asks the system for a free port. */
  port: number;
  host: string;
  /** Absolute path. */
  dataDir: string;
  databaseUrl: string | null;
  replicaUrl: string | null;
  /** Most database connections of one process. */
  databasePool: number;
  /** Megabytes of public pages that one process keeps rendered. */
  keptPages: number;
  /** An origin without a path or slash at the end, such as https://portal.example.dk. */
  publicUrl: string;
  sessionSecret: string;
  demo: boolean;
  /** On which terms everything public may be used. */
  licence: LicenceName;
  trustProxy: boolean;
  logLevel: LogLevel;
  /** Whether the web process fires clocks and sends mail as well. */
  worker: boolean;
  /** How long a confirmed decision waits before it is made and sent, in minutes; it can be undone that long. */
  decisionGraceMinutes: number;
  /** How to appeal, in the operator's own words; null: the portal's. */
  appealGuidance: string | null;
  /** Requests a minute that one token of the supplier API is good for. */
  apiRateLimit: number;
  /** Forms a minute that one address can send where nobody is signed in. */
  formRateLimit: number;
  /** Files of suppliers' own sites may be pulled with http, from any port, and from this machine and its network. */
  wellKnownAllowLocal: boolean;
  oidc: OidcSettings | null;
  smtpUrl: string | null;
  mailFrom: string | null;
  /** Absolute path of the file to which the ends of the log are added. */
  logHeadsFile: string;
  /** Absolute path of the private key that signs publications. */
  signingKeyFile: string | null;
  s3: { endpoint: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string } | null;
}

/** The one OpenID provider of an installation; a broker where people come from several. */
export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the button calls it; null: its host. */
  name: string | null;
  scope: string;
  /** Values of the claim `acr` of which a sign-in must have one; empty: any will do. */
  assurance: readonly string[];
}

/** A secret that is not set is made by the process that starts (see app/server/session-secret.ts). */
export type ParsedConfig = Omit<Config, 'sessionSecret'> & { sessionSecret: string | null };

export interface ConfigProblem {
  variable: string;
  /** One sentence for the operator, without the variable's name. */
  sentence: string;
}

export type ParseResult = { ok: true; config: ParsedConfig } | { ok: false; problems: ConfigProblem[] };

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The settings, in the order of docs/generated/settings.md, which is made from this list. */
export const settings = [
  { name: 'PORT', default: '3000', meaning: 'The port on which the web process listens; 0 takes a free one.' },
  { name: 'HOST', default: '127.0.0.1', meaning: 'The address on which the web process listens.' },
  {
    name: 'DATA_DIR',
    default: './data',
    meaning: 'The folder of the embedded PostgreSQL, of evidence files and of the generated session secret.',
  },
  {
    name: 'DATABASE_URL',
    default: 'unset: the embedded PostgreSQL',
    meaning: 'A PostgreSQL server, version 15 or newer: `postgres://user:password@host:port/database`.',
  },
  { name: 'DATABASE_REPLICA_URL', default: 'unset', meaning: 'A read replica for the public pages.' },
  { name: 'DATABASE_POOL', default: '10', meaning: 'The most database connections one process opens (1 to 200).' },
  {
    name: 'KEPT_PAGES_MB',
    default: '96',
    meaning: 'Megabytes of rendered public pages that one process keeps until something is published; 0 keeps none.',
  },
  {
    name: 'PUBLIC_URL',
    default: '`http://localhost:$PORT`',
    meaning:
      'The address people use, without a path: in links, mails and feeds, and the only origin that may send forms in production. Required with `NODE_ENV=production`.',
  },
  {
    name: 'SESSION_SECRET',
    default: 'generated and kept in DATA_DIR',
    meaning: 'Signs session cookies; at least 32 characters. Required with `NODE_ENV=production`.',
  },
  {
    name: 'DEMO',
    default: '`1` with the embedded PostgreSQL, else `0`',
    meaning: 'Demo people, demo data and sign-in by one click. Impossible with `NODE_ENV=production`.',
  },
  {
    name: 'LICENCE',
    default: 'CC-BY-4.0',
    meaning:
      'On which terms everything public may be used, as every answer, the feeds, the dump and the data catalogue say it: `CC-BY-4.0` or `CC0-1.0`.',
  },
  {
    name: 'NODE_ENV',
    default: 'unset',
    meaning: '`production` turns the rules for production on. Others: `development`, `test`.',
  },
  {
    name: 'TRUST_PROXY',
    default: '0',
    meaning: '`1` believes the X-Forwarded headers and X-Request-Id of a proxy in front; else they are removed.',
  },
  {
    name: 'LOG_LEVEL',
    default: '`info` in production, else `warn`',
    meaning: `The least important log lines to write: ${logLevels.join(', ')}.`,
  },
  {
    name: 'WORKER',
    default: '1',
    meaning:
      '`0`: the web process leaves clocks and mail to `npm run portal -- worker`, which must then run beside it. Any number of processes may do this work.',
  },
  {
    name: 'DECISION_GRACE_MINUTES',
    default: '5; 0 with DEMO=1',
    meaning:
      'How many minutes a confirmed decision can be undone before it is made, published and its letter is sent (0 to 1440).',
  },
  {
    name: 'APPEAL_GUIDANCE',
    default: 'unset: the portal’s own words',
    meaning:
      'How to appeal, in Danish, as every letter of a decision that is less than full approval says it. `\\n\\n` begins a new paragraph. Letters that have left keep their words.',
  },
  {
    name: 'API_RATE_LIMIT',
    default: '300',
    meaning:
      'How many requests a minute one token of the supplier API is good for, and how many one address can make with tokens that are not good (1 to 100000). More are answered with 429.',
  },
  {
    name: 'FORM_RATE_LIMIT',
    default: '30; 600 with DEMO=1',
    meaning:
      'How many forms a minute one address can send where nobody has to be signed in: sign-in, invitations, access, disputes (1 to 100000). More are answered with 429. Behind a proxy, set TRUST_PROXY=1: else all have the proxy’s address.',
  },
  {
    name: 'WELL_KNOWN_ALLOW_LOCAL',
    default: '0',
    meaning:
      '`1` pulls files of suppliers’ own sites also with http, from any port, and from this machine and its network. For tests and demonstrations; impossible with `NODE_ENV=production`.',
  },
  {
    name: 'OIDC_ISSUER',
    default: 'unset',
    meaning:
      'The OpenID provider (or broker) by which people sign in, as its `/.well-known/openid-configuration` names itself. Register `PUBLIC_URL/sign-in/oidc/callback` there, and `PUBLIC_URL/sign-in` for coming back from signing out.',
  },
  { name: 'OIDC_CLIENT_ID', default: 'unset', meaning: 'The portal’s name there. Required with OIDC_ISSUER.' },
  { name: 'OIDC_CLIENT_SECRET', default: 'unset', meaning: 'Its secret there. Required with OIDC_ISSUER.' },
  {
    name: 'OIDC_NAME',
    default: 'the host of OIDC_ISSUER',
    meaning: 'What people know it by, on the button: for example `MitID Erhverv`.',
  },
  { name: 'OIDC_SCOPE', default: '`openid email`', meaning: 'The scopes that are asked for, with spaces between.' },
  {
    name: 'OIDC_ACR',
    default: 'unset: any',
    meaning:
      'Assurance levels, with spaces between, that are asked for (`acr_values`); a sign-in whose `acr` is none of them is refused. For example `https://data.gov.dk/concept/core/nsis/Substantial https://data.gov.dk/concept/core/nsis/High`.',
  },
  {
    name: 'SMTP_URL',
    default: 'unset: mail is shown on an inbox page',
    meaning: 'The mail server: `smtp://user:password@host:587`, or `smtps://…` where TLS comes first.',
  },
  {
    name: 'LOG_HEADS_FILE',
    default: 'log-heads.jsonl in DATA_DIR',
    meaning:
      'The file to which the end of the log is added every hour, for `log verify`. Best on a medium that the database server cannot write to.',
  },
  {
    name: 'SIGNING_KEY_FILE',
    default: 'signing-key.pem in DATA_DIR, made at the first start; unset in production',
    meaning:
      'The private Ed25519 key (PEM) with which the worker signs publications: `openssl genpkey -algorithm ed25519`. Only the process with the worker needs it. Keep a copy where backups do not go. Without it nothing is signed in production.',
  },
  { name: 'MAIL_FROM', default: 'unset', meaning: 'The sender of mails. Required with SMTP_URL.' },
  { name: 'S3_ENDPOINT', default: 'unset: a folder in DATA_DIR', meaning: 'An S3 store for evidence files.' },
  { name: 'S3_BUCKET', default: 'unset', meaning: 'Its bucket. Required with S3_ENDPOINT, as the three below.' },
  { name: 'S3_REGION', default: 'unset', meaning: 'Its region.' },
  { name: 'S3_ACCESS_KEY_ID', default: 'unset', meaning: 'The key to it.' },
  { name: 'S3_SECRET_ACCESS_KEY', default: 'unset', meaning: 'The secret of the key.' },
] as const;

export type SettingName = (typeof settings)[number]['name'];
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings. Pure: problems are returned, all at once, and nothing is created.
 * @param env for example process.env; an empty value counts as unset
 * @param folder what a relative DATA_DIR is relative to
 */
export function parseConfig(env: Environment, folder: string = process.cwd()): ParseResult {
  const problems: ConfigProblem[] = [];
  const read = reader(env, problems);

  const production = read.choice('NODE_ENV', ['production', 'development', 'test'], 'development') === 'production';
  const databaseUrl = read.url('DATABASE_URL', ['postgres:', 'postgresql:']);
  const mode = databaseUrl === null ? 'embedded' : 'server';
  const port = read.integer('PORT', 0, 65_535, 3000);
  const sessionSecret = read.text('SESSION_SECRET');
  const publicUrl = readPublicUrl(read);

  if (production && sessionSecret === null) read.problem('SESSION_SECRET', 'is required with NODE_ENV=production.');
  if (production && sessionSecret !== null && sessionSecret.length < 32) {
    read.problem('SESSION_SECRET', 'must have at least 32 characters with NODE_ENV=production.');
  }
  if (production && read.text('PUBLIC_URL') === null) {
    read.problem('PUBLIC_URL', 'is required with NODE_ENV=production, for example https://portal.example.dk.');
  }
  const demo = read.flag('DEMO', mode === 'embedded' && !production);
  if (production && demo) read.problem('DEMO', 'must not be 1 with NODE_ENV=production.');
  const wellKnownAllowLocal = read.flag('WELL_KNOWN_ALLOW_LOCAL', false);
  if (production && wellKnownAllowLocal) {
    read.problem('WELL_KNOWN_ALLOW_LOCAL', 'must not be 1 with NODE_ENV=production.');
  }
  const smtpUrl = read.url('SMTP_URL', ['smtp:', 'smtps:']);
  const mailFrom = read.text('MAIL_FROM');
  const s3 = readS3(read);
  const oidc = readOidc(read, production);
  if (smtpUrl !== null && mailFrom === null) read.problem('MAIL_FROM', 'is required when SMTP_URL is set.');
  const dataDir = path.resolve(folder, read.text('DATA_DIR') ?? 'data');

  const config: ParsedConfig = {
    mode,
    production,
    port,
    host: read.text('HOST') ?? '127.0.0.1',
    dataDir,
    logHeadsFile: path.resolve(folder, read.text('LOG_HEADS_FILE') ?? path.join(dataDir, 'log-heads.jsonl')),
    signingKeyFile: resolved(folder, read.text('SIGNING_KEY_FILE')),
    databaseUrl,
    replicaUrl: read.url('DATABASE_REPLICA_URL', ['postgres:', 'postgresql:']),
    databasePool: read.integer('DATABASE_POOL', 1, 200, 10),
    keptPages: read.integer('KEPT_PAGES_MB', 0, 16_384, 96),
    publicUrl: publicUrl ?? defaultPublicUrl(port),
    sessionSecret,
    demo,
    licence: read.choice('LICENCE', licenceNames, 'CC-BY-4.0'),
    trustProxy: read.flag('TRUST_PROXY', false),
    logLevel: read.choice('LOG_LEVEL', logLevels, production ? 'info' : 'warn'),
    worker: read.flag('WORKER', true),
    appealGuidance: read.text('APPEAL_GUIDANCE')?.replaceAll('\\n', '\n') ?? null,
    decisionGraceMinutes: read.integer('DECISION_GRACE_MINUTES', 0, 1440, demo ? 0 : 5),
    apiRateLimit: read.integer('API_RATE_LIMIT', 1, 100_000, 300),
    formRateLimit: read.integer('FORM_RATE_LIMIT', 1, 100_000, demo ? 600 : 30),
    wellKnownAllowLocal,
    oidc,
    smtpUrl,
    mailFrom,
    s3,
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config };
}

function resolved(folder: string, file: string | null): string | null {
  return file === null ? null : path.resolve(folder, file);
}

/** Where the portal is found when PUBLIC_URL is not set. */
export function defaultPublicUrl(port: number): string {
  return `http://localhost:${port}`;
}

type Reader = ReturnType<typeof reader>;

function reader(env: Environment, problems: ConfigProblem[]) {
  const problem = (variable: SettingName, sentence: string): void => {
    problems.push({ variable, sentence });
  };
  const text = (name: SettingName): string | null => env[name]?.trim() || null;
  return {
    problem,
    text,
    integer(name: SettingName, least: number, most: number, otherwise: number): number {
      const value = text(name);
      if (value === null) return otherwise;
      const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
      if (number >= least && number <= most) return number;
      problem(name, `must be a whole number from ${least} to ${most}.`);
      return otherwise;
    },
    flag(name: SettingName, otherwise: boolean): boolean {
      const value = text(name);
      if (value === null) return otherwise;
      if (value !== '0' && value !== '1') problem(name, 'must be 0 or 1.');
      return value === '1';
    },
    choice<T extends string>(name: SettingName, choices: readonly T[], otherwise: T): T {
      const value = text(name);
      if (value === null) return otherwise;
      const found = choices.find((choice) => choice === value);
      if (!found) problem(name, `must be one of ${choices.join(', ')}.`);
      return found ?? otherwise;
    },
    url(name: SettingName, protocols: readonly string[]): string | null {
      const value = text(name);
      if (value === null) return null;
      if (protocols.includes(protocolOf(value))) return value;
      problem(
        name,
        `must be an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}.`,
      );
      return null;
    },
  };
}

function protocolOf(address: string): string {
  return URL.canParse(address) ? new URL(address).protocol : '';
}

function readPublicUrl(read: Reader): string | null {
  const address = read.url('PUBLIC_URL', ['https:', 'http:']);
  if (address === null) return null;
  const { origin, pathname, search, hash, username } = new URL(address);
  if (pathname !== '/' || search || hash || username) {
    read.problem(
      'PUBLIC_URL',
      'must be only a scheme, a host and perhaps a port, for example https://portal.example.dk.',
    );
  }
  return origin;
}

function readOidc(read: Reader, production: boolean): OidcSettings | null {
  const issuer = read.url('OIDC_ISSUER', production ? ['https:'] : ['https:', 'http:']);
  if (issuer === null) return null;
  const words = (name: SettingName): string[] => read.text(name)?.split(/\s+/) ?? [];
  const scopes = words('OIDC_SCOPE');
  if (scopes.length > 0 && !scopes.includes('openid')) read.problem('OIDC_SCOPE', 'must have the scope openid.');
  return {
    issuer,
    clientId: needed(read, 'OIDC_CLIENT_ID', 'OIDC_ISSUER'),
    clientSecret: needed(read, 'OIDC_CLIENT_SECRET', 'OIDC_ISSUER'),
    name: read.text('OIDC_NAME'),
    scope: scopes.length > 0 ? scopes.join(' ') : 'openid email',
    assurance: words('OIDC_ACR'),
  };
}

function needed(read: Reader, name: SettingName, when: SettingName): string {
  const value = read.text(name);
  if (value === null) read.problem(name, `is required when ${when} is set.`);
  return value ?? '';
}

function readS3(read: Reader): Config['s3'] {
  const endpoint = read.url('S3_ENDPOINT', ['https:', 'http:']);
  if (endpoint === null) return null;
  const need = (name: SettingName): string => needed(read, name, 'S3_ENDPOINT');
  return {
    endpoint,
    bucket: need('S3_BUCKET'),
    region: need('S3_REGION'),
    accessKeyId: need('S3_ACCESS_KEY_ID'),
    secretAccessKey: need('S3_SECRET_ACCESS_KEY'),
  };
}
