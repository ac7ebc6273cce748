import path from 'node:path';
import { restoreBackup } from '~/app/backup/restore';
import { saveBackup } from '~/app/backup/save';
import { type Cli, type CommonOptions, changes, reads } from './cli';

/** `backup`, `restore`. */
export function registerBackup({ program, withPortal, print, say }: Cli): void {
  reads(program.command('backup'))
    .description('save the database and the evidence into a folder, while the portal runs')
    .requiredOption('--to <folder>', 'a folder that is empty or not there')
    .action(({ to }: CommonOptions & { to: string }) =>
      withPortal(async ({ sql, storage, now }) => {
        const folder = path.resolve(to);
        const { tables, evidence, log } = await saveBackup(sql, storage, { folder, now: now() });
        const rows = tables.reduce((sum, table) => sum + table.rows, 0);
        const result = { folder, rows, files: evidence.length, log };
        print(result, `${rows} rows and ${evidence.length} files are in ${folder}.`);
      }),
    );
  changes(program.command('restore'))
    .description('bring a backup into an empty database and check it; stop the portal first')
    .requiredOption('--from <folder>', 'what backup made')
    .action(({ from, dryRun = false }: CommonOptions & { from: string }) =>
      withPortal(async ({ sql, db, storage }) => {
        say(dryRun ? 'Trying …' : 'Restoring …');
        const { madeAt, tables, evidence, log } = await restoreBackup({ sql, db, storage }, path.resolve(from), {
          dryRun,
        });
        const rows = tables.reduce((sum, table) => sum + table.rows, 0);
        print(
          { madeAt, rows, files: evidence.length, log },
          dryRun
            ? `The backup of ${madeAt} can be restored: ${rows} rows, ${evidence.length} files.`
            : `The portal is as it was on ${madeAt}: ${rows} rows, ${evidence.length} files, the log is whole.`,
        );
      }),
    );
}
