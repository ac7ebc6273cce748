import type { Command } from 'commander';
import { eq } from 'drizzle-orm';
import { listApiTokens, revokeApiTokenAsOperator } from '~/db/api-tokens';
import { OperatorProblem } from '~/db/operator-problem';
import { suppliers } from '~/db/schema';
import { type Cli, type CommonOptions, carryOut, changes, reads } from './cli';

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
        const [found] =
          supplier === undefined ? [] : await db.select().from(suppliers).where(eq(suppliers.cvr, supplier));
        if (supplier !== undefined && !found) throw new OperatorProblem(`No supplier has the CVR number ${supplier}.`);
        const tokens = await listApiTokens(db, { now: now(), ...(found ? { supplierId: found.id } : {}) });
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
        await carryOut(portal.db, options, (db) => revokeApiTokenAsOperator(db, { now: portal.now(), tokenId: id }));
        print({ id, revoked: true }, `The token ${options.dryRun ? 'would be' : 'is'} revoked.`);
      }),
    );
}
