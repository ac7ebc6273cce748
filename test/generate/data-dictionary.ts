import { apiAnswers } from '~/app/api/schemas';
import { tableOf } from '~/app/api/tables/answer-table.server';
import { dumpTables } from '~/db/published/dump-tables';

const expanded: Partial<Record<keyof typeof apiAnswers, string>> = {
  products: 'support',
  product: 'support',
  supplier: 'products',
  interface: 'support',
  municipality: 'inProduction',
};

/** What each column of the open data means, from the definitions that the files are made by. */
export function generate(): Record<string, string> {
  return { 'docs/generated/data-dictionary.md': document() };
}

function document(): string {
  const names = Object.keys(apiAnswers).filter((name): name is keyof typeof apiAnswers => name !== 'matrix');
  return `# Open data: what each column means

<!-- Made by npm run generate from db/published/dump-tables.ts and app/api/schemas.ts. -->

Only approved and published answers are in any of it. Licence: CC BY 4.0, or CC0 1.0 where the operator says so (\`LICENCE\`). Texts that a spreadsheet would take for a formula have an
apostrophe before them in CSV.

## The dump

\`npm run portal -- export all\` writes each file as JSON Lines and as CSV, compressed with gzip, and \`manifest.json\` with their rows and
hashes. \`/api/v1/dump/manifest.json\` and \`/api/v1/dump/<file>\` serve what was written last.
${dumpTables.map(({ name, description, columns }) => section(`\`${name}.jsonl.gz\`, \`${name}.csv.gz\``, description, columns)).join('')}
## Tables of the API

Each address under \`/api/v1\` with \`?format=csv\` or \`?format=xlsx\`.
${names.map((name) => section(`\`${name}\``, '', tableOf(name, expanded[name]).columns({}))).join('')}`;
}

interface Column {
  name: string;
  type: string;
  description: string;
}

function section(title: string, description: string, columns: readonly Column[]): string {
  const rows = columns.map((column) => `| \`${column.name}\` | ${column.type} | ${column.description} |`);
  return `\n### ${title}\n${description ? `\n${description}\n` : ''}\n| Column | Type | Meaning |\n|---|---|---|\n${rows.join('\n')}\n`;
}
