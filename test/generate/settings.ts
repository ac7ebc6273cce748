import { settings } from '~/app/config.server';

/** The reference of all settings, from the list that the settings are read by. */
export async function generate(): Promise<Record<string, string>> {
  const rows = settings.map(({ name, default: otherwise, meaning }) => `| \`${name}\` | ${otherwise} | ${meaning} |`);
  return {
    'docs/generated/settings.md': `# Settings

<!-- Made by npm run generate from app/config.server.ts. -->

Each is an environment variable, read once when a process starts. An empty value counts as unset. With a wrong or missing
setting the portal does not start and says which one.

| Name | Default | Meaning |
|---|---|---|
${rows.join('\n')}
`,
  };
}
