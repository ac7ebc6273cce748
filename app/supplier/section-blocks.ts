import type { Condition } from '~/workflows/questionnaire/definition';
import { keysIn } from '~/workflows/questionnaire/dependencies';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import type { QuestionGroup } from './section-rules';
import type { InstanceView, SectionView } from './section-view';

/** A question where it is asked, or the room that is kept for it: its answer may be wanted a click from now. */
export interface SectionPart {
  kind: 'asked' | 'slot';
  instance: InstanceView;
}

/** What stands together in a group of questions. */
export interface SectionBlock {
  /** Of its first question; the same for as long as the page stands. */
  key: QuestionKey;
  parts: SectionPart[];
  /** Questions of the block that the answers keep closed, told below the others. */
  unasked: InstanceView[];
  /** How much room the block keeps, so that what follows it stays where it is whatever is answered. */
  room: 'none' | 'one' | 'many';
}

type Asked = Pick<SectionView, 'instances' | 'questions' | 'interfaces'>;

/**
 * Divides a group into blocks: what is always asked, and the runs of questions that depend on answers of the same page.
 * Questions that no answer on this page can open are left out.
 */
export function blocksOf(view: Asked, group: QuestionGroup, open: ReadonlySet<QuestionKey>): SectionBlock[] {
  const here = new Set(view.instances.map(({ key }) => key));
  const blocks: SectionBlock[] = [];
  let run: Dependent[] = [];
  const close = () => {
    if (run.length > 0) blocks.push(blockOf(group, run, open));
    run = [];
  };
  for (const instance of group.instances) {
    const deciders = decidersOf(view, instance, here);
    if (deciders.length > 0) {
      run.push({ instance, deciders });
    } else if (open.has(instance.key)) {
      close();
      blocks.push({ key: instance.key, parts: [{ kind: 'asked', instance }], unasked: [], room: 'none' });
    }
  }
  close();
  return blocks;
}

interface Dependent {
  instance: InstanceView;
  deciders: QuestionKey[];
}

function blockOf(group: QuestionGroup, run: readonly Dependent[], open: ReadonlySet<QuestionKey>): SectionBlock {
  const inRun = new Set(run.map(({ instance }) => instance.key));
  const inGroup = new Set(group.instances.map(({ key }) => key));
  const isBeside = run.some(({ deciders }) => deciders.some((key) => inGroup.has(key) && !inRun.has(key)));
  const isAlone = run.length === 1;
  const parts: SectionPart[] = [];
  const unasked: InstanceView[] = [];
  for (const { instance, deciders } of run) {
    const canOpenHere = deciders.some((key) => inRun.has(key)) && deciders.every((key) => open.has(key));
    if (open.has(instance.key)) parts.push({ kind: 'asked', instance });
    else if (canOpenHere || (isAlone && isBeside)) parts.push({ kind: 'slot', instance });
    else unasked.push(instance);
  }
  const [first] = run;
  const room = !isBeside ? 'none' : isAlone ? 'one' : 'many';
  return { key: first?.instance.key ?? '', parts, unasked, room };
}

/** The questions of this page whose answers open or close a question; none: nothing here changes whether it is asked. */
function decidersOf(view: Asked, instance: InstanceView, here: ReadonlySet<QuestionKey>): QuestionKey[] {
  const condition = view.questions[instance.questionId]?.showIf;
  if (!condition) return [];
  const status = view.interfaces.find(({ id }) => id === instance.interfaceId)?.status;
  if (!canHold(condition, status)) return [];
  return [...new Set(keysIn(condition, instance.interfaceId).filter((key) => here.has(key)))];
}

/** Whether some answers could make a condition hold: what the catalogue says of the interface is no answer. */
function canHold(condition: Condition, status: string | undefined): boolean {
  if ('all' in condition) return condition.all.every((part) => canHold(part, status));
  if ('any' in condition) return condition.any.some((part) => canHold(part, status));
  if ('interfaceStatusIn' in condition) return condition.interfaceStatusIn.some((wanted) => wanted === status);
  return true;
}
