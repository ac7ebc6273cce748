import { Command, CommanderError } from 'commander';
import { type OpenPortal, openPortal, readConfig } from '~/app/server/open-portal';
import { OperatorProblem } from '~/db/operator-problem';
import type { Cli } from './cli';
import { describeError } from './errors';
import { cliModules } from './modules';

/** Where a command's words go and what it works on; a test gives its own. */
export interface Surroundings {
  out(text: string): void;
  err(text: string): void;
  open<T>(work: (portal: OpenPortal) => Promise<T>, say: (text: string) => void): Promise<T>;
}

const ownProcess: Surroundings = {
  out: (text) => {
    process.stdout.write(text);
  },
  err: (text) => {
    process.stderr.write(text);
  },
  open: openFromEnvironment,
};

/**
 * The operator's commands: `<noun> <verb> [--json] [--dry-run]`.
 * @param args without the program's own name
 * @returns the exit code: 0, or 1 with a sentence on the error output; with --json there one object (app/cli/errors.ts)
 */
export async function runCli(args: readonly string[], { out, err, open }: Surroundings = ownProcess): Promise<number> {
  const isJson = args.includes('--json');
  // What the reader of the command line tells of an error: with --json it becomes the object's text.
  let said = '';
  let code = 0;
  const say = (text: string) => {
    if (!isJson) err(`${text}\n`);
  };
  const program = createProgram({
    withPortal: (work) => open(work, say),
    print: (result, sentence) => out(`${isJson ? JSON.stringify(result, null, 2) : sentence}\n`),
    say,
    fail: () => {
      code = 1;
    },
    writeOut: out,
    writeErr: (text) => {
      said += text;
      if (!isJson) err(text);
    },
  });
  try {
    await program.parseAsync(args.length === 0 ? ['help'] : args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    if (isJson) err(`${JSON.stringify(describeError(error, said))}\n`);
    // Commander has printed its own sentence.
    else if (!(error instanceof CommanderError)) err(`${sentenceOf(error)}\n`);
    return 1;
  }
}

type ProgramParts = Omit<Cli, 'program'> & { writeOut(text: string): void; writeErr(text: string): void };

/** The whole tree of commands. */
export function createProgram({ writeOut, writeErr, ...parts }: ProgramParts): Command {
  // Before the first command is added: each takes over what its parent is set to.
  const program = new Command('npm run portal --')
    .description('The operator’s commands. Settings: docs/generated/settings.md.')
    .exitOverride()
    .configureOutput({ writeOut, writeErr });
  for (const register of cliModules) register({ program, ...parts });
  return program;
}

function sentenceOf(error: unknown): string {
  return error instanceof OperatorProblem ? error.message : String((error as Error).stack);
}

async function openFromEnvironment<T>(
  work: (portal: OpenPortal) => Promise<T>,
  say: (text: string) => void,
): Promise<T> {
  const closers: (() => Promise<void>)[] = [];
  try {
    const portal = await openPortal(readConfig(process.env), {
      applicationName: 'cli',
      say,
      onOpened: (close) => closers.push(close),
      fill: false,
    });
    return await work(portal);
  } finally {
    for (const close of closers.reverse()) await close();
  }
}
