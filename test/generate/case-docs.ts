import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { refusalTexts } from '~/app/i18n/refusals';
import { eventTexts } from '~/app/i18n/review';
import type { Texts } from '~/app/i18n/texts';
import { caseStateExplanations, caseStateTexts, roleTexts } from '~/app/i18n/words';
import { automaticTexts, senderTexts } from '~/app/i18n/workflow';
import { type ChartTransition, readChart } from '~/workflows/case/chart';
import type { CasePlace, CaseSender } from '~/workflows/case/chart-words';
import { caseEvents, caseStates, type Language, languages, roles } from '~/workflows/words';
import { drawChart } from './parts/case-drawing';

/** The case's documentation and the data of the page about it, from the machine itself. */
export async function generate(): Promise<Record<string, string>> {
  const chart = readChart();
  const danish = await drawChart(chart, 'da');
  return {
    'docs/generated/case-workflow.md': documentOf(chart),
    'docs/generated/case-workflow.svg': danish,
    'public/case-workflow.da.svg': danish,
    'public/case-workflow.en.svg': await drawChart(chart, 'en'),
    'app/generated/case-workflow.ts': moduleOf(chart),
  };
}

function documentOf(chart: readonly ChartTransition[]): string {
  return `# The case

<!-- Made by npm run generate from workflows/case. -->

A case is driven by the machine in \`workflows/case/case.machine.ts\`; who may send an event stands in
\`permissions.ts\`, the guards in \`rules.ts\`. Everything here is read from them. The review has one parallel region per
section of the questionnaire; one is drawn.

![Sagens vej](case-workflow.svg)

\`\`\`mermaid
${mermaidOf(chart)}
\`\`\`

## States

| State | Dansk | English | Betydning | Meaning |
|---|---|---|---|---|
${caseStates
  .map(
    (state) =>
      `| \`${state}\` | ${caseStateTexts[state].da} | ${caseStateTexts[state].en} | ${caseStateExplanations[state].da} | ${caseStateExplanations[state].en} |`,
  )
  .join('\n')}

## Transitions: state × event × role

The guards are looked at from left to right, the sender's role first; the first that does not hold is the refusal that the person
reads.

| State | Event | Handling | Action | Leads to | Who | Guards |
|---|---|---|---|---|---|---|
${chart.map(rowOf).join('\n')}

## Who can do what, by state and role

Events that the role may send in the state, when every guard holds.

| State | ${[...roles, 'portal'].map((role) => `\`${role}\``).join(' | ')} |
|---|${[...roles, 'portal'].map(() => '---').join('|')}|
${matrixRows(chart).join('\n')}

## Guards

| Refusal | Dansk | English |
|---|---|---|
${refusalRows(chart).join('\n')}
`;
}

const nameOf = ({ state, node }: CasePlace): string => (node ? `${state}.${node}` : state);

/** Several places of one state (confirm, reinstate) are each named once. */
const namesOf = (places: readonly CasePlace[]): string =>
  [...new Set(places.map((place) => `\`${nameOf(place)}\``))].join(', ');

function rowOf({ from, event, to, senders, refusals }: ChartTransition): string {
  const action = event ? eventTexts[event] : automaticOf(from);
  const cells = [
    `\`${nameOf(from)}\``,
    event ? `\`${event}\`` : '(by itself)',
    action.da,
    action.en,
    namesOf(to),
    event ? senders.map((sender) => senderName(sender, 'da')).join(', ') : '–',
    refusals.map((code) => `\`${code}\``).join(' ') || '–',
  ];
  return `| ${cells.join(' | ')} |`;
}

function automaticOf({ state, node }: CasePlace) {
  if (node === 'waiting') return automaticTexts.waiting;
  if (state === 'submitted' || state === 'screening' || state === 'review') return automaticTexts[state];
  throw new Error(`Nothing says why ${nameOf({ state, node })} moves on by itself.`);
}

function senderName(sender: CaseSender, language: Language): string {
  return sender === 'portal' ? senderTexts.portal[language] : roleTexts[sender][language];
}

function matrixRows(chart: readonly ChartTransition[]): string[] {
  const places = [...new Set(chart.map(({ from }) => nameOf(from)))];
  return places.map((place) => {
    const here = chart.filter(({ from, event }) => nameOf(from) === place && event !== null);
    const cells = [...roles, 'portal' as const].map((sender) =>
      here
        .filter(({ senders }) => senders.includes(sender))
        .map(({ event }) => event)
        .join(', '),
    );
    return `| \`${place}\` | ${cells.map((cell) => cell || '–').join(' | ')} |`;
  });
}

const otherRefusals = [
  'role-required',
  'event-not-possible',
  'case-has-moved',
  'section-already-claimed',
  'section-not-claimed',
];

function refusalRows(chart: readonly ChartTransition[]): string[] {
  const texts: Texts = refusalTexts;
  const codes = [...new Set([...otherRefusals, ...chart.flatMap(({ refusals }) => refusals)])];
  return codes.map((code) => {
    const entry = texts[code];
    if (!entry) throw new Error(`The refusal "${code}" has no sentence in app/i18n/refusals.ts.`);
    const [da, en] = languages.map((language) => {
      const text = entry[language];
      return typeof text === 'string' ? text : text.other;
    });
    return `| \`${code}\` | ${da} | ${en} |`;
  });
}

function mermaidOf(chart: readonly ChartTransition[]): string {
  const idOf = ({ state, node }: CasePlace) => (node ?? state).replaceAll('-', '_');
  const arrow = ({ from, event, to }: ChartTransition) =>
    [...new Set(to.map(idOf))].map((target) => `${idOf(from)} --> ${target}${event ? `: ${event}` : ''}`);
  const within = (state: string) =>
    chart.filter(({ from, to }) => from.state === state && from.node && to.every((each) => each.state === state));
  const inner = ['review', 'decision'].flatMap((state) => [
    `  state ${state} {`,
    `    [*] --> ${state === 'review' ? 'waiting' : 'lead'}`,
    ...within(state)
      .flatMap(arrow)
      .map((line) => `    ${line}`),
    '  }',
  ]);
  const outer = chart
    .filter(({ from, to }) => !from.node || to.some((each) => each.state !== from.state))
    .flatMap(arrow);
  const ends = caseStates.filter((state) => !chart.some(({ from }) => from.state === state));
  return [
    'stateDiagram-v2',
    '  [*] --> draft',
    ...inner,
    ...[...new Set(outer)].map((line) => `  ${line}`),
    ...ends.map((state) => `  ${idOf({ state, node: null })} --> [*]`),
  ].join('\n');
}

/** Data alone, so that public pages and the browser never import the machine. */
function moduleOf(chart: readonly ChartTransition[]): string {
  const order = chart.filter(({ event }) => event !== null && caseEvents.includes(event));
  const rows = order.map(({ from, event, to, senders }) => ({ from, event, to, senders }));
  return formatted(
    'app/generated/case-workflow.ts',
    `// Made by npm run generate from workflows/case/case.machine.ts.
    import type { CasePlace, CaseSender } from '~/workflows/case/chart-words';
    import type { CaseEventType } from '~/workflows/words';

    export interface WorkflowRow {
      from: CasePlace;
      event: CaseEventType;
      to: readonly CasePlace[];
      senders: readonly CaseSender[];
    }

    /** What can be done to a case: each state with its events, where they lead and who may send them. */
    export const workflowRows: readonly WorkflowRow[] = ${JSON.stringify(rows)};
    `,
  );
}

/** As the formatter would leave it, so that the generated file passes the same gate as every other. */
function formatted(file: string, content: string): string {
  const biome = path.join('node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const result = spawnSync(process.execPath, [biome, 'format', `--stdin-file-path=${file}`], {
    input: content,
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(`${file} could not be formatted:\n${result.stderr}`);
  return result.stdout;
}
