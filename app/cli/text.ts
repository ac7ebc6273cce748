import { type EditableText, editableTexts, findEditableText, ruleOf } from '~/app/portal-texts/editable';
import { OperatorProblem } from '~/db/operator-problem';
import { changePortalText, listTextVersions, presentVersion, readRewordings } from '~/db/portal-texts';
import type { Language } from '~/workflows/words';
import { type Cli, type CommonOptions, carryOut, changes, reads } from './cli';
import { unknown } from './known';

/** `text list|show|set|reset`: the words of mails and letters. */
export function registerText(cli: Cli): void {
  const text = cli.program.command('text').description('the words of mails and letters');
  reads(text.command('list'))
    .description('every text by its key, with the words that hold now')
    .action(() =>
      cli.withPortal(async ({ db }) => {
        const own = await readRewordings(db);
        const texts = editableTexts.flatMap(({ key, builtIn, languages }) =>
          languages.map((language) => {
            const reworded = own.get(`${key}:${language}`);
            return { key, language, isOwn: reworded !== undefined, text: reworded ?? builtIn[language] };
          }),
        );
        const lines = texts.map(({ key, language, isOwn, text }) => `${isOwn ? '*' : ' '} ${key} ${language}  ${text}`);
        cli.print({ texts }, lines.join('\n'));
      }),
    );
  reads(text.command('show'))
    .description('a text and its versions')
    .argument('<key>')
    .action((key: string) =>
      cli.withPortal(async ({ db }) => {
        const { builtIn, languages } = requireText(key);
        const versions = await listTextVersions(db, key);
        const lines = [
          ...languages.map((language) => `${language} built in  ${builtIn[language]}`),
          ...versions.map((each) => `${each.language} ${each.version}  ${each.text ?? '(built in)'}`),
        ];
        cli.print({ key, builtIn, versions }, lines.join('\n'));
      }),
    );
  registerChange(cli, text, 'set');
  registerChange(cli, text, 'reset');
}

function registerChange(cli: Cli, text: Cli['program'], verb: 'set' | 'reset'): void {
  const command = changes(text.command(verb))
    .description(verb === 'set' ? 'give a text own words' : 'take the built-in words again')
    .argument('<key>')
    .argument('<language>', 'da, en');
  if (verb === 'set') command.requiredOption('--text <text>', 'with the placeholders of the built-in text');
  command.action((key: string, language: string, options: CommonOptions & { text?: string }) =>
    cli.withPortal(async ({ db, now }) => {
      const edited = requireText(key);
      const known = requireLanguage(edited, language);
      const done = await carryOut(db, options, async (tx) =>
        changePortalText(
          tx,
          { actor: null, now: now() },
          {
            key,
            language: known,
            text: options.text ?? null,
            expectedVersion: await presentVersion(tx, key, known),
            rule: ruleOf(edited, known),
          },
        ),
      );
      cli.print({ key, language: known, ...done }, `${key} ${known} is at version ${done.version}.`);
    }),
  );
}

function requireText(key: string): EditableText {
  const found = findEditableText(key);
  return found ?? unknown('text', key, `There is no text ${key}; \`text list\` names them.`);
}

function requireLanguage({ languages }: EditableText, language: string): Language {
  const found = languages.find((each) => each === language);
  if (!found) throw new OperatorProblem(`Give one of ${languages.join(', ')}.`);
  return found;
}
