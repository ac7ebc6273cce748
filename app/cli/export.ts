import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { licences } from '~/app/api/licence';
import { dumpFolder } from '~/app/server/dump';
import { writeDump } from '~/db/published/dump';
import { type Cli, type CommonOptions, changes } from './cli';

/** `export all`. */
export function registerExport(cli: Cli): void {
  const group = cli.program.command('export').description('open data');
  changes(group.command('all'))
    .description('write everything that is public as JSON Lines and CSV; run it every night')
    .option('--to <folder>', 'where to (default: DATA_DIR/dump, from where /api/v1/dump/manifest.json serves it)')
    .action((options: CommonOptions & { to?: string }) =>
      cli.withPortal(async ({ sql, config, now }) => {
        const folder = options.to ? path.resolve(options.to) : dumpFolder(config.dataDir);
        const write = (to: string) => writeDump(sql, to, { now: now(), licence: licences[config.licence] });
        const dump = options.dryRun ? await inPassing(write) : await write(folder);
        const rows = dump.files
          .filter(({ name }) => name.endsWith('.csv.gz'))
          .reduce((sum, file) => sum + file.rows, 0);
        cli.print(
          { folder, ...dump },
          `${dump.files.length} files with ${rows} rows ${options.dryRun ? 'would be' : 'are'} in ${folder}.`,
        );
      }),
    );
}

/** Does it in a folder that is gone afterwards. */
async function inPassing<T>(write: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'snitfladeklar-export-'));
  return write(folder).finally(() => rm(folder, { recursive: true, force: true }));
}
