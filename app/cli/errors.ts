import { CommanderError } from 'commander';
import { OperatorProblem } from '~/db/operator-problem';

/** What stands alone on the error output of a command with --json that was refused; docs/operators.md describes it. */
export interface CliError {
  error: {
    /** A refusal's code, `unknown-…` for what is not there, `usage` for a command that cannot be read, `failure`. */
    code: string;
    text: string;
    /** What the text was filled with. */
    params?: Readonly<Record<string, string | number>>;
  };
}

/** @param said what the reader of the command line has told of it, if it was that */
export function describeError(error: unknown, said: string): CliError {
  if (error instanceof CommanderError) return { error: { code: 'usage', text: usageText(error, said) } };
  if (!(error instanceof OperatorProblem)) {
    return { error: { code: 'failure', text: error instanceof Error ? error.message : String(error) } };
  }
  const { code, message: text, params } = error;
  return { error: { code, text, ...(params ? { params } : {}) } };
}

/** A noun without its verb is answered with its whole help, or, as only verbs have --json, with that it has no such option. */
function usageText(error: CommanderError, said: string): string {
  if (error.code === 'commander.help' || said.includes("unknown option '--json'"))
    return 'The command is not whole: `help` lists them all.';
  return said.trim().replace(/^error: /, '');
}
