import { setSunset } from '~/db/lifecycle';
import { OperatorProblem } from '~/db/operator-problem';
import { listSunsets } from '~/db/published/sunsets';
import { isIsoDate } from '~/workflows/questionnaire/answer';
import { type Cli, type CommonOptions, carryOut, changes, reads } from './cli';
import { interfaceIdOf } from './known';

/** `interface sunsets|sunset`: days on which versions of interfaces go out of use. */
export function registerInterface({ program, withPortal, print }: Cli): void {
  const command = program.command('interface').description('versions of interfaces');
  reads(command.command('sunsets'))
    .description('the days that are set')
    .action(() =>
      withPortal(async ({ db }) => {
        const sunsets = await listSunsets(db);
        const lines = sunsets.map(({ interfaceId, label, sunsetOn }) => `${sunsetOn}  ${interfaceId} ${label}`);
        print(sunsets, lines.join('\n') || 'No days are set.');
      }),
    );
  changes(command.command('sunset <id> <version> <day>'))
    .description('set the last day on which a version should be used, yyyy-mm-dd; "none" takes it back')
    .option('--successor <version>', 'the version to move to; the newest unless told')
    .action((id: string, version: string, day: string, options: CommonOptions & { successor?: string }) =>
      withPortal(async ({ db, now }) => {
        if (day !== 'none' && !isIsoDate(day)) throw new OperatorProblem(`${day} is no day: write it as yyyy-mm-dd.`);
        const wanted = {
          interfaceId: await interfaceIdOf(db, id),
          label: version,
          sunsetOn: day === 'none' ? null : day,
          successor: options.successor ?? null,
        };
        const set = await carryOut(db, options, (tx) => setSunset(tx, { actor: null, now: now() }, wanted));
        const word = options.dryRun ? 'would be' : 'was';
        print({ ...wanted, ...set }, `The day ${word} set; ${set.affected} products are affected.`);
      }),
    );
}
