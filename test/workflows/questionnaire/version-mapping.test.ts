import { describe, expect, test } from 'vitest';
import type { Answer } from '~/workflows/questionnaire/answer';
import type { QuestionnaireDefinition } from '~/workflows/questionnaire/definition';
import { listInstances } from '~/workflows/questionnaire/instances';
import { openQuestions } from '~/workflows/questionnaire/reachability';
import { costOf, listSetAside, type RelatedAnswers, relateAnswers } from '~/workflows/questionnaire/related-answers';
import { sharesOf } from '~/workflows/questionnaire/renewal-cost';
import { checkMapping, fatesOf, originsOf } from '~/workflows/questionnaire/version-mapping';
import {
  catalogueOf,
  choice,
  definitionOf,
  rawQuestion,
  supportQuestionData,
  text,
} from '../../factories/questionnaire';
import { randomOf } from '../../factories/random';

const why = text('Because');
const reason = rawQuestion({ id: 'if-reason', required: false });

const before = definitionOf({
  template: [supportQuestionData, reason],
  sections: [
    {
      id: 'general',
      questions: [
        rawQuestion({ id: 'kept' }),
        choice('mode', ['a', 'b']),
        rawQuestion({ id: 'on-b', showIf: { question: 'mode', in: ['b'] } }),
        rawQuestion({ id: 'tougher', type: 'yes_no' }),
        rawQuestion({ id: 'whole' }),
        rawQuestion({ id: 'left' }),
        rawQuestion({ id: 'right' }),
        rawQuestion({ id: 'gone' }),
        rawQuestion({ id: 'maybe', required: false }),
      ],
    },
  ],
});
const after: QuestionnaireDefinition = {
  ...definitionOf({
    template: [supportQuestionData, { ...reason, text: text('Why not?') }],
    sections: [
      {
        id: 'general',
        questions: [
          rawQuestion({ id: 'kept' }),
          choice('mode', ['a', 'b', 'c'], { text: text('Which mode?') }),
          rawQuestion({ id: 'on-b', showIf: { question: 'mode', in: ['b'] } }),
          rawQuestion({ id: 'tougher', type: 'yes_no_explain' }),
          rawQuestion({ id: 'half-one' }),
          rawQuestion({ id: 'half-two' }),
          rawQuestion({ id: 'both' }),
          rawQuestion({ id: 'fresh' }),
          rawQuestion({ id: 'fresh-optional', required: false }),
          rawQuestion({ id: 'maybe', required: true }),
        ],
      },
    ],
  }),
  version: '1.1',
};
const raw = {
  from: '1.0',
  unchanged: ['if-support', 'kept', 'on-b', 'maybe'],
  reworded: [
    { question: 'mode', why },
    { question: 'if-reason', why },
  ],
  stricter: [{ question: 'tougher', why }],
  split: [{ question: 'whole', into: ['half-one', 'half-two'], why }],
  merged: [{ questions: ['left', 'right'], into: 'both', why }],
  retired: [{ question: 'gone', why }],
  new: [
    { question: 'fresh', why },
    { question: 'fresh-optional', why },
  ],
};

type Raw = typeof raw;

function problemsOf(changed: unknown, to = after, from = before): string[] {
  const checked = checkMapping(from, to, changed);
  return checked.ok ? [] : checked.problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

function checked() {
  const result = checkMapping(before, after, raw);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

describe('a mapping', () => {
  test('that is whole is accepted; what is asked otherwise is told apart', () => {
    expect(checked().notices).toEqual([{ question: 'maybe', fields: ['required'] }]);
  });

  test('says of every new question where it comes from, and of every old one what became of it', () => {
    const { mapping } = checked();
    expect(originsOf(mapping).get('half-two')).toEqual({ relation: 'split', from: ['whole'], why });
    expect(originsOf(mapping).get('both')).toEqual({ relation: 'merged', from: ['left', 'right'], why });
    expect(fatesOf(mapping).get('right')).toBe('merged');
    expect(fatesOf(mapping).get('fresh')).toBeUndefined();
  });

  test.each<[string, (mapping: Raw) => unknown, RegExp]>([
    ['leaves an old question out', (m) => ({ ...m, retired: [] }), /^: nothing is said of "gone" of version 1\.0$/],
    [
      'leaves a new question out',
      (m) => ({ ...m, new: m.new.slice(1) }),
      /^: nothing is said of "fresh" of version 1\.1$/,
    ],
    ['names a question twice', (m) => ({ ...m, unchanged: [...m.unchanged, 'kept'] }), /^unchanged\.4: .*already/],
    [
      'names what is not there',
      (m) => ({ ...m, new: [...m.new, { question: 'ghost', why }] }),
      /^new\.2\.question: .*no question "ghost"/,
    ],
    ['comes from another version', (m) => ({ ...m, from: '0.9' }), /^from: is 0\.9/],
    ['gives no reason', (m) => ({ ...m, retired: [{ question: 'gone' }] }), /^retired\.0\.why: is missing/],
    [
      'gives it in one language',
      (m) => ({ ...m, retired: [{ question: 'gone', why: { da: 'Ud' } }] }),
      /^retired\.0\.why\.en: /,
    ],
    [
      'splits into one',
      (m) => ({
        ...m,
        split: [{ question: 'whole', into: ['half-one'], why }],
        new: [...m.new, { question: 'half-two', why }],
      }),
      /^split\.0: names fewer than two/,
    ],
  ])('is refused when it %s', (_, change, expected) => {
    expect(problemsOf(change(raw))).toEqual([expect.stringMatching(expected)]);
  });

  test('unchanged only where the hash is the same, and the other way round', () => {
    const wrong = {
      ...raw,
      unchanged: ['if-support', 'on-b', 'maybe', 'mode'],
      reworded: [
        { question: 'kept', why },
        { question: 'if-reason', why },
      ],
    };
    expect(problemsOf(wrong)).toEqual([
      expect.stringMatching(/^unchanged\.3: "mode" is not unchanged/),
      expect.stringMatching(/^reworded\.0\.question: "kept" has the same type, wording and options/),
    ]);
  });

  test('reworded only where each earlier answer still fits', () => {
    expect(problemsOf({ ...raw, stricter: [], reworded: [...raw.reworded, { question: 'tougher', why }] })).toEqual([
      expect.stringMatching(/^reworded\.2\.question: "tougher" was yes_no and is yes_no_explain/),
    ]);
    const without = structuredClone(after);
    const mode = without.sections[0]?.questions.find(({ id }) => id === 'mode');
    mode?.options?.shift();
    expect(problemsOf(raw, without)).toEqual([expect.stringMatching(/lost the option "a"/)]);
  });

  test('an ended id does not come back as another question', () => {
    const back = structuredClone(after);
    const fresh = back.sections[0]?.questions.find(({ id }) => id === 'fresh');
    if (fresh) fresh.id = 'gone';
    const said = { ...raw, new: [{ question: 'gone', why }, ...raw.new.slice(1)] };
    expect(problemsOf(said, back)).toContainEqual(
      expect.stringMatching(/^new\.0\.question: "gone" is a question of both/),
    );
  });

  test('whatever is taken out of it, moved or doubled, it is refused', () => {
    const random = randomOf(11);
    const pick = (count: number) => Math.floor(random() * count);
    const lists = ['unchanged', 'reworded', 'stricter', 'split', 'merged', 'retired', 'new'] as const;
    for (let round = 0; round < 400; round += 1) {
      const changed: Record<string, unknown[]> = structuredClone({ ...raw, from: undefined }) as never;
      const from = lists[pick(lists.length)] ?? 'new';
      const list = changed[from] ?? [];
      const entry = list[pick(list.length)];
      const kind = pick(3);
      if (kind !== 2) list.splice(list.indexOf(entry), 1);
      if (kind !== 0) {
        // Whether it is reworded or stricter is an editor's judgement.
        const others = kind === 2 ? lists : lists.filter((name) => name !== from && name !== 'stricter');
        changed[others[pick(others.length)] ?? 'new']?.push(entry);
      }
      expect(problemsOf({ ...changed, from: '1.0' }), JSON.stringify({ from, entry, kind })).not.toEqual([]);
    }
  });
});

const catalogue = catalogueOf({ id: 'SF1', groupId: 'group' });
const scope = new Set(['SF1']);
const said = (value: Answer['value'], justification: string | null = null): Answer => ({
  value,
  justification,
  evidenceCount: 0,
});

function relate(answers: Record<string, Answer>): RelatedAnswers {
  const given = new Map(Object.entries(answers));
  const open = openQuestions({ instances: listInstances(before, scope, catalogue), answers: given, catalogue });
  const instances = listInstances(after, scope, catalogue);
  return relateAnswers({ mapping: checked().mapping, before: { open, answers: given }, after: instances, catalogue });
}

describe('the answers of one declaration', () => {
  const everything = {
    kept: said('k'),
    mode: said('b'),
    'on-b': said('because of b'),
    tougher: said('yes'),
    whole: said('w'),
    left: said('l'),
    right: said('r'),
    gone: said('g'),
  };

  test('carry over, are confirmed with a click, are asked anew with the old ones beside, or fall away', () => {
    const earlier = (key: keyof typeof everything) => ({ key, value: everything[key].value, justification: null });
    expect(relate(everything)).toEqual({
      carried: ['kept', 'on-b'],
      toConfirm: [earlier('mode')],
      toAnswer: [
        { key: 'tougher', relation: 'stricter', earlier: [earlier('tougher')] },
        { key: 'half-one', relation: 'split', earlier: [earlier('whole')] },
        { key: 'half-two', relation: 'split', earlier: [earlier('whole')] },
        { key: 'both', relation: 'merged', earlier: [earlier('left'), earlier('right')] },
        { key: 'fresh', relation: 'new', earlier: [] },
        { key: 'maybe', relation: 'unchanged', earlier: [] },
      ],
      optional: ['fresh-optional'],
      dropped: [earlier('gone')],
    });
  });

  test('an optional one that nobody answered asks for nothing', () => {
    expect(relate({}).toConfirm).toEqual([]);
    expect(relate({ maybe: said('m') }).carried).toEqual(['maybe']);
  });

  test('only what keeps its id but not its words is set aside, closed questions included', () => {
    const answers = new Map(Object.entries({ ...everything, mode: said('a') }));
    expect(listSetAside(checked().mapping, answers).map(({ key, relation }) => [key, relation])).toEqual([
      ['mode', 'reworded'],
      ['tougher', 'stricter'],
    ]);
  });

  test('the cost counts them, in shares that are 100 together', () => {
    const cost = costOf([relate(everything), relate({})]);
    expect(cost).toMatchObject({ declarations: 2, carried: 2, toConfirm: 1, dropped: 1 });
    expect(cost.answers).toBe(cost.carried + cost.toConfirm + cost.toAnswer);
    const random = randomOf(5);
    for (let round = 0; round < 200; round += 1) {
      const [carried = 0, toConfirm = 0, toAnswer = 0] = [1, 2, 3].map(() => Math.floor(random() * 900));
      const answers = carried + toConfirm + toAnswer;
      const shares = sharesOf({ declarations: 1, answers, carried, toConfirm, toAnswer, dropped: 0 });
      expect(shares.carried + shares.toConfirm + shares.toAnswer).toBe(answers === 0 ? 0 : 100);
    }
  });
});
