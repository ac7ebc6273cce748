import { verifyLog } from '~/db/log';
import { OperatorProblem } from '~/db/operator-problem';
import { type Cli, type CommonOptions, reads } from './cli';

const sentences = {
  edited: 'has been edited',
  missing: 'is missing',
  'wrong-order': 'does not follow the row before it',
  'head-differs': 'should be the next, but the end of the log says otherwise: rows at the end were removed or added',
};

/** `log verify`. */
export function registerLog({ program, withPortal, print }: Cli): void {
  const log = program.command('log').description('the append-only log');
  reads(log.command('verify'))
    .description('check the hash chain from the first row to the last; exit code 1 when it is broken')
    .action((options: CommonOptions) =>
      withPortal(async ({ db }) => {
        const { rows, problem } = await verifyLog(db);
        if (problem === null) return print({ rows, problem }, `The log is whole: ${rows} rows.`);
        if (!options.json)
          throw new OperatorProblem(`The log is broken: row ${problem.number} ${sentences[problem.problem]}.`);
        print({ rows, problem }, '');
        process.exitCode = 1;
      }),
    );
}
