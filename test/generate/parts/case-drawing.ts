import { instance } from '@viz-js/viz';
import { eventTexts } from '~/app/i18n/review';
import { caseStateTexts } from '~/app/i18n/words';
import { automaticTexts, caseNodeTexts, workflowTexts } from '~/app/i18n/workflow';
import type { ChartTransition } from '~/workflows/case/chart';
import type { CasePlace } from '~/workflows/case/chart-words';
import { type CaseEventType, type CaseState, caseStates, type Language } from '~/workflows/words';

/** From so many states on (or to so many), an event's arrows are gathered in one box, or they would cover the rest. */
const gatheredFrom = 4;

/**
 * Laid out for letters that are larger than those drawn: the reader's font may be wider than the one that was measured.
 */
const sizes = { node: { laidOut: 15, drawn: 13 }, edge: { laidOut: 12, drawn: 10.5 } };

const ink = '#1a1a1a';
const accent = '#0059b3';
const font = 'fontname="IBM Plex Sans, Helvetica, Arial, sans-serif"';

/** States by what they mean to the reader; the fill says it too, beside the label. */
const fills: Readonly<Partial<Record<CaseState, string>>> = {
  approved: '#e3f4e5',
  'partially-approved': '#e3f4e5',
  upheld: '#e3f4e5',
  rejected: '#fbe6e6',
  revoked: '#fbe6e6',
  withdrawn: '#eeeeee',
  superseded: '#eeeeee',
  expired: '#eeeeee',
  'changes-requested': '#fff6d6',
  hearing: '#fff6d6',
  suspended: '#fff6d6',
  expiring: '#fff6d6',
};

/** The chart as SVG with labels in one language. No style sheet and no script in it: the security policy allows none. */
export async function drawChart(chart: readonly ChartTransition[], language: Language): Promise<string> {
  const viz = await instance();
  const svg = viz.renderString(dotOf(chart, language), { format: 'svg' });
  const [, body = ''] = svg.split(/(?=<svg )/);
  return body
    .replace(/<!--[\s\S]*?-->\n?/g, '')
    .replace(/ xml:space="preserve"/g, '')
    .replaceAll(`font-size="${sizes.node.laidOut.toFixed(2)}"`, `font-size="${sizes.node.drawn}"`)
    .replaceAll(`font-size="${sizes.edge.laidOut.toFixed(2)}"`, `font-size="${sizes.edge.drawn}"`);
}

function dotOf(chart: readonly ChartTransition[], language: Language): string {
  const gathered = gatheredEvents(chart);
  const drawn = chart.filter(({ event, to }) => event === null || (!gathered.has(event) && to.length < gatheredFrom));
  return `digraph case {
  graph [rankdir=TB, nodesep=0.35, ranksep=0.5, compound=true, bgcolor="white", ${font}, fontcolor="${ink}", pad=0.2]
  node [shape=box, style="rounded,filled", fillcolor="#eaf2fb", color="${accent}", ${font}, fontsize=${sizes.node.laidOut}, fontcolor="${ink}", margin="0.18,0.08"]
  edge [${font}, fontsize=${sizes.edge.laidOut}, color="#444444", fontcolor="${ink}", arrowsize=0.7]
  start [shape=circle, label="", width=0.18, fixedsize=true, fillcolor="${ink}", color="${ink}"]
  start -> "draft"
  ${caseStates
    .filter((state) => !isCompound(chart, state))
    .map((state) => nodeOf(state, language))
    .join('\n  ')}
  ${compounds(chart, language)}
  ${arrows(drawn, language).join('\n  ')}
  ${boxes(chart, gathered, language).join('\n  ')}
  ${spreads(chart, language).join('\n  ')}
}`;
}

function gatheredEvents(chart: readonly ChartTransition[]): Set<CaseEventType> {
  const counts = new Map<CaseEventType, number>();
  for (const { event } of chart) if (event) counts.set(event, (counts.get(event) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= gatheredFrom).map(([event]) => event));
}

function isCompound(chart: readonly ChartTransition[], state: CaseState): boolean {
  return chart.some(({ from }) => from.state === state && from.node !== null);
}

function nodeOf(state: CaseState, language: Language): string {
  const fill = fills[state];
  return `"${state}" [label="${quoted(caseStateTexts[state][language])}"${fill ? `, fillcolor="${fill}"` : ''}]`;
}

function compounds(chart: readonly ChartTransition[], language: Language): string {
  return caseStates
    .filter((state) => isCompound(chart, state))
    .map((state) => {
      const inner = new Set(
        chart.flatMap(({ from, to }) => [from, ...to]).filter((each) => each.state === state && each.node),
      );
      const nodes = new Set([...inner].map(({ node }) => node ?? 'lead'));
      const lines = [...nodes].map(
        (node) => `"${state}.${node}" [label="${quoted(caseNodeTexts[node][language])}", fillcolor="white"]`,
      );
      return `subgraph "cluster_${state}" {
    label="${quoted(caseStateTexts[state][language])}"; labeljust=l; fontsize=${sizes.node.laidOut}; style="rounded,filled"; fillcolor="#f4f8fd"; color="${accent}"
    ${lines.join('\n    ')}
  }`;
    })
    .join('\n  ');
}

/** Arrows into and out of a compound state end at its border. */
function arrows(chart: readonly ChartTransition[], language: Language): string[] {
  const labels = new Map<string, string[]>();
  for (const { from, event, to } of chart) {
    for (const target of to) {
      const key = `${endOf(from, 'tail')} -> ${endOf(target, 'head')}`;
      const label = event ? eventTexts[event][language] : automaticLabel(from, language);
      if (!labels.get(key)?.includes(label)) labels.set(key, [...(labels.get(key) ?? []), label]);
    }
  }
  return [...labels].map(([key, words]) => {
    const [from, to] = key.split(' -> ').map((end) => end.split('|'));
    const ends = [
      ...(from?.[1] ? [`ltail="cluster_${from[1]}"`] : []),
      ...(to?.[1] ? [`lhead="cluster_${to[1]}"`] : []),
      ...(isBackwards(from?.[0], to?.[0]) ? ['constraint=false'] : []),
    ];
    return `"${from?.[0]}" -> "${to?.[0]}" [${[`label="${words.map(quoted).join('\\n')}"`, ...ends].join(', ')}]`;
  });
}

/** An arrow back must not pull its source above its target. */
function isBackwards(from = '', to = ''): boolean {
  const order: readonly string[] = caseStates;
  const rank = (name: string) => order.indexOf(name.split('.')[0] ?? '');
  return rank(to) < rank(from);
}

function automaticLabel({ state, node }: CasePlace, language: Language): string {
  if (node === 'waiting') return automaticTexts.waiting[language];
  if (state === 'submitted' || state === 'screening' || state === 'review') return automaticTexts[state][language];
  throw new Error(`Nothing says why ${state} moves on by itself.`);
}

const entries: Readonly<Partial<Record<CaseState, string>>> = { review: 'review.waiting', decision: 'decision.lead' };
const exits: Readonly<Partial<Record<CaseState, string>>> = { review: 'review.assessed', decision: 'decision.lead' };

/** A node's name; for a compound state as a whole a node in it, and after `|` its border. */
function endOf({ state, node }: CasePlace, end: 'head' | 'tail'): string {
  if (node) return `${state}.${node}`;
  const inner = end === 'head' ? entries[state] : exits[state];
  return inner ? `${inner}|${state}` : state;
}

function boxes(chart: readonly ChartTransition[], gathered: ReadonlySet<CaseEventType>, language: Language): string[] {
  return [...gathered].flatMap((event) => {
    const own = chart.filter((each) => each.event === event);
    const from = [...new Set(own.map((each) => caseStateTexts[each.from.state][language]))];
    const heading = workflowTexts.fromManyStates[language].replace('{event}', eventTexts[event][language]);
    const lines = [`${heading}:`, ...from].map((line) => `${quoted(line)}\\l`).join('');
    const targets = [...new Set(own.flatMap(({ to }) => to.map((place) => endOf(place, 'head'))))];
    return [
      `"from-${event}" [label="${lines}", style="dashed", color="#666666", fontsize=${sizes.edge.laidOut}, shape=box]`,
      ...targets.map((target) => `"from-${event}" -> "${target}" [style=dashed]`),
    ];
  });
}

/** An event that leads to many states: one box that names them. */
function spreads(chart: readonly ChartTransition[], language: Language): string[] {
  return chart.flatMap(({ from, event, to }) => {
    if (event === null || to.length < gatheredFrom) return [];
    const lines = to.map(({ state }) => `${quoted(caseStateTexts[state][language])}\\l`).join('');
    return [
      `"to-${event}" [label="${lines}", style="dashed", color="#666666", fontsize=${sizes.edge.laidOut}, shape=box]`,
      `"${endOf(from, 'tail')}" -> "to-${event}" [label="${quoted(eventTexts[event][language])}", style=dashed]`,
    ];
  });
}

function quoted(text: string): string {
  return text.replaceAll('"', '\\"');
}
