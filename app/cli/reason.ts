import type { Command } from 'commander';
import {
  addCannedReason,
  type CannedReason,
  changeCannedReason,
  listCannedReasons,
  reasonedKinds,
} from '~/db/canned-reasons';
import type { Db } from '~/db/client';
import { actingAs } from './actor';
import { type Cli, type CommonOptions, carryOut, changes, reads } from './cli';
import { unknown } from './known';

type By<T = object> = CommonOptions & { by: string } & T;

/** `reason list|add|change|end`: reasons that reviewers can pick. */
export function registerReason(cli: Cli): void {
  const reason = cli.program.command('reason').description('reasons that reviewers can pick');
  reads(reason.command('list'))
    .description('by verdict')
    .option('--all', 'also those that ended')
    .action(({ all = false }: CommonOptions & { all?: boolean }) =>
      cli.withPortal(async ({ db }) => {
        const found = await listCannedReasons(db, { all });
        cli.print(found, found.map(lineOf).join('\n') || 'There are none.');
      }),
    );
  byCoordinator(reason.command('add'))
    .description('add one')
    .requiredOption('--kind <verdict>', reasonedKinds.join(', '))
    .requiredOption('--title <title>')
    .requiredOption('--text <text>')
    .action((options: By<{ kind: string; title: string; text: string }>) =>
      cli.withPortal(async (portal) => {
        const acting = await actingAs(portal, options.by, 'portal');
        const { kind, title, text } = options;
        const added = await carryOut(portal.db, options, (db) => addCannedReason(db, acting, { kind, title, text }));
        cli.print(added, options.dryRun ? 'It can be added.' : `Added: ${added.id}`);
      }),
    );
  byCoordinator(reason.command('change'))
    .description('change one, or end it with --end; verdicts that were given keep their words')
    .argument('<id>', 'as `reason list` gives it')
    .option('--kind <verdict>', reasonedKinds.join(', '))
    .option('--title <title>')
    .option('--text <text>')
    .option('--end', 'reviewers cannot pick it any more')
    .action((id: string, options: By<{ kind?: string; title?: string; text?: string; end?: boolean }>) =>
      cli.withPortal(async (portal) => {
        const acting = await actingAs(portal, options.by, 'portal');
        const before = await getReason(portal.db, id);
        const { kind = before.kind, title = before.title, text = before.text, end = false } = options;
        const input = { id, expectedVersion: before.version, kind, title, text, end };
        const changed = await carryOut(portal.db, options, (db) => changeCannedReason(db, acting, input));
        cli.print(changed, options.dryRun ? 'It can be changed.' : 'Changed.');
      }),
    );
}

function byCoordinator(command: Command): Command {
  return changes(command).requiredOption('--by <email>', 'a coordinator');
}

async function getReason(db: Db, id: string): Promise<CannedReason> {
  const found = (await listCannedReasons(db)).find((each) => each.id === id);
  return found ?? unknown('reason', id, `There is no reason ${id}, or it has ended.`);
}

const lineOf = ({ id, kind, title }: CannedReason): string => `${id}  ${kind}  ${title}`;
