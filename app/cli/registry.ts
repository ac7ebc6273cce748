import type { Command } from 'commander';
import type { Db } from '~/db/client';
import { type ChangeInput, listChanges, makeChange, undoChange } from '~/db/registry/changes';
import type { RegistryPlan } from '~/db/registry/plan';
import type { RegistryRequest } from '~/db/registry/plan-change';
import { isMerge } from '~/workflows/registry';
import { actingAs } from './actor';
import { type Cli, type CommonOptions, carryOut, changes, reads } from './cli';
import { idOf, productIdOf, supplierIdOf } from './known';

interface DoOptions extends CommonOptions {
  by: string;
  reason: string;
}

const collect = (value: string, before: string[]): string[] => [...before, value];

/** `supplier merge|split`, `product merge|split`, `registry list|undo`: the same as the coordinator's pages. */
export function registerRegistry(cli: Cli): void {
  const supplier = cli.program.command('supplier').description('merge and split suppliers; nothing is deleted');
  inNameOf(supplier.command('merge'))
    .description('let one supplier go up in another; its address and CVR number lead on')
    .argument('<from>', 'the one that ends: CVR number or address name')
    .argument('<to>', 'the one that survives')
    .action((from: string, to: string, options: DoOptions) => run(cli, { kind: 'supplier-merge', from, to }, options));
  inNameOf(supplier.command('split'))
    .description('give some of a supplier’s products to another company, which is made where it is not here yet')
    .argument('<from>', 'CVR number or address name')
    .requiredOption('--cvr <cvr>', 'of whoever gets the products')
    .option('--name <name>', 'of the company, if it is not here yet', '')
    .option('--product <slug>', 'that moves; may be repeated', collect, [])
    .action((from: string, options: DoOptions & { cvr: string; name: string; product: string[] }) => {
      const { cvr, name, product: products } = options;
      return run(cli, { kind: 'supplier-split', from, cvr, name, products }, options);
    });
  const product = cli.program.command('product').description('merge and split products; nothing is deleted');
  inNameOf(product.command('merge'))
    .description('let one product go up in another of the same supplier; its address leads on')
    .argument('<from>', 'the one that ends: its address name')
    .argument('<to>', 'the one that survives')
    .action((from: string, to: string, options: DoOptions) => run(cli, { kind: 'product-merge', from, to }, options));
  inNameOf(product.command('split'))
    .description('make a second product out of one, with the same people; it is declared and reviewed anew')
    .argument('<from>', 'its address name')
    .requiredOption('--name <name>', 'of the new one')
    .option('--takes-kitos', 'the KITOS uuid belongs to the new one')
    .action((from: string, options: DoOptions & { name: string; takesKitos?: boolean }) => {
      const { name, takesKitos = false } = options;
      return run(cli, { kind: 'product-split', from, name, takesKitos }, options);
    });
  registerHistory(cli);
}

function inNameOf(command: Command): Command {
  return changes(command)
    .requiredOption('--by <email>', 'the coordinator who answers for it')
    .requiredOption('--reason <text>', 'at least 10 characters');
}

async function run(cli: Cli, request: RegistryRequest, options: DoOptions): Promise<void> {
  await cli.withPortal(async (portal) => {
    const acting = await actingAs(portal, options.by, 'portal');
    await requireNamed(portal.db, request);
    const input: ChangeInput = { request, reason: options.reason, fingerprint: null, confirmed: true };
    const { changeId, plan } = await carryOut(portal.db, options, (db) => makeChange(db, acting, input));
    const { steps: _, ...told } = plan;
    cli.print({ ...(options.dryRun ? {} : { changeId }), ...told }, inWords(plan, options.dryRun ? null : changeId));
  });
}

/** Of two names, which is not there. */
async function requireNamed(db: Db, request: RegistryRequest): Promise<void> {
  const isOfProducts = request.kind === 'product-merge' || request.kind === 'product-split';
  const named = isMergeRequest(request) ? [request.from, request.to] : [request.from];
  for (const each of named) await (isOfProducts ? productIdOf(db, each) : supplierIdOf(db, each));
  if (request.kind === 'supplier-split') for (const each of request.products) await productIdOf(db, each);
}

const isMergeRequest = (request: RegistryRequest): request is Extract<RegistryRequest, { to: string }> =>
  'to' in request;

function inWords({ kind, from, to, moves, collisions }: RegistryPlan, changeId: string | null): string {
  const would = changeId === null ? 'would be ' : '';
  return [
    isMerge(kind) ? `${from.slug} ${would}merged into ${to.slug}` : `${to.slug} ${would}split from ${from.slug}`,
    ...moves.map(({ what, fate, count, names }) =>
      [`  ${what}: ${count} ${fate}`, names.length > 0 ? ` (${names.join(', ')})` : ''].join(''),
    ),
    ...collisions.map((each) => `  collides: ${each}`),
    ...(changeId === null ? [] : [`To undo it: npm run portal -- registry undo ${changeId}`]),
  ].join('\n');
}

function registerHistory(cli: Cli): void {
  const registry = cli.program.command('registry').description('what was merged and split');
  reads(registry.command('list'))
    .description('every merge and split, newest first')
    .action(() =>
      cli.withPortal(async ({ db }) => {
        const all = await listChanges(db);
        const lines = all.map(({ id, kind, from, to, doneAt, undoneAt }) =>
          [id, doneAt.toISOString(), kind, `${from} → ${to}`, undoneAt ? 'undone' : ''].join('  ').trimEnd(),
        );
        cli.print(all, lines.join('\n') || 'Nothing has been merged or split.');
      }),
    );
  inNameOf(registry.command('undo'))
    .description('put everything back as it was, unless it has changed since')
    .argument('<id>', 'as `registry list` gives it')
    .action((changeId: string, options: DoOptions) =>
      cli.withPortal(async (portal) => {
        const acting = await actingAs(portal, options.by, 'portal');
        idOf(changeId, 'change');
        const input = { changeId, reason: options.reason, confirmed: true };
        const undone = await carryOut(portal.db, options, (db) => undoChange(db, acting, input));
        cli.print(undone, `${changeId} ${options.dryRun ? 'would be' : 'is'} undone.`);
      }),
    );
}
