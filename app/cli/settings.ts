import { OperatorProblem } from '~/db/operator-problem';
import { changePortalSettings, getPortalSettings } from '~/db/portal-settings';
import {
  limitsOutOfBounds,
  type PortalLimit,
  type PortalLimits,
  portalLimitNames,
  portalLimits,
  readPortalLimit,
} from '~/workflows/portal-limits';
import { type Cli, type CommonOptions, carryOut, changes, reads } from './cli';

type Given = Partial<Record<PortalLimit, string>>;

/** leaseHours → --lease-hours, which commander reads back as leaseHours. */
const optionOf = (name: PortalLimit): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** `settings show|set`: the limits that the coordinator sets for the whole portal. */
export function registerSettings({ program, withPortal, print }: Cli): void {
  const settings = program.command('settings').description('limits of the review and of what expired');
  reads(settings.command('show'))
    .description('each limit, with the least and the most that it can be')
    .action(() =>
      withPortal(async ({ db }) => {
        const limits = limitsOf(await getPortalSettings(db));
        print(limits, linesOf(limits));
      }),
    );
  const set = changes(settings.command('set')).description('change some of them; the others stay');
  for (const name of portalLimitNames) set.option(`${optionOf(name)} <number>`, portalLimits[name].join(' to '));
  set.action((options: CommonOptions & Given) =>
    withPortal(async ({ db, now }) => {
      const { version: expectedVersion, ...held } = await getPortalSettings(db);
      const limits = limitsOf(held);
      for (const name of portalLimitNames)
        if (options[name] !== undefined) limits[name] = readPortalLimit(options[name]);
      requireInBounds(limits);
      const input = { ...limits, expectedVersion };
      await carryOut(db, options, (tx) => changePortalSettings(tx, { actor: null, now: now() }, input));
      print(limits, linesOf(limits));
    }),
  );
}

function limitsOf(settings: PortalLimits): PortalLimits {
  return Object.fromEntries(portalLimitNames.map((name) => [name, settings[name]])) as PortalLimits;
}

/** All that is wrong at once, each by the name of its option. */
function requireInBounds(limits: PortalLimits): void {
  const wrong = limitsOutOfBounds(limits);
  if (wrong.length === 0) return;
  const sentences = wrong.map((name) => `${optionOf(name)} is a whole number from ${portalLimits[name].join(' to ')}.`);
  throw new OperatorProblem(sentences.join(' '), 'settings-out-of-bounds');
}

function linesOf(limits: PortalLimits): string {
  return portalLimitNames.map((name) => `${limits[name]}  ${optionOf(name).slice(2)}`).join('\n');
}
