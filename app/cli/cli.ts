import type { Command } from 'commander';
import { refusalSentence } from '~/app/i18n/refusals';
import type { OpenPortal } from '~/app/server/open-portal';
import type { Database } from '~/db/client';
import { OperatorProblem } from '~/db/operator-problem';
import type { Result } from '~/workflows/refusal';

/** What a command's module is given; it adds its commands to `program` (see app/cli/user.ts). */
export interface Cli {
  program: Command;
  /** Opens the database and the evidence, migrated but otherwise as they are, and closes them when the work is done. */
  withPortal<T>(work: (portal: OpenPortal) => Promise<T>): Promise<T>;
  /** Prints the one result of a command: as JSON with --json, else the sentence. */
  print(result: unknown, sentence: string): void;
  /** Tells on the error output what takes its time; nothing with --json. */
  say(text: string): void;
  /** The command has told what it found, and that is a fault: exit code 1. */
  fail(): void;
}

export type CliModule = (cli: Cli) => void;

/** Every command has --json; those that change something have --dry-run as well. */
export interface CommonOptions {
  json?: boolean;
  dryRun?: boolean;
}

/** Adds --json. */
export function reads(command: Command): Command {
  return command.option('--json', 'print the result as JSON');
}

/** Adds --json and --dry-run. */
export function changes(command: Command): Command {
  return reads(command).option('--dry-run', 'do everything but keep nothing; print what would change');
}

/**
 * Does a change; with dryRun everything is done and then taken back, so that the answer is the real one.
 * @param work is given the database that it must use
 * @throws OperatorProblem with the refusal's code and sentence
 */
export async function carryOut<T>(
  db: Database,
  { dryRun = false }: CommonOptions,
  work: (db: Database) => Promise<Result<T>>,
): Promise<T> {
  if (!dryRun) return orThrow(await work(db));
  try {
    return await db.transaction(async (tx) => {
      throw new TakenBack(orThrow(await work(tx)));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.value as T;
    throw error;
  }
}

/** Rolls a transaction back and carries what it came to. */
class TakenBack extends Error {
  constructor(readonly value: unknown) {
    super('taken back');
  }
}

function orThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { code, params } = result.refusal;
  throw new OperatorProblem(refusalSentence(result.refusal, 'en'), code, params);
}
