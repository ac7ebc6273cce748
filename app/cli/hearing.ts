import type { Command } from 'commander';
import type { Db } from '~/db/client';
import { answerComment, listComments } from '~/db/hearing-comments';
import { endHearing, listHearings, openHearing } from '~/db/hearings';
import { listQuestionnaireDrafts } from '~/db/questionnaire-drafts';
import { actingAs } from './actor';
import { type Cli, type CommonOptions, carryOut, changes, reads } from './cli';
import { idOf, oneOf, unknown } from './known';

type By<T = object> = CommonOptions & { by: string } & T;

/** `hearing list|open|comments|answer|end`: a version of a questionnaire before it is published. */
export function registerHearing(cli: Cli): void {
  const hearing = cli.program
    .command('hearing')
    .description('versions of questionnaires that everybody may comment on');
  reads(hearing.command('list'))
    .description('every hearing, newest first')
    .action(() =>
      cli.withPortal(async ({ db }) => {
        const all = await listHearings(db);
        const lines = all.map(({ id, slug, version, closesOn, endedAt, comments, waiting }) =>
          [
            id,
            `${slug} ${version}`,
            endedAt ? 'ended' : `until ${closesOn}`,
            `${comments} comments, ${waiting} wait`,
          ].join('  '),
        );
        cli.print(all, lines.join('\n') || 'There are none.');
      }),
    );
  byCoordinator(hearing.command('open'))
    .description('let everybody read a draft and comment on it')
    .argument('<slug>')
    .argument('<version>')
    .requiredOption('--until <yyyy-mm-dd>', 'the last day for comments')
    .requiredOption('--introduction <text>', 'what you want to hear about')
    .action((slug: string, version: string, options: By<{ until: string; introduction: string }>) =>
      cli.withPortal(async (portal) => {
        const acting = await actingAs(portal, options.by, 'portal');
        const drafts = await listQuestionnaireDrafts(portal.db);
        const hash = drafts.find((each) => each.slug === slug && each.version === version)?.hash ?? '';
        const { until: closesOn, introduction } = options;
        const input = { slug, version, hash, closesOn, introduction };
        const opened = await carryOut(portal.db, options, (db) => openHearing(db, acting, input));
        cli.print(opened, options.dryRun ? 'It can be opened.' : `Opened: ${opened.hearingId}`);
      }),
    );
  reads(hearing.command('comments'))
    .description('what was written and confirmed')
    .argument('<hearing>', 'its id')
    .action((id: string) =>
      cli.withPortal(async ({ db }) => {
        const { id: hearingId } = oneOf(await listHearings(db), id, 'hearing');
        const all = await listComments(db, hearingId);
        const lines = all.map((each) =>
          [each.id, each.state, each.questionId ?? 'whole', each.organisation, each.body.replaceAll('\n', ' ')].join(
            '  ',
          ),
        );
        cli.print(all, lines.join('\n') || 'There are none.');
      }),
    );
  registerAnswers(hearing, cli);
}

function registerAnswers(hearing: Command, cli: Cli): void {
  byCoordinator(hearing.command('answer'))
    .description('answer a comment by mail, or close it without an answer')
    .argument('<comment>', 'its id')
    .option('--text <text>', 'without it the comment is closed', '')
    .action((commentId: string, options: By<{ text: string }>) =>
      cli.withPortal(async (portal) => {
        const acting = await actingAs(portal, options.by, 'portal');
        const expectedVersion = await versionOf(portal.db, commentId);
        const as = options.text === '' ? ('closed' as const) : ('answered' as const);
        const input = { commentId, expectedVersion, as, answer: options.text };
        await carryOut(portal.db, options, (db) => answerComment(db, acting, input));
        cli.print({ commentId, as }, options.dryRun ? 'It can be done.' : 'Done.');
      }),
    );
  byCoordinator(hearing.command('end'))
    .description('end a hearing; publish with `questionnaire publish` when every comment is answered or closed')
    .argument('<hearing>', 'its id')
    .action((hearingId: string, options: By) =>
      cli.withPortal(async (portal) => {
        const acting = await actingAs(portal, options.by, 'portal');
        idOf(hearingId, 'hearing');
        await carryOut(portal.db, options, (db) => endHearing(db, acting, { hearingId }));
        cli.print({ hearingId, ended: true }, options.dryRun ? 'It can be ended.' : 'Ended.');
      }),
    );
}

function byCoordinator(command: Command): Command {
  return changes(command).requiredOption('--by <email>', 'a coordinator');
}

async function versionOf(db: Db, commentId: string): Promise<number> {
  for (const { id } of await listHearings(db)) {
    const found = (await listComments(db, id)).find((each) => each.id === commentId);
    if (found) return found.version;
  }
  return unknown('comment', commentId, `There is no comment ${commentId}.`);
}
