import { type RefObject, useEffect, useRef, useState } from 'react';
import { evidencePdfTexts } from '~/app/i18n/evidence-pdf';
import { useTexts } from '~/app/i18n/use-texts';
import { type OpenPdf, pagesInPlace } from './open-pdf';

/** The pages under each other in a window of their own; each is drawn when it comes near. */
export function PdfPages({ pdf, title }: { pdf: OpenPdf; title: string }) {
  const t = useTexts(evidencePdfTexts);
  const region = useRef<HTMLElement>(null);
  const width = useWidth(region);
  const numbers = Array.from({ length: Math.min(pdf.pageCount, pagesInPlace) }, (_, index) => index + 1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the arrow keys
    <section ref={region} className="sd-pdf" aria-label={t('viewer', { title })} tabIndex={0}>
      {width > 0 && numbers.map((number) => <PdfPage key={number} {...{ pdf, number, region, width }} />)}
    </section>
  );
}

interface PdfPageProps {
  pdf: OpenPdf;
  number: number;
  region: RefObject<HTMLElement>;
  /** Of the window, in CSS pixels: with another width the page is drawn anew. */
  width: number;
}

function PdfPage({ pdf, number, region, width }: PdfPageProps) {
  const t = useTexts(evidencePdfTexts);
  const holder = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(holder, region);
  const [outcome, setOutcome] = useState<'text' | 'no-text' | 'failed' | null>(null);
  useEffect(() => {
    if (holder.current && !holder.current.style.aspectRatio) holder.current.style.aspectRatio = pdf.shape;
  }, [pdf]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the width is read where the page is drawn
  useEffect(() => {
    if (!isNear || !holder.current) return;
    const drawing = pdf.draw(number, holder.current);
    void drawing.outcome.then((each) => each !== 'stopped' && setOutcome(each));
    return drawing.stop;
  }, [pdf, number, isNear, width]);
  return (
    <figure className="sd-pdf-page" data-outcome={outcome}>
      <figcaption>
        {t('page', { number, total: pdf.pageCount })}
        {outcome === 'no-text' && ` · ${t('noText')}`}
        {outcome === 'failed' && ` · ${t('pageFailed')}`}
      </figcaption>
      <div ref={holder} className="sd-pdf-paper" />
    </figure>
  );
}

function useWidth(ref: RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!ref.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}

/** Whether it is seen, or would be after scrolling by one more window's height. */
function useIsNear(ref: RefObject<HTMLElement>, region: RefObject<HTMLElement>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!ref.current) return;
    const options = { root: region.current, rootMargin: '100% 0px' };
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), options);
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [ref, region]);
  return isNear;
}
