import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { webStreamOf } from '~/app/server/web-stream';
import type { EvidenceStorage } from '~/app/storage/evidence-storage';
import type { Journal } from '~/db/cases/journal';
import { journalPage } from './journal-page';

/** One document of the package. */
interface Entry {
  path: string;
  /** In Danish: the package goes into a Danish records system. */
  title: string;
  date: Date;
  content: Uint8Array | (() => Promise<ReadableStream<Uint8Array>>);
}

/**
 * A case as a zip file for a municipality's own records system: the documents, the uploaded files, `index.json` that
 * names and dates each of them, and `SHA256SUMS` in the form that `sha256sum --check` reads. Made as it is read: at no
 * time is more than one part of one file in memory.
 * @param madeAt when the package is made; stands in the index
 * @throws while it is read, when the evidence store has lost a file
 */
export function journalPackage(journal: Journal, storage: EvidenceStorage, madeAt: Date): ReadableStream<Uint8Array> {
  return webStreamOf(Readable.from(write(journal, storage, madeAt)));
}

export function journalFileName({ case: { number } }: Pick<Journal, 'case'>): string {
  return `sag-${number}.zip`;
}

async function* write(journal: Journal, storage: EvidenceStorage, madeAt: Date): AsyncGenerator<Uint8Array> {
  const pending: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    pending.push(chunk);
  });
  const sums: string[] = [];
  const index: object[] = [];
  const add = async function* (entry: Entry): AsyncGenerator<Uint8Array> {
    const { hash, size } = yield* addTo(zip, pending, entry);
    sums.push(`${hash}  ${entry.path}`);
    index.push({ path: entry.path, title: entry.title, date: entry.date.toISOString(), bytes: size, sha256: hash });
  };
  for (const entry of entriesOf(journal, storage)) yield* add(entry);
  const head = {
    schema: 'snitfladeklar/journal/1',
    madeAt: madeAt.toISOString(),
    case: journal.case,
    documents: [...index],
  };
  yield* add({ path: 'index.json', title: 'Indeks', date: madeAt, content: json(head) });
  yield* add({ path: 'SHA256SUMS', title: 'Kontrolsummer', date: madeAt, content: text(`${sums.join('\n')}\n`) });
  zip.end();
  yield* drain(pending);
}

function entriesOf(journal: Journal, storage: EvidenceStorage): Entry[] {
  const { number, stateSince: date } = journal.case;
  return [
    { path: 'sag.html', title: `Sag ${number}`, date, content: text(journalPage(journal)) },
    ...journal.submissions.map((sent) => ({
      path: `indsendelser/${sent.number}.json`,
      title: `Indsendelse ${sent.number}`,
      date: sent.submittedAt,
      content: json(sent),
    })),
    { path: 'vurderinger.json', title: 'Vurderinger', date, content: json(journal.verdicts) },
    // A case that is not decided has no document that says so.
    ...(journal.decision
      ? [{ path: 'afgoerelse.json', title: 'Afgørelse', date, content: json(journal.decision) }]
      : []),
    { path: 'bemaerkninger.json', title: 'Bemærkninger', date, content: json(journal.notes) },
    { path: 'beskeder.json', title: 'Beskeder om de enkelte svar', date, content: json(journal.messages) },
    {
      path: 'log.jsonl',
      title: 'Sagens rækker i loggen',
      date,
      content: text(journal.log.map((row) => `${JSON.stringify(row)}\n`).join('')),
    },
    ...journal.letters.map(({ code, sentAt, pdf }) => ({
      path: `breve/${code}.pdf`,
      title: 'Afgørelsesbrev',
      date: sentAt,
      content: pdf,
    })),
    ...journal.files.map(({ hash, name }) => ({
      path: `dokumentation/${hash.slice(0, 12)}-${safeName(name)}`,
      title: name,
      date,
      content: async () => {
        const content = await storage.get(hash);
        if (!content) throw new Error(`The evidence store has no file ${hash}.`);
        return content;
      },
    })),
  ];
}

/** A supplier chose the name; here it may not lead out of its folder, nor be one that a file system refuses. */
function safeName(name: string): string {
  return name
    .replace(/[^\p{L}\p{N}._ -]/gu, '_')
    .replace(/\.{2,}/g, '_')
    .slice(-100);
}

const encoder = new TextEncoder();
const text = (content: string): Uint8Array => encoder.encode(content);
const json = (content: unknown): Uint8Array => text(`${JSON.stringify(content, null, 2)}\n`);

async function* addTo(
  zip: Zip,
  pending: Uint8Array[],
  { path, content, date }: Entry,
): AsyncGenerator<Uint8Array, { hash: string; size: number }> {
  // What people upload is mostly packed already.
  const file = content instanceof Uint8Array ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
  file.mtime = date;
  zip.add(file);
  const hash = createHash('sha256');
  let size = 0;
  const parts = content instanceof Uint8Array ? [content] : Readable.fromWeb((await content()) as never);
  for await (const part of parts as AsyncIterable<Uint8Array>) {
    hash.update(part);
    size += part.length;
    file.push(part);
    yield* drain(pending);
  }
  file.push(new Uint8Array(0), true);
  yield* drain(pending);
  return { hash: hash.digest('hex'), size };
}

function* drain(pending: Uint8Array[]): Generator<Uint8Array> {
  for (let chunk = pending.shift(); chunk; chunk = pending.shift()) if (chunk.length > 0) yield chunk;
}
