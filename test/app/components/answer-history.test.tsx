import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { AnswerStages } from '~/app/components/public/answer-stages';
import { DisputeLine } from '~/app/components/public/disputes';
import type { AnswerHistory } from '~/app/published/answer-history.server';
import type { PublicAnswer } from '~/workflows/publication';

const names = { kle: {}, municipalities: { '0101': 'Københavns Kommune', '0851': 'Aalborg Kommune' } };

function answer(value: string, more: Partial<PublicAnswer> = {}): PublicAnswer {
  return {
    key: 'gen-version',
    questionId: 'gen-version',
    sectionId: 'produkt',
    interfaceId: null,
    type: 'text',
    text: { da: 'Hvilken version?', en: 'Which version?' },
    value,
    optionTexts: {},
    columnTexts: {},
    justification: null,
    evidence: [],
    remark: null,
    approvedOn: '2026-01-01',
    approvedBy: '0101',
    answerHash: 'hash',
    ...more,
  };
}

type Stage = AnswerHistory['stages'][number];

function stage(number: number, step: Stage['step'], rest: Partial<Stage>): Stage {
  return {
    ...{ number, step, answer: null, before: null, support: null, readableUntil: null },
    ...{ publishedOn: `2026-0${number}-01`, endedOn: null, endedBecause: null },
    ...rest,
  };
}

test('an answer leads to its history where there is an earlier publication, and else costs nothing', () => {
  const draw = (hasHistory: boolean) =>
    renderToStaticMarkup(
      <DisputeLine
        answer={{ key: 'if-support@SF1500', interfaceId: 'SF1500' }}
        disputes={{ slug: 'alfa', keys: [], hasHistory }}
      />,
    );
  expect(draw(true)).toContain('href="/products/alfa/answers/if-support%40SF1500"');
  expect(draw(true)).toContain('aria-labelledby="history-if-support@SF1500 if-support@SF1500 name-SF1500"');
  expect(draw(false)).not.toContain('/answers/');
});

test('each stage tells what is another word by word, who approved it, and whether the question was another', () => {
  const first = answer('Version fire');
  const second = answer('Version fem', {
    approvedBy: '0851',
    text: { da: 'Hvilken udgave?', en: 'Which edition?' },
  });
  const html = renderToStaticMarkup(
    <AnswerStages
      slug="alfa"
      names={names}
      stages={[
        stage(4, 'gone', { before: second }),
        stage(3, 'same', { answer: second, endedOn: '2026-04-01', endedBecause: 'superseded' }),
        stage(2, 'changed', { answer: second, before: first }),
        stage(1, 'new', { answer: first }),
      ]}
    />,
  );
  const [, gone = '', same = '', changed = '', added = ''] = html.split('<article');
  expect(gone).toContain('Ikke længere med');
  expect(same).toContain('samme som i nr. 2');
  expect(same).toContain('afløst af en nyere');
  expect(changed).toMatch(/<del[^>]*>[\s\S]*fire[\s\S]*<\/del>/);
  expect(changed).toMatch(/<ins[^>]*>[\s\S]*fem[\s\S]*<\/ins>/);
  expect(changed).toMatch(/<ins[^>]*>[\s\S]*udgave/);
  expect(changed).toContain('Aalborg Kommune');
  expect(added).toContain('Version fire');
  expect(added).toContain('Københavns Kommune');
  expect(changed).toContain('href="/products/alfa/publications/2"');
});
