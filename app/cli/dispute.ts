import type { Command } from 'commander';
import { mailTokenHash } from '~/app/mail/token';
import type { OpenPortal } from '~/app/server/open-portal';
import { appointAdmin, decideAccessRequest, listAccessRequests } from '~/db/access-requests';
import type { Db } from '~/db/client';
import { listDisputesFor, type StepInput, stepDispute } from '~/db/disputes';
import { OperatorProblem } from '~/db/operator-problem';
import { listPeople } from '~/db/people';
import { listOrphanedProducts, listOrphanedSuppliers } from '~/db/stewards';
import type { Acting } from '~/workflows/actor';
import { type Language, languages } from '~/workflows/words';
import { type Cli, type CommonOptions, carryOut, changes, reads } from './cli';
import { idOf, supplierIdOf, unknown } from './known';

interface ChangeOptions extends CommonOptions {
  /** The e-mail of the coordinator on whose word the operator does it. */
  by: string;
}

const steps = ['accept', 'decline', 'approve-reply', 'return-reply', 'resolve'] as const satisfies StepInput['step'][];

/** `dispute list|step`: objections to published answers, for a coordinator, whom the log names. */
export function registerDispute({ program, withPortal, print }: Cli): void {
  const dispute = program.command('dispute').description('objections to published answers');
  byCoordinator(reads(dispute.command('list')))
    .description('every confirmed objection, those that are not closed first')
    .action(({ by }: ChangeOptions) =>
      withPortal(async (portal) => {
        const listed = await listDisputesFor(portal.db, await actingOf(portal, by));
        const shown = listed.map(({ dispute: { id, state, version, questionKey }, productSlug, steps: next }) => ({
          id,
          state,
          version,
          product: productSlug,
          question: questionKey,
          steps: next,
        }));
        const lines = shown.map(({ id, state, product, question }) => `${id}  ${state}  ${product}  ${question}`);
        print(shown, lines.join('\n') || 'Nobody has objected.');
      }),
    );
  const step = byCoordinator(changes(dispute.command('step'))).description('take one step in an objection');
  step
    .argument('<id>')
    .addArgument(step.createArgument('<step>').choices(steps))
    .requiredOption('--text <text>', 'as everybody reads it, or the reasons to whom it concerns')
    .option('--stated-by <organisation>', 'accept: who objects, never a person')
    .action(
      (disputeId: string, name: (typeof steps)[number], options: ChangeOptions & { text: string; statedBy?: string }) =>
        withPortal(async (portal) => {
          const acting = await actingOf(portal, options.by);
          const found = (await listDisputesFor(portal.db, acting)).find(({ dispute: { id } }) => id === disputeId);
          if (!found) return unknown('objection', disputeId, `There is no objection ${disputeId}.`);
          const { text, statedBy = '' } = options;
          const input = { disputeId, expectedVersion: found.dispute.version, step: name, text, statedBy };
          const state = await carryOut(portal.db, options, (db) => stepDispute(db, acting, input));
          print({ id: disputeId, state }, `The objection ${options.dryRun ? 'would be' : 'is'} ${state}.`);
        }),
    );
}

/** `access list|orphans|appoint|decline`: who asks to get in, and suppliers where nobody can let anybody in. */
export function registerAccess({ program, withPortal, print }: Cli): void {
  const access = program.command('access').description('requests for access, and suppliers without an administrator');
  reads(access.command('list'))
    .description('confirmed requests that wait')
    .action(() =>
      withPortal(async ({ db }) => {
        const shown = (await listAccessRequests(db)).map(({ request: { id, cvr, name, email }, supplierName }) => ({
          id,
          cvr,
          supplier: supplierName,
          name,
          email,
        }));
        const lines = shown.map(({ id, cvr, supplier, email }) => `${id}  ${cvr}  ${supplier ?? 'unknown'}  ${email}`);
        print(shown, lines.join('\n') || 'No request waits.');
      }),
    );
  reads(access.command('orphans'))
    .description('suppliers without an administrator, and products that nobody looks after')
    .action(() =>
      withPortal(async ({ db }) => {
        const found = { suppliers: await listOrphanedSuppliers(db), products: await listOrphanedProducts(db) };
        const lines = [
          ...found.suppliers.map(({ cvr, name }) => `supplier  ${cvr}  ${name}`),
          ...found.products.map(({ supplierName, name }) => `product  ${supplierName}  ${name}`),
        ];
        print(found, lines.join('\n') || 'Everything is looked after.');
      }),
    );
  byCoordinator(changes(access.command('appoint')))
    .description('invite somebody to be the administrator of a supplier')
    .argument('<cvr>')
    .argument('<email>')
    .option('--language <language>', languages.join(' or '), 'da')
    .action((cvr: string, email: string, options: ChangeOptions & { language: string }) =>
      withPortal(async (portal) => {
        const acting = await actingOf(portal, options.by);
        const orphan = (await listOrphanedSuppliers(portal.db)).find((each) => each.cvr === cvr);
        await supplierIdOf(portal.db, cvr);
        if (!orphan)
          throw new OperatorProblem(`The supplier ${cvr} has an administrator already.`, 'has-administrator');
        const language: Language = languages.find((each) => each === options.language) ?? 'da';
        const input = { supplierId: orphan.supplierId, email, language };
        await carryOut(portal.db, options, (db) => appointAdmin(db, acting, input, tokenHashOf(portal)));
        print({ cvr, email }, `${email} ${options.dryRun ? 'would be' : 'is'} invited to ${orphan.name}.`);
      }),
    );
  byCoordinator(changes(access.command('decline')))
    .description('decline a request')
    .argument('<id>')
    .action((requestId: string, options: ChangeOptions) =>
      withPortal(async (portal) => {
        const acting = await actingOf(portal, options.by);
        idOf(requestId, 'request');
        const input = { requestId, as: 'declined' } as const;
        await carryOut(portal.db, options, (db) => decideAccessRequest(db, acting, input, tokenHashOf(portal)));
        print({ id: requestId }, `The request ${options.dryRun ? 'would be' : 'is'} declined.`);
      }),
    );
}

function byCoordinator(command: Command): Command {
  return command.requiredOption('--by <email>', 'the coordinator on whose word it is done');
}

const tokenHashOf =
  ({ config }: OpenPortal) =>
  (secretOf: string) =>
    mailTokenHash(config.sessionSecret, secretOf);

async function actingOf({ db, now }: OpenPortal, email: string): Promise<Acting> {
  const person = await getCoordinator(db, email);
  const roles = ['coordinator'] as const;
  return {
    actor: { personId: person.id, name: person.name, roles, supplierId: null, municipalityCode: null },
    now: now(),
  };
}

async function getCoordinator(db: Db, email: string) {
  const person = (await listPeople(db)).find((each) => each.email.toLowerCase() === email.toLowerCase());
  const isOne = person?.endedAt === null && person.memberships.some(({ role }) => role === 'coordinator');
  if (!person) return unknown('person', email, `Nobody has the e-mail ${email}.`);
  if (!isOne) throw new OperatorProblem(`${email} is no coordinator.`, 'role-required');
  return person;
}
