import type { Command } from 'commander';
import { listApiTokens, revokeApiTokenAsOperator } from '~/db/api-tokens';
import { type Cli, type CommonOptions, carryOut, changes, reads } from './cli';
import { idOf, supplierIdOf } from './known';

/** `api-token list|revoke`: tokens are made by the suppliers' own administrators. */
export function registerApiToken(cli: Cli): void {
  const token = cli.program.command('api-token').description('tokens of the supplier API: look, and end one');
  registerList(token, cli);
  registerRevoke(token, cli);
}

function registerList(token: Command, { withPortal, print }: Cli): void {
  reads(token.command('list'))
    .description('every token, newest first; never the secret itself')
    .option('--supplier <cvr>', 'only those of this supplier')
    .action(({ supplier }: CommonOptions & { supplier?: string }) =>
      withPortal(async ({ db, now }) => {
        const only = supplier === undefined ? {} : { supplierId: await supplierIdOf(db, supplier) };
        const tokens = await listApiTokens(db, { now: now(), ...only });
        const lines = tokens.map(
          ({ id, prefix, name, state, scopes }) => `${id}  ${prefix}…  ${name}  ${state}  ${scopes.join(', ')}`,
        );
        print(tokens, lines.join('\n') || 'There is no token.');
      }),
    );
}

function registerRevoke(token: Command, { withPortal, print }: Cli): void {
  changes(token.command('revoke'))
    .description('end a token at once, e.g. one that was found in the open')
    .argument('<id>', 'as list shows it')
    .action((id: string, options: CommonOptions) =>
      withPortal(async (portal) => {
        const tokenId = idOf(id, 'token');
        await carryOut(portal.db, options, (db) => revokeApiTokenAsOperator(db, { now: portal.now(), tokenId }));
        print({ id, revoked: true }, `The token ${options.dryRun ? 'would be' : 'is'} revoked.`);
      }),
    );
}
