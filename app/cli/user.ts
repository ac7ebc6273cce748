import { type Command, Option } from 'commander';
import type { OpenPortal } from '~/app/server/open-portal';
import type { Db } from '~/db/client';
import { listCompetences, setCompetence } from '~/db/competences';
import { OperatorProblem } from '~/db/operator-problem';
import {
  addIdentity,
  addPerson,
  endPerson,
  endRole,
  giveRole,
  type Identity,
  listPeople,
  type Membership,
} from '~/db/people';
import { readPersonalData } from '~/db/personal-data';
import { ok } from '~/workflows/refusal';
import { type Language, languages, type Role, roles } from '~/workflows/words';
import { type Cli, type CommonOptions, carryOut, changes, reads } from './cli';
import { municipalityCodeOf, personOf, supplierIdOf } from './known';

interface RoleOptions extends CommonOptions {
  supplier?: string;
  municipality?: string;
}

interface AddOptions extends RoleOptions {
  name: string;
  email: string;
  language: Language;
  role?: Role;
  identity?: Identity;
}

const byOperator = ({ now }: OpenPortal) => ({ actor: null, now: now() });

interface CompetenceOptions extends CommonOptions {
  municipality: string;
  section: string[];
  everySection?: boolean;
}

/** `user list|add|role|competence|identity|data|end`: people are known to the operator by their e-mail. */
export function registerUser(cli: Cli): void {
  const user = cli.program.command('user').description('people, their roles and how they sign in');
  registerList(user, cli);
  registerAdd(user, cli);
  registerRole(user, cli);
  registerCompetence(user, cli);
  registerIdentity(user, cli);
  registerData(user, cli);
  registerEnd(user, cli);
}

function registerList(user: Command, { withPortal, print }: Cli): void {
  reads(user.command('list'))
    .description('everybody, with their roles')
    .action(() =>
      withPortal(async ({ db }) => {
        const people = await listPeople(db);
        const lines = people.map(({ name, email, endedAt, memberships }) => {
          const held = memberships.map(({ role, organisation }) => (organisation ? `${role} (${organisation})` : role));
          return `${email}  ${name}  ${endedAt ? 'ended' : held.join(', ') || 'no role'}`;
        });
        print(people, lines.join('\n') || 'There is nobody yet.');
      }),
    );
}

function registerAdd(user: Command, { withPortal, print }: Cli): void {
  const add = changes(user.command('add')).description('add somebody, with a first role if one is given');
  withOrganisation(add)
    .requiredOption('--name <name>')
    .requiredOption('--email <address>')
    .addOption(new Option('--language <language>').choices(languages).default('da'))
    .addOption(new Option('--role <role>').choices(roles))
    .option('--identity <provider:subject>', 'how a way of signing in knows them', parseIdentity)
    .action(({ name, email, language, role, identity, ...options }: AddOptions) =>
      withPortal(async (portal) => {
        const memberships = role === undefined ? [] : [await membershipOf(portal.db, role, options)];
        const input = { name, email, language, memberships, identities: identity ? [identity] : [] };
        const person = await carryOut(portal.db, options, (db) => addPerson(db, byOperator(portal), input));
        print(person, `${email} ${options.dryRun ? 'would be' : 'was'} added.`);
      }),
    );
}

function registerRole(user: Command, { withPortal, print }: Cli): void {
  const command = changes(user.command('role')).description('give somebody a role, or take it away with --remove');
  withOrganisation(command)
    .argument('<email>')
    .addArgument(command.createArgument('<role>').choices(roles))
    .option('--remove', 'take the role away, in every organisation they have it in')
    .action((email: string, role: Role, options: RoleOptions & { remove?: boolean }) =>
      withPortal(async (portal) => {
        const { id: personId } = await personOf(portal.db, email);
        const membership = options.remove ? null : await membershipOf(portal.db, role, options);
        await carryOut(portal.db, options, (db) =>
          membership
            ? giveRole(db, byOperator(portal), { personId, membership })
            : endRole(db, byOperator(portal), { personId, role }),
        );
        const verb = options.dryRun ? 'would' : 'does';
        print(
          { personId, role, removed: !membership },
          `${email} ${verb} ${membership ? '' : 'not '}have the role ${role}.`,
        );
      }),
    );
}

function registerCompetence(user: Command, { withPortal, print }: Cli): void {
  changes(user.command('competence'))
    .description('say which sections a reviewer knows, which their inbox then shows first')
    .argument('<email>')
    .requiredOption('--municipality <code>', 'where they review')
    .option('--section <id>', 'a section that they know; may be repeated, and replaces what was there', collect, [])
    .option('--every-section', 'no limit')
    .action((email: string, options: CompetenceOptions) =>
      withPortal(async (portal) => {
        const { section: sectionIds, everySection = false, dryRun = false } = options;
        if (everySection === sectionIds.length > 0) {
          throw new OperatorProblem('Name each --section that they know, or say --every-section.', 'usage');
        }
        const { id: personId } = await personOf(portal.db, email);
        const municipalityCode = await municipalityCodeOf(portal.db, options.municipality);
        const known = await carryOut(portal.db, options, async (db) => {
          const set = await setCompetence(db, byOperator(portal), { personId, municipalityCode, sectionIds });
          if (!set.ok) return set;
          const held = await listCompetences(db, personId);
          return ok(held.find((each) => each.municipalityCode === municipalityCode)?.sectionIds ?? []);
        });
        const verb = dryRun ? 'would know' : 'knows';
        print(
          { personId, municipalityCode, sectionIds: known },
          `${email} ${verb} ${known.join(', ') || 'every section'}.`,
        );
      }),
    );
}

const collect = (value: string, before: string[]): string[] => [...before, value];

function registerIdentity(user: Command, { withPortal, print }: Cli): void {
  changes(user.command('identity'))
    .description('let somebody sign in in one more way, e.g. who came by an invitation')
    .argument('<email>')
    .argument('<provider:subject>', 'as the way of signing in knows them', parseIdentity)
    .action((email: string, identity: Identity, options: CommonOptions) =>
      withPortal(async (portal) => {
        const { id: personId } = await personOf(portal.db, email);
        await carryOut(portal.db, options, (db) => addIdentity(db, byOperator(portal), { personId, identity }));
        print(
          { personId, ...identity },
          `${email} ${options.dryRun ? 'would sign' : 'signs'} in as ${identity.provider}.`,
        );
      }),
    );
}

function registerData(user: Command, { withPortal, print }: Cli): void {
  reads(user.command('data'))
    .description('all that is held about somebody, for those who ask and cannot sign in; always JSON')
    .argument('<email>')
    .action((email: string) =>
      withPortal(async ({ db }) => {
        const held = await readPersonalData(db, (await personOf(db, email)).id);
        print(held, JSON.stringify(held, null, 2));
      }),
    );
}

function registerEnd(user: Command, { withPortal, print }: Cli): void {
  changes(user.command('end'))
    .description('close the door for somebody: no sign-in, no roles, their sessions end at once')
    .argument('<email>')
    .action((email: string, options: CommonOptions) =>
      withPortal(async (portal) => {
        const { id: personId } = await personOf(portal.db, email);
        await carryOut(portal.db, options, (db) => endPerson(db, byOperator(portal), { personId }));
        print({ personId, ended: true }, `${email} ${options.dryRun ? 'would be' : 'is'} shut out.`);
      }),
    );
}

function withOrganisation(command: Command): Command {
  return command
    .option('--supplier <cvr>', 'the supplier that the role is in')
    .option('--municipality <code>', 'the municipality that the role is in');
}

function parseIdentity(text: string): Identity {
  const at = text.indexOf(':');
  if (at < 1 || at === text.length - 1)
    throw new OperatorProblem('An identity is a provider and a subject: oidc:1234.');
  return { provider: text.slice(0, at), subject: text.slice(at + 1) };
}

async function membershipOf(db: Db, role: Role, { supplier, municipality }: RoleOptions): Promise<Membership> {
  return {
    role,
    supplierId: supplier === undefined ? null : await supplierIdOf(db, supplier),
    municipalityCode: municipality === undefined ? null : await municipalityCodeOf(db, municipality),
  };
}
