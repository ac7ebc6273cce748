import type { PortalContext } from '~/app/context.server';
import { findDeclarationFor, type LoadedDeclaration } from '~/db/declarations';
import { enterSection, leaveSection, listenToDeclaration, listPresent, stayInSection } from '~/db/presence';
import { findActorBySession, findSessionEnd } from '~/db/sessions';
import { type Actor, hasRole } from '~/workflows/actor';
import { supplierRoles } from '~/workflows/words';
import type { LiveEvents } from './live-events';

/** In milliseconds: a third of the lease, so that two renewals may fail. */
const heartbeat = 15_000;
/** In milliseconds: several saves in a row are told as one. */
const gathering = 400;

export interface LiveSection {
  declarationId: string;
  sectionId: string;
  tokenHash: string;
}

/** Who works in the section at this moment, if they still may. Asking does not prolong the session. */
export async function findLiveReader(
  { db, now }: PortalContext,
  { declarationId, sectionId, tokenHash }: LiveSection,
): Promise<{ actor: Actor; loaded: LoadedDeclaration } | undefined> {
  const actor = await findActorBySession(db, now(), tokenHash, { prolongs: false });
  if (!actor || !hasRole(actor, ...supplierRoles)) return undefined;
  const loaded = await findDeclarationFor(db, actor, declarationId);
  return loaded?.instances.some((instance) => instance.sectionId === sectionId) ? { actor, loaded } : undefined;
}

/**
 * What others do in a declaration, as server-sent events until the browser goes, the session ends or the right to read
 * does. Nothing is remembered in this process: a page that comes again, here or elsewhere, is told everything anew. The
 * page is seen by the others meanwhile.
 * @returns undefined when the session holds too many pages open
 */
export async function streamSection(
  context: PortalContext,
  section: LiveSection,
  actor: Actor,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array> | undefined> {
  const { declarationId, sectionId, tokenHash } = section;
  const row = { declarationId, sectionId, tokenHash, personId: actor.personId };
  const id = await enterSection(context.db, context.now(), row);
  if (id === undefined) return undefined;
  const stream = new SectionStream(context, section, id);
  if (signal.aborted) stream.end();
  signal.addEventListener('abort', stream.end, { once: true });
  return new ReadableStream({ start: (controller) => stream.begin(controller), cancel: stream.end });
}

class SectionStream {
  private controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  private readonly encoder = new TextEncoder();
  private readonly told = new Map<string, string>();
  private unlisten: (() => Promise<void>) | null = null;
  private beat: ReturnType<typeof setInterval> | null = null;
  private gatherer: ReturnType<typeof setTimeout> | null = null;
  private hasEnded = false;
  private isTelling = false;

  constructor(
    private readonly context: PortalContext,
    private readonly section: LiveSection,
    private readonly presenceId: string,
  ) {}

  async begin(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    this.controller = controller;
    if (this.hasEnded) return;
    const { db } = this.context;
    const unlisten = await listenToDeclaration(db, this.section.declarationId, this.gather);
    if (this.hasEnded) return void unlisten();
    this.unlisten = unlisten;
    this.beat = setInterval(() => void this.tellSafely(true), heartbeat);
    await this.tellSafely(false);
  }

  readonly end = (): void => {
    if (this.hasEnded) return;
    this.hasEnded = true;
    if (this.beat) clearInterval(this.beat);
    if (this.gatherer) clearTimeout(this.gatherer);
    const { db, log } = this.context;
    const leaving = [this.unlisten?.(), leaveSection(db, this.presenceId)];
    // The lease runs out by itself should the database be away.
    Promise.all(leaving).catch((error: unknown) => log.warn({ err: error }, 'a section was left without a word'));
    try {
      this.controller?.close();
    } catch {
      // The browser went first.
    }
  };

  private readonly gather = (): void => {
    this.gatherer ??= setTimeout(() => {
      this.gatherer = null;
      if (this.isTelling) this.gather();
      else void this.tellSafely(false);
    }, gathering);
  };

  private async tellSafely(isBeat: boolean): Promise<void> {
    if (this.hasEnded || this.isTelling) return;
    this.isTelling = true;
    try {
      await this.tell(isBeat);
    } catch (error) {
      this.context.log.warn({ err: error }, 'a section stream broke off');
      this.end();
    } finally {
      this.isTelling = false;
    }
  }

  private async tell(isBeat: boolean): Promise<void> {
    const { db, now } = this.context;
    const { declarationId, sectionId, tokenHash } = this.section;
    const reader = await findLiveReader(this.context, this.section);
    const endsAt = await findSessionEnd(db, now(), tokenHash);
    if (!reader || !endsAt) {
      this.send('ended', null);
      this.end();
      return;
    }
    if (isBeat) await stayInSection(db, now(), this.presenceId);
    const { actor, loaded } = reader;
    const present = await listPresent(db, now(), { declarationId, exceptPersonId: actor.personId });
    this.send('session', { endsAt: endsAt.toISOString() });
    this.send('present', withTitles(present, loaded));
    this.send('answers', answersOf(loaded, sectionId));
    if (isBeat) this.write(': still here\n\n');
  }

  /** Only what is new to the page. */
  private send<Name extends keyof LiveEvents>(name: Name, content: LiveEvents[Name]): void {
    const text = JSON.stringify(content);
    if (this.told.get(name) === text) return;
    this.told.set(name, text);
    this.write(`event: ${name}\ndata: ${text}\n\n`);
  }

  private write(text: string): void {
    if (!this.hasEnded) this.controller?.enqueue(this.encoder.encode(text));
  }
}

function withTitles(
  present: readonly { name: string; sectionId: string }[],
  { questionnaire }: LoadedDeclaration,
): LiveEvents['present'] {
  return present.flatMap(({ name, sectionId }) => {
    const section = questionnaire.definition.sections.find(({ id }) => id === sectionId);
    return section ? [{ name, sectionId, sectionTitle: section.title }] : [];
  });
}

function answersOf(loaded: LoadedDeclaration, sectionId: string): LiveEvents['answers'] {
  const answers: LiveEvents['answers']['answers'] = {};
  for (const { key, sectionId: of } of loaded.instances) {
    const answer = loaded.answers.get(key);
    if (of !== sectionId || !answer || answer.version === 0 || !answer.updatedAt) continue;
    const { value, justification, version, updatedAt } = answer;
    answers[key] = { value, justification, version, updatedAt: updatedAt.toISOString() };
  }
  const progress = loaded.completeness.sections.find((each) => each.sectionId === sectionId);
  return { answers, required: progress?.required ?? 0, requiredAnswered: progress?.requiredAnswered ?? 0 };
}
