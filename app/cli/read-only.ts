import { findReadOnlyReason, switchReadOnly } from '~/db/portal-settings';
import { type Cli, type CommonOptions, carryOut, changes, reads } from './cli';

/** `read-only status|on|off`: the emergency switch. */
export function registerReadOnly({ program, withPortal, print }: Cli): void {
  const readOnly = program.command('read-only').description('the emergency switch: everybody reads, nobody changes');
  reads(readOnly.command('status'))
    .description('whether the portal is read-only now')
    .action(() =>
      withPortal(async ({ db }) => {
        const reason = await findReadOnlyReason(db);
        print(
          { isReadOnly: reason !== null, reason },
          reason === null ? 'The portal is open.' : `Read-only: ${reason}`,
        );
      }),
    );
  changes(readOnly.command('on'))
    .description('refuse every change until `read-only off`')
    .requiredOption('--reason <text>', 'shown on every page')
    .action(({ reason, ...options }: CommonOptions & { reason: string }) =>
      withPortal(async ({ db, now }) => {
        const acting = { actor: null, now: now() };
        const done = await carryOut(db, options, (tx) => switchReadOnly(tx, acting, { isReadOnly: true, reason }));
        print(done, done.changed ? 'The portal is read-only.' : 'The portal was read-only already.');
      }),
    );
  changes(readOnly.command('off'))
    .description('open the portal again')
    .action((options: CommonOptions) =>
      withPortal(async ({ db, now }) => {
        const acting = { actor: null, now: now() };
        const done = await carryOut(db, options, (tx) => switchReadOnly(tx, acting, { isReadOnly: false, reason: '' }));
        print(done, done.changed ? 'The portal is open again.' : 'The portal was open already.');
      }),
    );
}
