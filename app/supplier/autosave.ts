import type { QuestionKey } from '~/workflows/questionnaire/instances';
import { AnswerStatuses, pending, statusAfter } from './answer-statuses';
import type { AnswerStatus, Draft, EditKeeper, KeptEdit, Outcome, Reply, SavedAnswer, SentEdit } from './edits';

/** setTimeout and its like, so that tests hold the clock. Times in milliseconds. */
export interface Timers {
  set(work: () => void, delay: number): unknown;
  clear(timer: unknown): void;
}

const keepsNothing: EditKeeper = { keep: () => false, drop: () => undefined };

const retryDelays = [2_000, 4_000, 8_000, 15_000, 30_000, 60_000];

/**
 * Saves answers as they are written. One request at a time; a request whose reply is lost is sent again with the same
 * content before anything newer, so that the server recognizes it ("unchanged") and an own edit never looks like a
 * colleague's. An answer in conflict is held until somebody chooses between the two texts. What is not acknowledged is
 * with the keeper from the key press on, so that the next page can go on where this one ended.
 */
export class Autosave {
  private readonly versions: Map<QuestionKey, number>;
  private readonly statuses = new AnswerStatuses();
  private readonly dirty = new Map<QuestionKey, Draft>();
  private readonly held = new Map<QuestionKey, Draft>();
  /** What the server would not take: kept until it is corrected. */
  private readonly refused = new Map<QuestionKey, Draft>();
  private readonly acknowledged = new Map<QuestionKey, string>();
  private readonly redraws = new Map<QuestionKey, number>();
  private readonly unkept = new Set<QuestionKey>();
  private inFlight: SentEdit[] | null = null;
  private isSending = false;
  private timer: unknown = null;
  private failures = 0;
  private waiters: (() => void)[] = [];

  constructor(
    versions: Readonly<Record<QuestionKey, number>>,
    private readonly send: (edits: readonly SentEdit[]) => Promise<Reply>,
    private readonly timers: Timers = {
      set: (work, delay) => setTimeout(work, delay),
      clear: (timer) => clearTimeout(timer as number),
    },
    private readonly keeper: EditKeeper = keepsNothing,
  ) {
    this.versions = new Map(Object.entries(versions));
  }

  /** Takes an edit; it is sent after the delay unless others come before. @param delay milliseconds */
  edit(key: QuestionKey, draft: Draft, delay: number): void {
    if (this.held.has(key)) {
      this.held.set(key, draft);
      this.persist(key);
      return;
    }
    if (!this.isUnsaved(key) && this.acknowledged.get(key) === JSON.stringify(pick(draft))) return;
    this.refused.delete(key);
    this.dirty.set(key, draft);
    this.persist(key);
    if (!this.inFlight?.some((edit) => edit.key === key)) this.statuses.set(key, pending);
    if (this.inFlight === null) this.schedule(delay);
  }

  /** An answer that was found in conflict before this page was shown. */
  hold(key: QuestionKey, mine: Draft, present: SavedAnswer, changedBy: string): void {
    this.held.set(key, mine);
    this.persist(key);
    this.statuses.set(key, { state: 'conflict', present, changedBy });
  }

  /** Takes over what an earlier page did not get acknowledged. Call `start` then. */
  restore(kept: readonly KeptEdit[]): void {
    const again: SentEdit[] = [];
    for (const { key, sent, newest, version } of kept) {
      this.versions.set(key, version);
      if (sent) again.push(sent);
      if (newest) this.dirty.set(key, newest);
      this.redraws.set(key, this.redrawsOf(key) + 1);
      this.statuses.set(key, pending);
    }
    if (again.length > 0) this.inFlight = again;
    for (const { key } of kept) this.persist(key);
  }

  /**
   * A colleague's answer that was saved while this page is open.
   * @returns whether it is to be shown; false: it is known already, or something of one's own is not saved yet, and the
   *   server will tell of the conflict
   */
  receive(key: QuestionKey, present: SavedAnswer): boolean {
    if (present.version <= this.versionOf(key) || this.isUnsaved(key) || this.refused.has(key)) return false;
    this.accept(key, present);
    this.statuses.set(key, { state: 'saved', at: present.updatedAt });
    return true;
  }

  /** Whether an answer waits to be saved or for a choice. */
  isUnsaved(key: QuestionKey): boolean {
    return this.dirty.has(key) || this.held.has(key) || this.sentOf(key) !== null;
  }

  /** Whether the browser itself keeps everything that the server does not have yet. */
  isKept(): boolean {
    return this.unkept.size === 0;
  }

  /** Counts the times that a field was filled with another's text, and has to be drawn anew. */
  redrawsOf(key: QuestionKey): number {
    return this.redraws.get(key) ?? 0;
  }

  /** Sends what waits, now. @returns whether everything is saved; false: something waits, was refused or conflicts */
  async flush(): Promise<boolean> {
    this.start();
    while (this.isSending) await new Promise<void>((resolve) => this.waiters.push(resolve));
    return this.inFlight === null && this.dirty.size === 0 && this.held.size === 0;
  }

  /** Whether leaving the page would lose something that was typed. */
  hasUnsaved(): boolean {
    return this.inFlight !== null || this.dirty.size > 0 || this.held.size > 0;
  }

  /** Saves the own text over the colleague's, which has been seen. */
  keepMine(key: QuestionKey): void {
    const status = this.statusOf(key);
    const mine = this.held.get(key);
    if (status.state !== 'conflict' || !mine) return;
    this.held.delete(key);
    this.versions.set(key, status.present.version);
    this.edit(key, mine, 0);
  }

  /** Saves a text made of both. @param both what is to stand there */
  keepBoth(key: QuestionKey, both: Draft): void {
    if (!this.held.has(key)) return;
    this.held.set(key, both);
    this.redraws.set(key, this.redrawsOf(key) + 1);
    this.keepMine(key);
  }

  /** The own text of an answer in conflict. */
  mineOf(key: QuestionKey): Draft | null {
    return this.held.get(key) ?? null;
  }

  /** Lets the colleague's text stand. @returns it, for the field */
  takeTheirs(key: QuestionKey): SavedAnswer | null {
    const status = this.statusOf(key);
    if (status.state !== 'conflict') return null;
    this.held.delete(key);
    this.accept(key, status.present);
    this.persist(key);
    this.statuses.set(key, { state: 'saved', at: status.present.updatedAt });
    return status.present;
  }

  statusOf(key: QuestionKey): AnswerStatus {
    return this.statuses.of(key);
  }

  versionOf(key: QuestionKey): number {
    return this.versions.get(key) ?? 0;
  }

  /** What the form sends along without scripts: once a colleague's text is on the page, it has been seen. */
  versionToSend(key: QuestionKey): number {
    const status = this.statusOf(key);
    return status.state === 'conflict' ? status.present.version : this.versionOf(key);
  }

  /** The state of the whole page: the most pressing one of its answers'. */
  overall(): AnswerStatus {
    return this.statuses.overall();
  }

  /** @param key the only answer whose changes are wanted; left out: all */
  subscribe = (listener: () => void, key: QuestionKey | null = null): (() => void) =>
    this.statuses.subscribe(listener, key);

  /** Sends at once, also what failed before: the connection is back. */
  readonly start = (): void => {
    this.timers.clear(this.timer);
    this.timer = null;
    if (this.isSending) return;
    if (this.inFlight === null) {
      if (this.dirty.size === 0) return;
      this.inFlight = [...this.dirty].map(([key, draft]) => ({ key, ...draft, expectedVersion: this.versionOf(key) }));
      this.dirty.clear();
      for (const { key } of this.inFlight) this.persist(key);
    }
    void this.sendBatch(this.inFlight);
  };

  private schedule(delay: number): void {
    this.timers.clear(this.timer);
    this.timer = this.timers.set(this.start, delay);
  }

  private async sendBatch(batch: readonly SentEdit[]): Promise<void> {
    this.isSending = true;
    for (const { key } of batch) this.statuses.set(key, { state: 'saving' });
    const reply = await this.send(batch).catch((): Reply => ({ ok: false, retry: true, reason: 'offline' }));
    this.isSending = false;
    if (reply.ok) this.settle(batch, reply.outcomes);
    else if (reply.retry) this.waitFor(batch, reply.reason);
    else this.giveUp(batch, reply.message);
    if (this.inFlight === null && this.dirty.size > 0) this.start();
    for (const resolve of this.waiters.splice(0)) resolve();
  }

  private settle(batch: readonly SentEdit[], outcomes: readonly Outcome[]): void {
    this.failures = 0;
    this.inFlight = null;
    for (const edit of batch) {
      const outcome = outcomes.find(({ key }) => key === edit.key);
      if (outcome) this.settleOne(edit, outcome);
      this.persist(edit.key);
    }
  }

  private settleOne(edit: SentEdit, outcome: Outcome): void {
    const { key } = edit;
    const newer = this.dirty.get(key);
    if (outcome.status === 'conflict') {
      const { present, changedBy } = outcome;
      this.dirty.delete(key);
      this.held.set(key, newer ?? edit);
      this.statuses.set(key, { state: 'conflict', present, changedBy });
      return;
    }
    if (outcome.status === 'saved' || outcome.status === 'unchanged') {
      this.versions.set(key, outcome.version);
      this.acknowledged.set(key, JSON.stringify(pick(outcome)));
    }
    if (outcome.status === 'problem' && !newer) this.refused.set(key, pick(edit));
    this.statuses.set(key, newer ? pending : statusAfter(outcome));
  }

  private waitFor(batch: readonly SentEdit[], reason: 'offline' | 'signed-out'): void {
    for (const { key } of batch) this.statuses.set(key, { state: 'waiting', reason });
    const delay = retryDelays[Math.min(this.failures, retryDelays.length - 1)] ?? 60_000;
    this.failures += 1;
    this.schedule(delay);
  }

  private giveUp(batch: readonly SentEdit[], message: string): void {
    this.inFlight = null;
    for (const edit of batch) this.refused.set(edit.key, pick(edit));
    for (const [key, draft] of this.dirty) this.refused.set(key, draft);
    const keys = new Set([...batch.map(({ key }) => key), ...this.dirty.keys()]);
    this.dirty.clear();
    for (const key of keys) {
      this.persist(key);
      this.statuses.set(key, { state: 'failed', message });
    }
  }

  private accept(key: QuestionKey, present: SavedAnswer): void {
    this.versions.set(key, present.version);
    this.acknowledged.set(key, JSON.stringify(pick(present)));
    this.redraws.set(key, this.redrawsOf(key) + 1);
  }

  private sentOf(key: QuestionKey): SentEdit | null {
    return this.inFlight?.find((edit) => edit.key === key) ?? null;
  }

  private persist(key: QuestionKey): void {
    const sent = this.sentOf(key);
    const newest = this.held.get(key) ?? this.dirty.get(key) ?? this.refused.get(key) ?? null;
    this.unkept.delete(key);
    if (sent === null && newest === null) this.keeper.drop(key);
    else if (!this.keeper.keep({ key, sent, newest, version: this.versionOf(key) })) this.unkept.add(key);
  }
}

function pick({ value, justification }: Draft): Draft {
  return { value, justification };
}
