import type { Config } from '~/app/config.server';
import { demoBegins, loadDemo, planDemo } from '~/app/demo/load';
import { ensureDemoPeople } from '~/app/demo/people';
import { loadContent } from '~/db/content';
import { OperatorProblem } from '~/db/operator-problem';
import { ok } from '~/workflows/refusal';
import { type Cli, type CommonOptions, carryOut, changes } from './cli';

/** `demo load`, `demo people`. */
export function registerDemo({ program, withPortal, print, say }: Cli): void {
  const demo = program.command('demo').description('fictional suppliers, products, cases and people');
  changes(demo.command('load'))
    .description('make the demo data, unless it is there; impossible with NODE_ENV=production')
    .action(({ dryRun = false }: CommonOptions) =>
      withPortal(async ({ config, db, storage, now }) => {
        refuseInProduction(config);
        const planned = await planDemo(db);
        if (dryRun && planned) {
          return print({ loaded: false, ...planned }, `${inWords(planned)} would be made.`);
        }
        if (!planned) return print({ loaded: false }, 'The demo data is there already.');
        await loadContent(db, { now: demoBegins(now()) });
        const made = await loadDemo({ db, storage, now, publicUrl: config.publicUrl, say });
        print({ loaded: made !== undefined, ...made }, `${inWords(made ?? planned)} were made.`);
      }),
    );
  changes(demo.command('people'))
    .description('only the people of the sign-in page and their two suppliers, with no product or case')
    .action((options: CommonOptions) =>
      withPortal(async ({ config, db, now }) => {
        refuseInProduction(config);
        await carryOut(db, options, async (within) => {
          await loadContent(within);
          return ok(await ensureDemoPeople(within, now()));
        });
        print({ people: true }, `The demo people ${options.dryRun ? 'would be' : 'are'} there.`);
      }),
    );
}

function inWords({ suppliers, products }: { suppliers: number; products: number }): string {
  return `${suppliers} suppliers and ${products} products`;
}

function refuseInProduction({ production }: Pick<Config, 'production'>): void {
  if (production) throw new OperatorProblem('NODE_ENV must not be production: demo data is not for real people.');
}
