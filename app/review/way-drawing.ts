import { workflowRows } from '~/app/generated/case-workflow';
import type { CaseStep } from '~/db/cases/read';
import type { CasePlace } from '~/workflows/case/chart-words';
import type { CaseState } from '~/workflows/words';

/** What was not walked stays readable, as the background of what was. */
const faint = '0.25';

/**
 * The drawing of the chart with a case's way on it: states and arrows that the case has not been through are faint, and
 * the state that it is in has a thick frame. Attributes alone, no style: the policy for pictures allows none.
 * @param drawing the SVG that graphviz made of the chart; every group carries its name as a title
 * @param steps the case's way so far, oldest first
 */
export function drawWay(drawing: string, steps: readonly Pick<CaseStep, 'event' | 'from' | 'to'>[]): string {
  const here = steps.at(-1)?.to ?? 'draft';
  const walked = namesOnWay(steps);
  return drawing.replace(groupPattern, (group, opening: string, kind: string, title: string) => {
    const name = title.replaceAll('&#45;', '-').replaceAll('&gt;', '>');
    if (isHere(name, here)) return group.replace(opening, `${opening} stroke-width="4"`);
    // The frames around the review and the decision hold what is drawn inside them.
    const isWalked = walked.has(name) || (kind === 'cluster' && walked.has(name.replace('cluster_', '')));
    return isWalked ? group : group.replace(opening, `${opening} opacity="${faint}"`);
  });
}

const groupPattern = /(<g id="[^"]*" class="(node|edge|cluster)")>\n<title>([^<]*)<\/title>/g;

const isHere = (name: string, state: CaseState) => name === state || name === `cluster_${state}`;

/** Arrows that lead into the review or the decision end at what comes first there. */
const firstIn: Readonly<Partial<Record<CaseState, string>>> = { review: 'review.waiting', decision: 'decision.lead' };

const nameOf = ({ state, node }: CasePlace) => (node ? `${state}.${node}` : (firstIn[state] ?? state));

/** What a case goes through by itself, in this order, as far as nothing holds it. */
const byItself: readonly string[] = ['submitted', 'screening', 'review.waiting', 'review.assessed', 'decision.lead'];

/** The names of states and arrows (`a->b`) that the steps took, with the parts of a state that were gone through. */
function namesOnWay(steps: readonly Pick<CaseStep, 'event' | 'from' | 'to'>[]): Set<string> {
  const names = new Set<string>(['start', 'draft', 'start->draft']);
  for (const { event, from, to } of steps) {
    names.add(to);
    for (const row of workflowRows.filter((each) => each.event === event && each.from.state === from)) {
      const start = nameOf(row.from);
      // Events of many states are drawn with one arrow that begins at a note.
      for (const each of [start, `from-${event}`, `from-${event}->${to}`, `to-${event}`, `${start}->to-${event}`]) {
        names.add(each);
      }
      const direct = row.to.filter(({ state }) => state === to);
      for (const target of direct.length > 0 ? direct : row.to) {
        names.add(nameOf(target)).add(`${start}->${nameOf(target)}`);
        for (const each of onFrom(nameOf(target), to)) names.add(each);
      }
    }
  }
  return names;
}

/** From where an event led to where the case then rested. */
function onFrom(target: string, state: CaseState): string[] {
  const first = byItself.indexOf(target);
  const last = byItself.findIndex((name) => name.split('.')[0] === state);
  if (first < 0 || last <= first) return [];
  return byItself.slice(first, last + 1).flatMap((name, index, all) => {
    const next = all[index + 1];
    return next ? [name, `${name}->${next}`, next.split('.')[0] ?? next] : [name];
  });
}
