import { readFile } from 'node:fs/promises';
import type { JSONWebKeySet } from 'jose';
import { proofProblemTexts } from '~/app/i18n/verify-declaration';
import { findLedgerFaults, type LedgerFault } from '~/db/ledger';
import { OperatorProblem } from '~/db/operator-problem';
import { listSigningKeys } from '~/db/published/ledger';
import { type ProvedDeclaration, proveDeclaration } from '~/workflows/declaration-proof';
import { standsAfter } from '~/workflows/ledger';
import { type GrowthProblem, proveGrowth } from '~/workflows/ledger-growth';
import { type Cli, type CommonOptions, reads } from './cli';

interface VerifyOptions extends CommonOptions {
  keys?: string;
}

/** `declaration verify`, `ledger verify`. */
export function registerDeclaration(cli: Cli): void {
  const declaration = cli.program.command('declaration').description('signed declarations');
  reads(declaration.command('verify'))
    .description(
      'check a signed declaration: signature, content and place in the ledger; exit code 1 when it is not genuine',
    )
    .argument('<file>', 'as it was downloaded')
    .option(
      '--keys <file>',
      'trusted public keys as JSON (a JWK set, or what /api/v1/ledger answered); no database is opened then',
    )
    .action((file: string, options: VerifyOptions) => verify(cli, file, options));
  const ledger = cli.program.command('ledger').description('the signed ledger of publications');
  reads(ledger.command('verify'))
    .description(
      'compute the whole tree anew and compare it with every head that was signed; exit code 1 on a difference',
    )
    .action(() => cli.withPortal(({ db }) => verifyLedger(cli, db)));
  reads(ledger.command('consistency'))
    .description(
      'check that the ledger of a head that was kept is the beginning of the present one; exit code 1 when not',
    )
    .argument('<kept>', 'a signed head: what /api/v1/ledger answered once, or a signed declaration')
    .argument('<proof>', 'what /api/v1/ledger/consistency?from=<size of that head> answers now')
    .option('--keys <file>', 'trusted public keys as JSON; no database is opened then')
    .action((kept: string, proof: string, options: VerifyOptions) => compare(cli, [kept, proof], options));
}

async function verify({ withPortal, print, fail }: Cli, file: string, { keys, json }: VerifyOptions): Promise<void> {
  const given = await readJson(file);
  const trusted = await findKeys(withPortal, keys);
  const result = await proveDeclaration(given, trusted);
  if (result.ok) return print(result, sentenceOf(result.proved));
  if (!json) throw new OperatorProblem(proofProblemTexts[result.problem].en);
  print(result, '');
  fail();
}

/** Those of a file, or those of the database. */
async function findKeys(withPortal: Cli['withPortal'], file: string | undefined): Promise<JSONWebKeySet> {
  return file === undefined ? withPortal(({ db }) => listSigningKeys(db)) : readKeys(await readJson(file), file);
}

async function compare(
  { withPortal, print, fail }: Cli,
  [kept, proof]: [string, string],
  { keys, json }: VerifyOptions,
): Promise<void> {
  const given = [await readJson(kept), await readJson(proof)];
  const result = await proveGrowth(given[0], given[1], await findKeys(withPortal, keys));
  if (result.ok) {
    const { earlier, later } = result;
    return print(
      result,
      `Consistent: the ${earlier.size} entries of ${earlier.at} are the first of the ${later.size} of ${later.at}.`,
    );
  }
  if (!json) throw new OperatorProblem(growthProblems[result.problem]);
  print(result, '');
  fail();
}

const growthProblems: Readonly<Record<GrowthProblem, string>> = {
  'unknown-key': 'A head is signed with a key that is not known here.',
  'bad-signature': 'The signature of a head does not fit it: it was changed or signed by somebody else.',
  'cannot-check': 'This Node.js cannot check the signatures (Ed25519).',
  'no-head': 'One of the files holds no signed head, or no proof.',
  'not-grown':
    'The proof does not lead from the head that was kept to the present one: the ledger was rewritten, or the proof is of another head. Ask for the proof from the size of the head that was kept.',
};

function sentenceOf({ product, publication, publishedAt, latest, hash, head }: ProvedDeclaration): string {
  const lines = [
    `Genuine: publication ${publication} of ${product}, published ${publishedAt}.`,
    `SHA-256 ${hash}`,
    `As of ${head.at}, ${standsAfter(latest.event) ? 'in force' : `not in force: ${latest.event} ${latest.at}`}.`,
  ];
  return lines.join('\n');
}

async function verifyLedger({ print, fail }: Cli, db: Parameters<typeof findLedgerFaults>[0]): Promise<void> {
  const { entries, faults } = await findLedgerFaults(db);
  print({ entries, faults }, [...faults.map(describe), `${entries} entries, ${faults.length} faults.`].join('\n'));
  if (faults.length > 0) fail();
}

function describe(fault: LedgerFault): string {
  return 'head' in fault ? `The head of ${fault.head} is of another tree.` : `Entry ${fault.index}: ${fault.because}.`;
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new OperatorProblem(`${file} cannot be read as JSON (${(error as Error).message}).`);
  }
}

function readKeys(value: unknown, file: string): JSONWebKeySet {
  const set = isObject(value) && isObject(value.data) ? value.data : value;
  if (isObject(set) && Array.isArray(set.keys)) return set as unknown as JSONWebKeySet;
  throw new OperatorProblem(`${file} holds no set of keys.`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
