import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
import libraryUrl from 'pdfjs-dist/build/pdf.min.mjs?url';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { drawPage } from './draw-pdf-page.client';
import type { OpenPdf, PdfProblem } from './open-pdf';

type Library = typeof import('pdfjs-dist');

/**
 * pdf.js as its makers minified it, its licence at its head: files that nobody loads before a PDF is to be shown. With
 * them what a PDF may leave out (the fonts that every reader is to have) and what unpacks scanned pages, and the
 * licences of those.
 */
const parts = import.meta.glob<string>(
  [
    '/node_modules/pdfjs-dist/standard_fonts/*',
    '/node_modules/pdfjs-dist/wasm/{jbig2,openjpeg}.wasm',
    '/node_modules/pdfjs-dist/wasm/LICENSE_{PDFJS_,}{JBIG2,OPENJPEG}',
  ],
  { query: '?url', import: 'default', eager: true },
);
const folders: Readonly<Record<string, string>> = { standardFontDataUrl: 'standard_fonts', wasmUrl: 'wasm' };

/** The worker itself may fetch nothing (app/server/security-headers.ts): it asks for its files here, by name. */
class PartsOnly {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const url = parts[`/node_modules/pdfjs-dist/${folders[kind]}/${filename}`];
    if (!url) throw new Error(`There is no ${filename} for PDF files.`);
    return new Uint8Array(await (await fetch(url)).arrayBuffer());
  }
}

/** A page with more pixels in one picture than this, some A2 scanned at 600 dpi, is shown without the picture. */
const maxImagePixels = 140_000_000;

/**
 * Fetches a PDF as a download would, session and all, and opens it. It runs nothing: no scripts, no forms of its own,
 * no links; what it draws, filled fields and stamps included, is only looked at.
 * @param signal closes it, also while it opens
 */
export async function openPdf(href: string, signal: AbortSignal): Promise<OpenPdf | PdfProblem> {
  const bytes = await fetchPdf(href, signal);
  if (!bytes) return 'unreachable';
  const port = new Worker(workerUrl, { type: 'module', name: 'pdf' });
  const broken = new Promise<never>((_, reject) => {
    port.addEventListener('error', () => reject(new Error('The reader of PDF files did not start.')));
  });
  try {
    const library: Library = await import(/* @vite-ignore */ libraryUrl);
    const task = library.getDocument({
      data: bytes,
      // Its types know only of a port that is not there.
      worker: new library.PDFWorker({ port: port as never }),
      isEvalSupported: false,
      enableXfa: false,
      useWorkerFetch: false,
      stopAtErrors: false,
      maxImageSize: maxImagePixels,
      verbosity: library.VerbosityLevel.ERRORS,
      // Whatever is asked for by these addresses comes from PartsOnly.
      standardFontDataUrl: 'standard_fonts/',
      wasmUrl: 'wasm/',
      BinaryDataFactory: PartsOnly,
    });
    closeWith(signal, task, port);
    return await describe(library, await Promise.race([task.promise, broken]));
  } catch (error) {
    port.terminate();
    return error instanceof Error && error.name === 'PasswordException' ? 'password' : 'unreadable';
  }
}

async function fetchPdf(href: string, signal: AbortSignal): Promise<Uint8Array | null> {
  try {
    const response = await fetch(href, { signal, credentials: 'same-origin' });
    // Who is signed out is led to another page.
    const isFile = response.ok && response.headers.get('Content-Type') === 'application/pdf';
    return isFile ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

async function describe(library: Library, document: PDFDocumentProxy): Promise<OpenPdf> {
  const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
  return {
    pageCount: document.numPages,
    shape: `${width} / ${height}`,
    draw: (number, holder) => drawPage({ library, document, number, holder }),
  };
}

/** In good order, so that its fonts go too; a worker that a hostile file keeps busy is ended all the same. */
function closeWith(signal: AbortSignal, task: PDFDocumentLoadingTask, port: Worker): void {
  const close = () => {
    const patience = new Promise((resolve) => setTimeout(resolve, 2_000));
    void Promise.race([task.destroy().catch(() => undefined), patience]).then(() => port.terminate());
  };
  if (signal.aborted) close();
  else signal.addEventListener('abort', close, { once: true });
}
