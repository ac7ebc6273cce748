import { Command, CommanderError } from 'commander';
import { type OpenPortal, openPortal, readConfig } from '~/app/server/open-portal';
import { OperatorProblem } from '~/db/operator-problem';
import type { Cli } from './cli';
import { cliModules } from './modules';

/**
 * The operator's commands: `<noun> <verb> [--json] [--dry-run]`.
 * @param args without the program's own name
 * @returns the exit code: 0, or 1 with a sentence on the error output
 */
export async function runCli(args: readonly string[]): Promise<number> {
  const program = new Command('npm run portal --')
    .description('The operator’s commands. Settings: docs/generated/settings.md.')
    .exitOverride();
  const cli: Cli = {
    program,
    withPortal,
    print: (result, sentence) => {
      const text = args.includes('--json') ? JSON.stringify(result, null, 2) : sentence;
      process.stdout.write(`${text}\n`);
    },
    say: (text) => {
      process.stderr.write(`${text}\n`);
    },
  };
  for (const register of cliModules) register(cli);
  try {
    await program.parseAsync(args.length === 0 ? ['help'] : args, { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    // Commander has printed its own sentence.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
    process.stderr.write(`${error instanceof OperatorProblem ? error.message : (error as Error).stack}\n`);
    return 1;
  }
}

async function withPortal<T>(work: (portal: OpenPortal) => Promise<T>): Promise<T> {
  const closers: (() => Promise<void>)[] = [];
  try {
    const portal = await openPortal(readConfig(process.env), {
      applicationName: 'cli',
      say: (text) => process.stderr.write(`${text}\n`),
      onOpened: (close) => closers.push(close),
      fill: false,
    });
    return await work(portal);
  } finally {
    for (const close of closers.reverse()) await close();
  }
}
