import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { journalFileName, journalPackage } from '~/app/review/journal-package.server';
import { findCaseByNumber, findJournal } from '~/db/cases/journal';
import { OperatorProblem } from '~/db/operator-problem';
import { type Cli, type CommonOptions, reads } from './cli';
import { unknown } from './known';

/** `case journal <number>`. */
export function registerCase({ program, withPortal, print }: Cli): void {
  const cases = program.command('case').description('the review of a declaration');
  reads(cases.command('journal'))
    .description('write a case with its documents, files, index and checksums to a zip file')
    .argument('<number>', 'such as 2026-0042')
    .option('--to <file>', 'default: sag-<number>.zip in this folder; a file that is there is not overwritten')
    .action((number: string, { to }: CommonOptions & { to?: string }) =>
      withPortal(async ({ db, storage, now }) => {
        const id = await findCaseByNumber(db, number);
        const journal = id && (await findJournal(db, id));
        if (!journal) return unknown('case', number, `There is no case ${number} that was sent for review.`);
        const file = to ?? journalFileName(journal);
        const content = Readable.fromWeb(journalPackage(journal, storage, now()) as never);
        await pipeline(content, createWriteStream(file, { flags: 'wx', mode: 0o600 })).catch(
          (error: NodeJS.ErrnoException) => {
            if (error.code === 'EEXIST') throw new OperatorProblem(`${file} is there already.`);
            throw error;
          },
        );
        print({ file, case: number }, `Case ${number} is in ${file}.`);
      }),
    );
}
