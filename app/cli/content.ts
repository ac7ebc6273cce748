import type { Command } from 'commander';
import { costInWords } from '~/app/renewal-words';
import type { Database } from '~/db/client';
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
import { costOfVersion, type DraftCost, listQuestionnaireDrafts, publishDraft } from '~/db/questionnaire-drafts';
import { type Cli, type CommonOptions, carryOut, changes, reads } from './cli';

/** `catalogue load`, `questionnaire check|publish`: what lies in db/content, checked and loaded. */
export function registerContent(cli: Cli): void {
  const catalogue = cli.program.command('catalogue').description('interfaces, municipalities and KLE groups');
  changes(catalogue.command('load'))
    .description('show what db/content/catalogue changes, then apply it; with --dry-run only show it')
    .action((options: CommonOptions) => loadCatalogue(cli, options));
  const questionnaire = cli.program.command('questionnaire').description('the questionnaires in db/content');
  registerCheck(questionnaire, cli);
  changes(questionnaire.command('publish'))
    .description('show what the versions that are not published yet cost suppliers, then publish them for good')
    .action((options: CommonOptions) => publish(cli, options));
}

async function loadCatalogue(cli: Cli, { dryRun = false, json = false }: CommonOptions): Promise<void> {
  await cli.withPortal(async ({ db, now }) => {
    const planned = await planCatalogue(db);
    if (dryRun) return cli.print({ changes: planned, applied: false }, writeChanges(planned));
    if (!json && planned.length > 0) cli.say(writeChanges(planned));
    const applied = await loadContent(db, { now: now(), only: 'catalogue' });
    cli.print({ changes: applied, applied: true }, summary(applied.length));
  });
}

/** A published version, and what it costs; null: it is the first. */
interface Publishing {
  id: string;
  cost: DraftCost | null;
}

async function publish(cli: Cli, { dryRun = false, json = false }: CommonOptions): Promise<void> {
  await cli.withPortal(async ({ db, now }) => {
    const planned = await planCosts(db);
    const words = planned.length === 0 ? 'Nothing changes.' : planned.map(writePublishing).join('\n');
    if (dryRun) return cli.print({ versions: planned, applied: false }, words);
    if (!json && planned.length > 0) cli.say(words);
    await loadContent(db, { now: now(), only: 'questionnaires' });
    for (const draft of await listQuestionnaireDrafts(db)) {
      await carryOut(db, {}, (within) => publishDraft(within, { actor: null, now: now() }, draft));
    }
    cli.print({ versions: planned, applied: true }, published(planned.length));
  });
}

async function planCosts(db: Database): Promise<Publishing[]> {
  const planned: Publishing[] = [];
  for (const filed of await planPublishing(db)) {
    const { slug, version } = filed.definition;
    planned.push({ id: `${slug} ${version}`, cost: await costOfVersion(db, filed) });
  }
  return planned;
}

function writePublishing({ id, cost }: Publishing): string {
  return [`+ questionnaire ${id} (published)`, ...(cost ? [`    ${costInWords(cost, 'en')}`] : [])].join('\n');
}

function published(count: number): string {
  if (count === 0) return 'Everything was published already.';
  return count === 1 ? '1 version was published.' : `${count} versions were published.`;
}

function registerCheck(questionnaire: Command, { print, withPortal, fail }: Cli): void {
  reads(questionnaire.command('check'))
    .description('check everything in db/content, or one questionnaire, without a database')
    .option('--cost', 'also count in the database what the versions that are not published yet cost suppliers')
    .argument('[file]', 'the folder of a version, or a file in it')
    .action(async (file: string | undefined, options: CommonOptions & { cost?: boolean }) => {
      const issues = file === undefined ? checkContent() : checkQuestionnaire(file);
      if (issues.length === 0 && options.cost) {
        return withPortal(async ({ db }) => {
          const versions = await planCosts(db);
          const words = versions.map(
            ({ id, cost }) => `${id}: ${cost ? costInWords(cost, 'en') : 'costs nobody anything.'}`,
          );
          print({ issues, versions }, ['No problems.', ...words].join('\n'));
        });
      }
      if (issues.length === 0) return print({ issues }, 'No problems.');
      if (!options.json) throw new ContentProblem(issues);
      print({ issues: issues.map((issue) => ({ ...issue, text: writeIssue(issue) })) }, '');
      fail();
    });
}

function summary(count: number): string {
  if (count === 0) return 'Everything was loaded already.';
  return count === 1 ? '1 change was applied.' : `${count} changes were applied.`;
}

const signs = { added: '+', published: '+', drafted: '+', restored: '+', changed: '~', removed: '-' } as const;

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
