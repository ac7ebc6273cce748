import { type Command, Option } from 'commander';
import { mailTokenHash } from '~/app/mail/token';
import type { OpenPortal } from '~/app/server/open-portal';
import type { Db } from '~/db/client';
import { type Colleague, changeRoles, endColleague, listColleagues } from '~/db/colleagues';
import { inviteColleague, listOpenInvitations, resendInvitation, withdrawInvitation } from '~/db/invitations';
import type { Acting } from '~/workflows/actor';
import { type Language, languages, supplierRoles as roles, type supplierRoles } from '~/workflows/words';
import { type Cli, type CommonOptions, carryOut, changes, reads } from './cli';
import { idOf, supplierIdOf, unknown } from './known';

type SupplierRole = (typeof supplierRoles)[number];

interface ChangeOptions extends CommonOptions {
  /** The e-mail of the administrator on whose word the operator does it. */
  by: string;
}

/**
 * `colleague list|invite|invitations|resend|withdraw|roles|end`: a supplier's people, for an administrator who asks the
 * operator. The log names the administrator.
 */
export function registerColleague(cli: Cli): void {
  const colleague = cli.program.command('colleague').description("a supplier's people, their roles and invitations");
  registerReads(colleague, cli);
  registerInvite(colleague, cli);
  registerInvitationActs(colleague, cli);
  registerRoles(colleague, cli);
}

function registerReads(colleague: Command, { withPortal, print }: Cli): void {
  reads(colleague.command('list'))
    .description('who has a role in the supplier')
    .argument('<cvr>')
    .action((cvr: string) =>
      withPortal(async ({ db }) => {
        const found = await listColleagues(db, await supplierIdOf(db, cvr));
        print(found, found.map(lineOf).join('\n') || 'Nobody has a role there.');
      }),
    );
  reads(colleague.command('invitations'))
    .description('who has been invited and has not answered')
    .argument('<cvr>')
    .action((cvr: string) =>
      withPortal(async ({ db }) => {
        const found = await listOpenInvitations(db, await supplierIdOf(db, cvr));
        const shown = found.map(({ id, email, role, productIds, expiresAt }) => ({
          id,
          email,
          role,
          productIds,
          expiresAt,
        }));
        const lines = shown.map(
          ({ id, email, role, expiresAt }) => `${id}  ${email}  ${role}  ${expiresAt.toISOString()}`,
        );
        print(shown, lines.join('\n') || 'No invitation is open.');
      }),
    );
}

function registerInvite(colleague: Command, { withPortal, print }: Cli): void {
  byAdministrator(colleague.command('invite'))
    .description('send an invitation; restricted roles are given on the page')
    .argument('<cvr>')
    .argument('<email>')
    .addOption(new Option('--role <role>').choices(roles).default('editor'))
    .addOption(new Option('--language <language>').choices(languages).default('da'))
    .action((cvr: string, email: string, options: ChangeOptions & { role: SupplierRole; language: Language }) =>
      withPortal(async (portal) => {
        const acting = await actingBy(portal, cvr, options.by);
        const { role, language } = options;
        const input = { email, role, language, productIds: null };
        const made = await carryOut(portal.db, options, (db) => inviteColleague(db, acting, input, hashesOf(portal)));
        print({ ...made, email, role }, `${email} ${options.dryRun ? 'would be' : 'was'} invited.`);
      }),
    );
}

function registerInvitationActs(colleague: Command, { withPortal, print }: Cli): void {
  byAdministrator(colleague.command('resend'))
    .description('send the mail of an invitation again, with a new link')
    .argument('<cvr>')
    .argument('<invitation>', 'its id')
    .action((cvr: string, invitationId: string, options: ChangeOptions) =>
      withPortal(async (portal) => {
        const acting = await actingBy(portal, cvr, options.by);
        const hashes = hashesOf(portal);
        idOf(invitationId, 'invitation');
        await carryOut(portal.db, options, (db) => resendInvitation(db, acting, { invitationId }, hashes));
        print({ invitationId, sent: true }, `The invitation ${options.dryRun ? 'would be' : 'is'} sent again.`);
      }),
    );
  byAdministrator(colleague.command('withdraw'))
    .description('take an invitation back: its link stops working')
    .argument('<cvr>')
    .argument('<invitation>', 'its id')
    .action((cvr: string, invitationId: string, options: ChangeOptions) =>
      withPortal(async (portal) => {
        const acting = await actingBy(portal, cvr, options.by);
        idOf(invitationId, 'invitation');
        await carryOut(portal.db, options, (db) => withdrawInvitation(db, acting, { invitationId }));
        print({ invitationId, withdrawn: true }, `The invitation ${options.dryRun ? 'would be' : 'is'} withdrawn.`);
      }),
    );
}

function registerRoles(colleague: Command, { withPortal, print }: Cli): void {
  const command = byAdministrator(colleague.command('roles'));
  command
    .description('set a colleague’s roles to exactly these, each for every product')
    .argument('<cvr>')
    .argument('<email>')
    .addArgument(command.createArgument('<roles...>').choices(roles))
    .action((cvr: string, email: string, wanted: SupplierRole[], options: ChangeOptions) =>
      withPortal(async (portal) => {
        const acting = await actingBy(portal, cvr, options.by);
        const { personId } = await getColleague(portal.db, acting.actor.supplierId, email);
        const given = wanted.map((role) => ({ role, productIds: null }));
        await carryOut(portal.db, options, (db) => changeRoles(db, acting, { personId, roles: given }));
        const verb = options.dryRun ? 'would have' : 'has';
        print({ personId, roles: wanted }, `${email} ${verb} the roles ${wanted.join(', ')}.`);
      }),
    );
  byAdministrator(colleague.command('end'))
    .description('end a colleague’s roles in the supplier; their sessions end at once')
    .argument('<cvr>')
    .argument('<email>')
    .action((cvr: string, email: string, options: ChangeOptions) =>
      withPortal(async (portal) => {
        const acting = await actingBy(portal, cvr, options.by);
        const { personId } = await getColleague(portal.db, acting.actor.supplierId, email);
        await carryOut(portal.db, options, (db) => endColleague(db, acting, { personId }));
        print({ personId, ended: true }, `${email} ${options.dryRun ? 'would have' : 'has'} no role there any more.`);
      }),
    );
}

function byAdministrator(command: Command): Command {
  return changes(command).requiredOption('--by <email>', 'the administrator of the supplier who asked for it');
}

const hashesOf =
  ({ config }: OpenPortal) =>
  (secretOf: string): string =>
    mailTokenHash(config.sessionSecret, secretOf);

async function actingBy(portal: OpenPortal, cvr: string, email: string) {
  const supplierId = await supplierIdOf(portal.db, cvr);
  const { personId, name, roles: held } = await getColleague(portal.db, supplierId, email);
  const actor = { personId, name, roles: held.map(({ role }) => role), supplierId, municipalityCode: null };
  return { actor, now: portal.now() } satisfies Acting;
}

async function getColleague(db: Db, supplierId: string, email: string): Promise<Colleague> {
  const wanted = email.toLowerCase();
  const found = (await listColleagues(db, supplierId)).find((each) => each.email.toLowerCase() === wanted);
  return found ?? unknown('colleague', email, `Nobody of the supplier has the e-mail ${email}.`);
}

function lineOf({ email, name, roles: held }: Colleague): string {
  const words = held.map(({ role, productIds }) => (productIds ? `${role} (${productIds.length} products)` : role));
  return `${email}  ${name}  ${words.join(', ')}`;
}
