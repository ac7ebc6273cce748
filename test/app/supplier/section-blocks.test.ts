import { describe, expect, it } from 'vitest';
import { blocksOf } from '~/app/supplier/section-blocks';
import type { Condition, Question } from '~/workflows/questionnaire/definition';

/** Questions by id, with what they depend on; of the interface SF1500 unless told. */
function pageOf(conditions: Record<string, Condition | null>, interfaceId: string | null = 'SF1500') {
  const keyOf = (id: string) => (interfaceId === null ? id : `${id}@${interfaceId}`);
  const questions = Object.fromEntries(
    Object.entries(conditions).map(([id, showIf]) => [id, { id, ...(showIf ? { showIf } : {}) } as Question]),
  );
  const instances = Object.keys(conditions).map((id) => ({ key: keyOf(id), questionId: id, interfaceId }));
  const name = { da: 'x', en: 'x' };
  const interfaces = [{ id: 'SF1500', name, summary: name, status: 'in_operation' as const, versions: [] }];
  const blocks = (...open: string[]) =>
    blocksOf({ questions, instances, interfaces }, { interfaceId, instances }, new Set(open.map(keyOf))).map(
      ({ parts, unasked, room }) => ({
        parts: parts.map(({ kind, instance }) => `${instance.questionId}: ${kind}`),
        unasked: unasked.map(({ questionId }) => questionId),
        room,
      }),
    );
  return blocks;
}

const when = (question: string, ...values: string[]): Condition => ({ question, in: values });

describe('the blocks of a section', () => {
  const blocks = pageOf({
    support: null,
    reason: when('support', 'no'),
    coverage: when('support', 'yes'),
    gap: when('coverage', 'partial'),
    version: when('support', 'yes'),
    replaced: { all: [{ interfaceStatusIn: ['retired'] }, when('support', 'yes')] },
    confirmed: null,
  });

  it('keep room for what an answer opens, and name it, without what no answer can open', () => {
    expect(blocks('support', 'confirmed')).toEqual([
      { parts: ['support: asked'], unasked: [], room: 'none' },
      { parts: [], unasked: ['reason', 'coverage', 'gap', 'version'], room: 'many' },
      { parts: ['confirmed: asked'], unasked: [], room: 'none' },
    ]);
  });

  it('keep a slot in its place for a question that depends on one that is asked in the same block', () => {
    expect(blocks('support', 'coverage', 'version', 'confirmed')[1]).toEqual({
      parts: ['coverage: asked', 'gap: slot', 'version: asked'],
      unasked: ['reason'],
      room: 'many',
    });
    expect(blocks('support', 'coverage', 'gap', 'version', 'confirmed')[1]?.parts).toContain('gap: asked');
  });

  it('keep a slot for a question that alone depends on another', () => {
    const lone = pageOf({ lifecycle: null, end: when('lifecycle', 'end_of_life'), name: null }, null);
    expect(lone('lifecycle', 'name')[1]).toEqual({ parts: ['end: slot'], unasked: [], room: 'one' });
    expect(lone('lifecycle', 'name', 'end')[1]).toEqual({ parts: ['end: asked'], unasked: [], room: 'one' });
  });

  it('keep no room for what other pages decide', () => {
    const decidedElsewhere = pageOf({ one: when('elsewhere', 'x'), two: null }, null);
    expect(decidedElsewhere('two')).toEqual([{ parts: ['two: asked'], unasked: [], room: 'none' }]);
    expect(decidedElsewhere('one', 'two')).toHaveLength(2);
  });
});
