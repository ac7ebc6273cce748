import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawWay } from '~/app/review/way-drawing';

const drawing = readFileSync('public/case-workflow.da.svg', 'utf8');

/** The names of the groups that are drawn in full, and of the one with the thick frame. */
function read(svg: string) {
  const groups = [...svg.matchAll(/<g id="[^"]*" class="(?:node|edge|cluster)"([^>]*)>\n<title>([^<]*)<\/title>/g)];
  const names = (of: (attributes: string) => boolean) =>
    groups
      .filter(([, attributes = '']) => of(attributes))
      .map(([, , title = '']) => title.replaceAll('&#45;', '-').replaceAll('&gt;', '>'));
  return {
    all: names(() => true),
    walked: names((attributes) => !attributes.includes('opacity')),
    here: names((attributes) => attributes.includes('stroke-width="4"')),
  };
}

describe('the way of a case on the chart', () => {
  it('leaves the drawing whole', () => {
    const { all } = read(drawing);
    expect(all.length).toBeGreaterThan(50);
    expect(read(drawWay(drawing, [])).all).toEqual(all);
  });

  it('shows a draft at the start', () => {
    const { walked, here } = read(drawWay(drawing, [{ event: 'open', from: null, to: 'draft' }]));
    expect(here).toEqual(['draft']);
    expect(walked).toEqual(['start', 'draft', 'start->draft']);
  });

  it('shows what an event led through by itself', () => {
    const svg = drawWay(drawing, [
      { event: 'open', from: null, to: 'draft' },
      { event: 'submit', from: 'draft', to: 'screening' },
      { event: 'route', from: 'screening', to: 'review' },
      { event: 'claim', from: 'review', to: 'review' },
      { event: 'assess', from: 'review', to: 'decision' },
      { event: 'propose', from: 'decision', to: 'decision' },
      { event: 'confirm', from: 'decision', to: 'rejected' },
    ]);
    const { walked, here } = read(svg);
    expect(here).toEqual(['rejected']);
    expect(walked).toEqual(
      expect.arrayContaining([
        'draft->submitted',
        'submitted->screening',
        'screening->review.waiting',
        'review.claimed->review.assessed',
        'review.assessed->decision.lead',
        'decision.lead->decision.second-pair-of-eyes',
        'decision.second-pair-of-eyes->rejected',
        'cluster_review',
        'cluster_decision',
      ]),
    );
    for (const name of ['approved', 'hearing', 'decision.second-pair-of-eyes->approved', 'from-withdraw', 'appealed']) {
      expect(walked).not.toContain(name);
    }
  });

  it('shows an event that many states have', () => {
    const { walked, here } = read(drawWay(drawing, [{ event: 'withdraw', from: 'review', to: 'withdrawn' }]));
    expect(here).toEqual(['withdrawn']);
    expect(walked).toEqual(expect.arrayContaining(['from-withdraw', 'from-withdraw->withdrawn']));
  });
});
