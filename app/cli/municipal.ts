import type { Command } from 'commander';
import type { OpenPortal } from '~/app/server/open-portal';
import { attest, attestationChanges, changeAttestation, listAttestations } from '~/db/attestations';
import { changeCalibrationSettings, getCalibrationSettings, listAgreement } from '~/db/calibration';
import { closeCalibrationTask, listCalibrationTasks } from '~/db/calibration-tasks';
import { listReviewingMunicipalities } from '~/db/cases/routing';
import { listMunicipalities } from '~/db/catalogue';
import { findMunicipalityPage } from '~/db/municipality-overview';
import { OperatorProblem } from '~/db/operator-problem';
import { calibrationOutcomes } from '~/workflows/calibration-task';
import { copenhagenDay } from '~/workflows/day';
import { actingAs } from './actor';
import { type Cli, type CommonOptions, carryOut, changes, reads } from './cli';
import { interfaceIdOf, municipalityCodeOf, oneOf, productIdOf } from './known';

type By<T = object> = CommonOptions & { by: string } & T;

/** `municipality list|show`, `attestation list|give|change`, `calibration show|set|list|close`. */
export function registerMunicipal(cli: Cli): void {
  const municipality = cli.program.command('municipality').description('the 98, and which of them review');
  reads(municipality.command('list'))
    .description('code, name, and whether somebody there reviews')
    .action(() =>
      cli.withPortal(async ({ db }) => {
        const reviewing = new Set((await listReviewingMunicipalities(db)).map(({ code }) => code));
        const all = (await listMunicipalities(db)).map((each) => ({ ...each, reviews: reviewing.has(each.code) }));
        const lines = all.map(({ code, name, reviews }) => `${code}  ${name}${reviews ? '  reviews' : ''}`);
        cli.print(all, lines.join('\n') || 'No municipality is loaded.');
      }),
    );
  reads(municipality.command('show'))
    .description('its people, its cases, the rules that send it some, and whether it can decide today')
    .argument('<municipality>', 'its code')
    .action((code: string) =>
      cli.withPortal(async ({ db, now }) => {
        const view = await findMunicipalityPage(db, copenhagenDay(now()), await municipalityCodeOf(db, code));
        if (!view) throw new OperatorProblem(`No municipality has the code ${code}.`);
        const { name, region, deciding, backOn, openCases, allCases, who, ownRules, attestations } = view;
        const lines = [
          `${code}  ${name}  ${region}`,
          `can decide: ${deciding}${backOn ? `, until ${backOn}` : ''}`,
          `cases: ${openCases} open of ${allCases}`,
          ...who.map((person) => `person: ${person.name}  ${person.email}  ${person.roles.join(', ')}`),
          ...ownRules.map(({ position, name: rule }) => `rule: ${position}. ${rule}`),
          `attestations: ${attestations.length}`,
        ];
        cli.print(view, lines.join('\n'));
      }),
    );
  const attestation = cli.program.command('attestation').description('what municipalities say that they run');
  registerAttestations(attestation, cli);
  const calibration = cli.program.command('calibration').description('blind second reviews');
  registerCalibration(calibration, cli);
}

function registerAttestations(attestation: Command, cli: Cli): void {
  reads(attestation.command('list'))
    .description('of a municipality, those that end first at the top')
    .argument('<municipality>', 'its code')
    .action((code: string) =>
      cli.withPortal(async ({ db, now }) => {
        const all = await listAttestations(db, await municipalityCodeOf(db, code), copenhagenDay(now()));
        const lines = all.map(({ id, productSlug, interfaceId, validTo, state }) =>
          [id, productSlug, interfaceId, validTo, state].join('  '),
        );
        cli.print(all, lines.join('\n') || 'There are none.');
      }),
    );
  byReviewer(attestation.command('give'))
    .description('say that the municipality runs a product with an interface in production')
    .argument('<product>', 'its address name')
    .argument('<interface>', 'e.g. SF1500')
    .requiredOption('--since <yyyy-mm-dd>')
    .option('--unnamed', 'the public does not read the municipality’s name')
    .action(
      (slug: string, interfaceId: string, options: By<{ municipality: string; since: string; unnamed?: boolean }>) =>
        cli.withPortal(async (portal) => {
          const acting = await actingInMunicipality(portal, options);
          await productIdOf(portal.db, slug);
          await interfaceIdOf(portal.db, interfaceId);
          const input = { slug, interfaceId, sinceOn: options.since, isNamed: !options.unnamed };
          const given = await carryOut(portal.db, options, (db) => attest(db, acting, input));
          cli.print(given, `It ${options.dryRun ? 'would hold' : 'holds'} until ${given.validTo}.`);
        }),
    );
  byReviewer(attestation.command('change'))
    .description(`${attestationChanges.join(', ')} one`)
    .argument('<id>', 'as `attestation list` gives it')
    .argument('<change>', attestationChanges.join(', '))
    .action((id: string, wanted: string, options: By<{ municipality: string }>) =>
      cli.withPortal(async (portal) => {
        const acting = await actingInMunicipality(portal, options);
        const change = attestationChanges.find((each) => each === wanted);
        if (!change) throw new OperatorProblem(`Give one of ${attestationChanges.join(', ')}.`);
        const all = await listAttestations(portal.db, options.municipality, copenhagenDay(acting.now));
        const { version: expectedVersion } = oneOf(all, id, 'attestation');
        await carryOut(portal.db, options, (db) => changeAttestation(db, acting, { id, expectedVersion, change }));
        cli.print({ id, change }, options.dryRun ? 'It can be done.' : 'Done.');
      }),
    );
}

/** Which is not there, the municipality or somebody's role in it, is told apart. */
async function actingInMunicipality(portal: OpenPortal, { municipality, by }: By<{ municipality: string }>) {
  return actingAs(portal, by, { municipality: await municipalityCodeOf(portal.db, municipality) });
}

function byReviewer(command: Command): Command {
  return changes(command)
    .requiredOption('--municipality <code>', 'for which it is said')
    .requiredOption('--by <email>', 'somebody there');
}

function registerCalibration(calibration: Command, cli: Cli): void {
  reads(calibration.command('show'))
    .description('how much is reviewed twice, and how far reviewers agree by question')
    .action(() =>
      cli.withPortal(async ({ db }) => {
        const settings = await getCalibrationSettings(db);
        const questions = await listAgreement(db);
        const { sharePercent, thresholdPercent } = settings;
        const lines = questions.map(
          ({ questionId, agreed, pairs, isLow }) => `${questionId}  ${agreed} of ${pairs}${isLow ? '  low' : ''}`,
        );
        const first = `${sharePercent} % is reviewed twice; below ${thresholdPercent} % agreement is low.`;
        cli.print({ settings, questions }, [first, ...lines].join('\n'));
      }),
    );
  changes(calibration.command('set'))
    .description('change how much is reviewed twice, or which agreement is low')
    .option('--share <percent>')
    .option('--threshold <percent>')
    .requiredOption('--by <email>', 'a coordinator')
    .action((options: By<{ share?: string; threshold?: string }>) =>
      cli.withPortal(async (portal) => {
        const acting = await actingAs(portal, options.by, 'portal');
        const { sharePercent, thresholdPercent, version } = await getCalibrationSettings(portal.db);
        const input = {
          sharePercent: Number(options.share ?? sharePercent),
          thresholdPercent: Number(options.threshold ?? thresholdPercent),
          expectedVersion: version,
        };
        await carryOut(portal.db, options, (db) => changeCalibrationSettings(db, acting, input));
        const { expectedVersion: _, ...set } = input;
        cli.print(set, options.dryRun ? 'It can be set so.' : 'It is set so.');
      }),
    );
  registerTasks(calibration, cli);
}

function registerTasks(calibration: Command, cli: Cli): void {
  reads(calibration.command('list'))
    .description('questions on which reviewers do not agree, those that are open at the top')
    .action(() =>
      cli.withPortal(async ({ db }) => {
        const all = await listCalibrationTasks(db);
        const lines = all.map(({ id, state, closed, questionnaire: { slug, version }, questionId, agreed, pairs }) =>
          [
            id,
            state === 'open' ? 'open' : (closed?.outcome ?? 'closed'),
            `${slug} ${version}`,
            questionId,
            `${agreed} of ${pairs}`,
          ].join('  '),
        );
        cli.print(all, lines.join('\n') || 'There are none.');
      }),
    );
  changes(calibration.command('close'))
    .description('say what becomes of such a question; later reviews can open it again')
    .argument('<task>', 'as `calibration list` gives it')
    .argument('<outcome>', calibrationOutcomes.join(', '))
    .requiredOption('--note <text>', 'why')
    .requiredOption('--by <email>', 'a coordinator')
    .action((taskId: string, outcome: string, options: By<{ note: string }>) =>
      cli.withPortal(async (portal) => {
        const acting = await actingAs(portal, options.by, 'portal');
        const { version: expectedVersion } = oneOf(await listCalibrationTasks(portal.db), taskId, 'task');
        const input = { taskId, expectedVersion, outcome, note: options.note };
        await carryOut(portal.db, options, (db) => closeCalibrationTask(db, acting, input));
        cli.print({ taskId, outcome }, options.dryRun ? 'It can be closed.' : 'Closed.');
      }),
    );
}
