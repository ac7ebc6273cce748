import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist';
import type { Drawing } from './open-pdf';

interface PageToDraw {
  library: typeof import('pdfjs-dist');
  document: PDFDocumentProxy;
  number: number;
  holder: HTMLElement;
}

/** What a phone's browser still gives to one canvas. */
const maxCanvasPixels = 16_000_000;

/** Draws a page as wide as its holder: a picture, and over it the same text, unseen, to be selected and read aloud. */
export function drawPage(given: PageToDraw): Drawing {
  const canvas = document.createElement('canvas');
  canvas.ariaHidden = 'true';
  let isStopped = false;
  let rendering: RenderTask | null = null;
  const draw = async () => {
    const page = await given.document.getPage(given.number);
    if (isStopped) return 'stopped';
    const { text, viewport, sharpness } = layOut(page, canvas, given.holder);
    rendering = page.render({
      canvas,
      viewport,
      transform: [sharpness, 0, 0, sharpness, 0, 0],
      // Filled fields and stamps are part of what was sent; nothing of them can be pressed.
      annotationMode: given.library.AnnotationMode.ENABLE,
    });
    const layer = new given.library.TextLayer({
      textContentSource: page.streamTextContent(),
      container: text,
      viewport,
    });
    await Promise.all([rendering.promise, layer.render()]);
    return text.textContent?.trim() ? 'text' : 'no-text';
  };
  return {
    outcome: draw().catch(() => (isStopped ? 'stopped' : 'failed')),
    stop: () => {
      isStopped = true;
      rendering?.cancel();
      canvas.width = 0;
      canvas.remove();
    },
  };
}

function layOut(page: PDFPageProxy, canvas: HTMLCanvasElement, holder: HTMLElement) {
  const { width, height } = page.getViewport({ scale: 1 });
  holder.style.aspectRatio = `${width} / ${height}`;
  const viewport = page.getViewport({ scale: holder.clientWidth / width });
  const sharpness = Math.min(devicePixelRatio, 2, Math.sqrt(maxCanvasPixels / (viewport.width * viewport.height)));
  canvas.width = Math.max(1, Math.floor(viewport.width * sharpness));
  canvas.height = Math.max(1, Math.floor(viewport.height * sharpness));
  const text = document.createElement('div');
  text.className = 'sd-pdf-text';
  text.style.setProperty('--total-scale-factor', String(viewport.scale * page.userUnit));
  holder.replaceChildren(canvas, text);
  return { text, viewport, sharpness };
}
