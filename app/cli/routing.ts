import type { Command } from 'commander';
import { refusalSentence } from '~/app/i18n/refusals';
import { planRoutings, routeByRules } from '~/db/cases/routing';
import type { Db } from '~/db/client';
import { OperatorProblem } from '~/db/operator-problem';
import { listPeople } from '~/db/people';
import { switchAutomaticRouting } from '~/db/portal-settings';
import { addRoutingRule, listRoutingRules } from '~/db/routing-rules';
import type { Actor } from '~/workflows/actor';
import { routingWays } from '~/workflows/review/routing';
import { listRuleGaps } from '~/workflows/review/routing-rule-gaps';
import { type Cli, type CommonOptions, carryOut, changes, reads } from './cli';
import { municipalityCodeOf, unknown } from './known';

interface AddOptions extends CommonOptions {
  name: string;
  way: string;
  position: string;
  section: string[];
  municipality: string[];
  mostOpen?: string;
  toPerson?: boolean;
}

const collect = (value: string, before: string[]): string[] => [...before, value];

/** `routing list|add|plan|apply|automatic`: which municipality gets which case. */
export function registerRouting(cli: Cli): void {
  const routing = cli.program.command('routing').description('rules that route cases to municipalities');
  registerList(routing, cli);
  registerAdd(routing, cli);
  registerPlan(routing, cli);
  registerApply(routing, cli);
  registerAutomatic(routing, cli);
}

function registerAutomatic(routing: Command, { withPortal, print }: Cli): void {
  changes(routing.command('automatic <on|off>'))
    .description('whether the rules route a case when it is submitted, or only suggest')
    .action((wanted: string, options: CommonOptions) =>
      withPortal(async ({ db, now }) => {
        if (wanted !== 'on' && wanted !== 'off') throw new OperatorProblem('Say on or off.');
        const isAutomatic = wanted === 'on';
        await carryOut(db, options, (tx) => switchAutomaticRouting(tx, { actor: null, now: now() }, { isAutomatic }));
        print({ isAutomatic }, `Automatic routing ${options.dryRun ? 'would be' : 'is'} ${wanted}.`);
      }),
    );
}

function registerList(routing: Command, { withPortal, print }: Cli): void {
  reads(routing.command('list'))
    .description('the rules, in the order in which they are tried')
    .action(() =>
      withPortal(async ({ db }) => {
        const rules = await listRoutingRules(db);
        print(rules, rules.map(({ position, name, way }) => `${position}  ${name}  ${way}`).join('\n') || 'No rules.');
      }),
    );
}

function registerAdd(routing: Command, { withPortal, print }: Cli): void {
  changes(routing.command('add'))
    .description('add a rule')
    .requiredOption('--name <name>')
    .requiredOption('--way <way>', routingWays.join(', '))
    .option('--position <number>', 'the lowest is tried first', '1')
    .option('--section <id>', 'only for cases with answers in it; may be repeated', collect, [])
    .option('--municipality <code>', 'only these; may be repeated', collect, [])
    .option('--most-open <number>', 'whoever has so many open cases gets no more')
    .option('--to-person', 'also name the case handler: the reviewer with the fewest cases')
    .action((options: AddOptions) =>
      withPortal(async ({ db, now }) => {
        const { name, way, position, section, municipality, mostOpen } = options;
        for (const code of municipality) await municipalityCodeOf(db, code);
        const rule = {
          name,
          way,
          position: Number(position),
          sectionIds: section,
          municipalityCodes: municipality,
          mostOpen: mostOpen === undefined ? null : Number(mostOpen),
          toPerson: options.toPerson ?? false,
        };
        const gaps = listRuleGaps(rule).map(({ code }) => refusalSentence({ code }, 'en'));
        if (gaps.length > 0) throw new OperatorProblem(gaps.join(' '), 'rule-not-whole');
        const added = await carryOut(db, options, (tx) => addRoutingRule(tx, { actor: null, now: now() }, rule));
        print(added, options.dryRun ? `“${name}” would be added.` : `“${name}” was added.`);
      }),
    );
}

function registerPlan(routing: Command, { withPortal, print }: Cli): void {
  reads(routing.command('plan'))
    .description('which waiting case would go where, and by which rule')
    .action(() =>
      withPortal(async ({ db, now }) => {
        const plan = await planRoutings(db, now());
        print(plan, linesOf(plan));
      }),
    );
}

function registerApply(routing: Command, { withPortal, print }: Cli): void {
  changes(routing.command('apply'))
    .description('route every waiting case that a rule finds a municipality for')
    .requiredOption('--as <email>', 'the coordinator in whose name it is done')
    .action(({ as: email, dryRun = false }: CommonOptions & { as: string }) =>
      withPortal(async ({ db, now }) => {
        const actor = await getCoordinator(db, email);
        const plan = await planRoutings(db, now());
        if (dryRun) return print({ plan, routed: 0 }, linesOf(plan));
        const chosen = plan.flatMap(({ caseId, version, routing: found }) =>
          found ? [{ caseId, version, municipalityCode: found.municipalityCode }] : [],
        );
        const results = await routeByRules(db, { actor, now: now() }, chosen);
        const routed = results.filter(({ refusal }) => refusal === null).length;
        print({ results, routed }, `${routed} of ${plan.length} waiting cases were routed.`);
      }),
    );
}

function linesOf(plan: Awaited<ReturnType<typeof planRoutings>>): string {
  const lines = plan.map(({ number, routing }) =>
    routing ? `${number}  ${routing.municipality}  ${routing.ruleName}` : `${number}  no rule fits`,
  );
  return lines.join('\n') || 'No case waits to be routed.';
}

async function getCoordinator(db: Db, email: string): Promise<Actor> {
  const people = await listPeople(db);
  const person = people.find((each) => each.email.toLowerCase() === email.toLowerCase() && each.endedAt === null);
  if (!person) return unknown('person', email, `Nobody has the e-mail ${email}.`);
  if (!person.memberships.some(({ role }) => role === 'coordinator')) {
    throw new OperatorProblem(`${email} is no coordinator.`, 'role-required');
  }
  const { id: personId, name } = person;
  return { personId, name, roles: ['coordinator'], supplierId: null, municipalityCode: null };
}
