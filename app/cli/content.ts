import type { Command } from 'commander';
import {
  type ContentChange,
  ContentProblem,
  checkContent,
  checkQuestionnaire,
  loadContent,
  planCatalogue,
  planPublishing,
  writeIssue,
} from '~/db/content';
import { type Cli, type CommonOptions, changes, reads } from './cli';

/** `catalogue load`, `questionnaire check|publish`: what lies in db/content, checked and loaded. */
export function registerContent(cli: Cli): void {
  const catalogue = cli.program.command('catalogue').description('interfaces, municipalities and KLE groups');
  changes(catalogue.command('load'))
    .description('show what db/content/catalogue changes, then apply it; with --dry-run only show it')
    .action((options: CommonOptions) => load(cli, options, 'catalogue'));
  const questionnaire = cli.program.command('questionnaire').description('the questionnaires in db/content');
  registerCheck(questionnaire, cli);
  changes(questionnaire.command('publish'))
    .description('publish the versions that are not published yet; a published version never changes')
    .action((options: CommonOptions) => load(cli, options, 'questionnaires'));
}

async function load(cli: Cli, { dryRun = false, json = false }: CommonOptions, only: 'catalogue' | 'questionnaires') {
  await cli.withPortal(async ({ db, now }) => {
    const planned = await (only === 'catalogue' ? planCatalogue(db) : planPublishing(db));
    if (dryRun) return cli.print({ changes: planned, applied: false }, writeChanges(planned));
    if (!json && planned.length > 0) cli.say(writeChanges(planned));
    const applied = await loadContent(db, { now: now(), only });
    cli.print({ changes: applied, applied: true }, summary(applied.length));
  });
}

function registerCheck(questionnaire: Command, { print }: Cli): void {
  reads(questionnaire.command('check'))
    .description('check everything in db/content, or one questionnaire, without a database')
    .argument('[file]', 'the folder of a version, or a file in it')
    .action((file: string | undefined, options: CommonOptions) => {
      const issues = file === undefined ? checkContent() : checkQuestionnaire(file);
      if (issues.length === 0) return print({ issues }, 'No problems.');
      if (!options.json) throw new ContentProblem(issues);
      print({ issues: issues.map((issue) => ({ ...issue, text: writeIssue(issue) })) }, '');
      process.exitCode = 1;
    });
}

function summary(count: number): string {
  if (count === 0) return 'Everything was loaded already.';
  return count === 1 ? '1 change was applied.' : `${count} changes were applied.`;
}

const signs = { added: '+', published: '+', restored: '+', changed: '~', removed: '-' } as const;

/** One line for each row that changes; for a changed one also its fields, old → new. */
function writeChanges(list: readonly ContentChange[]): string {
  if (list.length === 0) return 'Nothing changes.';
  return list
    .flatMap(({ kind, id, change, fields }) => [
      `${signs[change]} ${kind} ${id} (${change})`,
      ...(change === 'changed'
        ? fields.map(({ field, from, to }) => `    ${field}: ${write(from)} → ${write(to)}`)
        : []),
    ])
    .join('\n');
}

function write(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
