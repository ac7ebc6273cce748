import { findNewHead, keepLogHead, readLogHeads } from '~/app/server/log-heads';
import { type LogProblem, verifyLog } from '~/db/log';
import { OperatorProblem } from '~/db/operator-problem';
import { type Cli, type CommonOptions, changes, reads } from './cli';

const sentences: Readonly<Record<LogProblem['problem'], string>> = {
  edited: 'has been edited',
  missing: 'is missing',
  'wrong-order': 'does not follow the row before it',
  'head-differs': 'should be the next, but the end of the log says otherwise: rows at the end were removed or added',
  rewritten: 'is not the one whose hash was kept outside the database: the log was written anew',
};

interface VerifyOptions extends CommonOptions {
  heads?: string;
}

/** `log verify`, `log head`. */
export function registerLog(cli: Cli): void {
  const log = cli.program.command('log').description('the append-only log');
  reads(log.command('verify'))
    .description('check the hash chain from the first row to the last; exit code 1 when it is broken')
    .option('--heads <file>', 'ends of the log that were kept outside the database (default: LOG_HEADS_FILE)')
    .action((options: VerifyOptions) => verify(cli, options));
  changes(log.command('head'))
    .description('add the present end of the log to LOG_HEADS_FILE; the worker does so every hour')
    .action(({ dryRun = false }: CommonOptions) =>
      cli.withPortal(async ({ db, config, now }) => {
        const add = dryRun ? findNewHead : keepLogHead;
        const head = await add(db, config.logHeadsFile, now(), 0);
        cli.print({ head }, head ? `Row ${head.number}: ${head.hash}` : 'Nothing happened since the last one.');
      }),
    );
}

function verify({ withPortal, print, fail }: Cli, options: VerifyOptions): Promise<void> {
  return withPortal(async ({ db, config }) => {
    const heads = await readLogHeads(options.heads ?? config.logHeadsFile);
    const { rows, problem } = await verifyLog(db, heads);
    const kept = heads.length === 1 ? '1 end that was kept' : `${heads.length} ends that were kept`;
    if (problem === null) {
      return print({ rows, heads: heads.length, problem }, `The log is whole: ${rows} rows, checked against ${kept}.`);
    }
    if (!options.json) {
      throw new OperatorProblem(`The log is broken: row ${problem.number} ${sentences[problem.problem]}.`);
    }
    print({ rows, heads: heads.length, problem }, '');
    fail();
  });
}
