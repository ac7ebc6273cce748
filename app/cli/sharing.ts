import type { Command } from 'commander';
import { endHandover, handOver, listHandovers } from '~/db/handovers';
import { OperatorProblem } from '~/db/operator-problem';
import { appointStewards, listStewards } from '~/db/stewards';
import { decideTransfer, listTransfers, offerTransfer } from '~/db/transfers';
import { actingAs, type Organisation } from './actor';
import { type Cli, type CommonOptions, carryOut, changes, reads } from './cli';
import { declarationIdOf, idOf, personOf, productIdOf, supplierIdOf } from './known';

type By<T = object> = CommonOptions & { by: string; supplier: string } & T;

/** `transfer list|offer|decide`, `handover list|give|end`, `steward list|appoint`: what a supplier's people share. */
export function registerSharing(cli: Cli): void {
  registerTransfers(cli.program.command('transfer').description('products on their way to another supplier'), cli);
  registerHandovers(cli.program.command('handover').description('sections that colleagues answer'), cli);
  registerStewards(cli.program.command('steward').description('who looks after products'), cli);
}

function registerTransfers(transfer: Command, cli: Cli): void {
  reads(transfer.command('list'))
    .description('from and to a supplier')
    .argument('<cvr>')
    .action((cvr: string) =>
      cli.withPortal(async ({ db }) => {
        const all = await listTransfers(db, await supplierIdOf(db, cvr));
        const lines = all.map(({ id, productName, from, to, decidedAs }) =>
          [id, productName, `${from.name} → ${to.name}`, decidedAs ?? 'open'].join('  '),
        );
        cli.print(all, lines.join('\n') || 'There are none.');
      }),
    );
  bySupplier(transfer.command('offer'))
    .description('offer a product to another supplier, which has to accept')
    .argument('<product>', 'its address name')
    .requiredOption('--to <cvr>')
    .option('--message <text>', '', '')
    .action((slug: string, options: By<{ to: string; message: string }>) =>
      cli.withPortal(async (portal) => {
        const acting = await actingAs(portal, options.by, options);
        const productId = await productIdOf(portal.db, slug);
        const input = { productId, toCvr: options.to, message: options.message };
        const offered = await carryOut(portal.db, options, (db) => offerTransfer(db, acting, input));
        cli.print(offered, options.dryRun ? 'It can be offered.' : `Offered: ${offered.transferId}`);
      }),
    );
  bySupplier(transfer.command('decide'))
    .description('accept or decline an offer, or take an own one back')
    .argument('<id>', 'as `transfer list` gives it')
    .argument('<as>', 'accepted, declined, taken-back')
    .action((transferId: string, wanted: string, options: By) =>
      cli.withPortal(async (portal) => {
        const acting = await actingAs(portal, options.by, options);
        const as = (['accepted', 'declined', 'taken-back'] as const).find((each) => each === wanted);
        if (!as) throw new OperatorProblem('Give one of accepted, declined, taken-back.');
        idOf(transferId, 'transfer');
        const decided = await carryOut(portal.db, options, (db) => decideTransfer(db, acting, { transferId, as }));
        cli.print({ ...decided, as }, options.dryRun ? 'It can be done.' : 'Done.');
      }),
    );
}

function registerHandovers(handover: Command, cli: Cli): void {
  reads(handover.command('list'))
    .description('of a product’s declaration')
    .argument('<product>', 'its address name')
    .action((slug: string) =>
      cli.withPortal(async ({ db }) => {
        const all = await listHandovers(db, await declarationIdOf(db, slug));
        const lines = all.map(({ id, sectionId, assigneeName }) => [id, sectionId, assigneeName].join('  '));
        cli.print(all, lines.join('\n') || 'No section is handed over.');
      }),
    );
  bySupplier(handover.command('give'))
    .description('ask a colleague to answer a section')
    .argument('<product>', 'its address name')
    .argument('<section>', 'its id')
    .requiredOption('--to <email>')
    .option('--message <text>', '', '')
    .action((slug: string, sectionId: string, options: By<{ to: string; message: string }>) =>
      cli.withPortal(async (portal) => {
        const acting = await actingAs(portal, options.by, options);
        const declarationId = await declarationIdOf(portal.db, slug);
        const { id: assigneeId } = await personOf(portal.db, options.to);
        const input = { declarationId, sectionId, assigneeId, message: options.message };
        const given = await carryOut(portal.db, options, (db) => handOver(db, acting, input));
        cli.print(given, options.dryRun ? 'It can be handed over.' : 'Handed over.');
      }),
    );
  bySupplier(handover.command('end'))
    .description('take a section back, or report it done')
    .argument('<product>', 'its address name')
    .argument('<id>', 'as `handover list` gives it')
    .option('--done', 'it is answered')
    .action((slug: string, handoverId: string, options: By<{ done?: boolean }>) =>
      cli.withPortal(async (portal) => {
        const acting = await actingAs(portal, options.by, options);
        const declarationId = await declarationIdOf(portal.db, slug);
        const as = options.done ? ('done' as const) : ('taken-back' as const);
        idOf(handoverId, 'handover');
        await carryOut(portal.db, options, (db) => endHandover(db, acting, { declarationId, handoverId, as }));
        cli.print({ handoverId, as }, options.dryRun ? 'It can be done.' : 'Done.');
      }),
    );
}

function registerStewards(steward: Command, cli: Cli): void {
  reads(steward.command('list'))
    .description('of a supplier’s products')
    .argument('<cvr>')
    .action((cvr: string) =>
      cli.withPortal(async ({ db }) => {
        const all = await listStewards(db, await supplierIdOf(db, cvr));
        cli.print(all, all.map((each) => `${each.productId}  ${each.name}`).join('\n') || 'Nobody looks after them.');
      }),
    );
  changes(steward.command('appoint'))
    .description('say who looks after a product, two at most; nobody: leave the addresses out')
    .argument('<product>', 'its address name')
    .argument('[email...]')
    .requiredOption('--by <email>', 'an administrator of the supplier, or a coordinator')
    .option('--supplier <cvr>', 'for which they act; without it as a coordinator')
    .action((slug: string, emails: string[], options: CommonOptions & { by: string; supplier?: string }) =>
      cli.withPortal(async (portal) => {
        const organisation: Organisation = options.supplier === undefined ? 'portal' : { supplier: options.supplier };
        const acting = await actingAs(portal, options.by, organisation);
        const productId = await productIdOf(portal.db, slug);
        const personIds: string[] = [];
        for (const email of emails) personIds.push((await personOf(portal.db, email)).id);
        await carryOut(portal.db, options, (db) => appointStewards(db, acting, { productId, personIds }));
        cli.print({ productId, personIds }, options.dryRun ? 'It can be done.' : 'Done.');
      }),
    );
}

function bySupplier(command: Command): Command {
  return changes(command)
    .requiredOption('--supplier <cvr>', 'for which it is done')
    .requiredOption('--by <email>', 'somebody there who may');
}
