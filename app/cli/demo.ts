import type { Config } from '~/app/config.server';
import { demoBegins, loadDemo } from '~/app/demo/load';
import { ensureDemoPeople } from '~/app/demo/people';
import { loadContent } from '~/db/content';
import { OperatorProblem } from '~/db/operator-problem';
import { type Cli, type CommonOptions, reads } from './cli';

/** `demo load`, `demo people`. */
export function registerDemo({ program, withPortal, print, say }: Cli): void {
  const demo = program.command('demo').description('fictional suppliers, products, cases and people');
  reads(demo.command('load'))
    .description('make the demo data, unless it is there; impossible with NODE_ENV=production')
    .action((_options: CommonOptions) =>
      withPortal(async ({ config, db, storage, now }) => {
        refuseInProduction(config);
        await loadContent(db, { now: demoBegins(now()) });
        const made = await loadDemo({ db, storage, now, publicUrl: config.publicUrl, say });
        print(
          { loaded: made !== undefined, ...made },
          made
            ? `${made.suppliers} suppliers and ${made.products} products were made.`
            : 'The demo data is there already.',
        );
      }),
    );
  reads(demo.command('people'))
    .description('only the people of the sign-in page and their two suppliers, with no product or case')
    .action((_options: CommonOptions) =>
      withPortal(async ({ config, db, now }) => {
        refuseInProduction(config);
        await loadContent(db);
        await ensureDemoPeople(db, now());
        print({ people: true }, 'The demo people are there.');
      }),
    );
}

function refuseInProduction({ production }: Pick<Config, 'production'>): void {
  if (production) throw new OperatorProblem('NODE_ENV must not be production: demo data is not for real people.');
}
