import { useEffect, useId, useState } from 'react';
import { Alert, Button } from '~/app/components';
import { evidencePdfTexts } from '~/app/i18n/evidence-pdf';
import { useTexts } from '~/app/i18n/use-texts';
import { type OpenPdf, type PdfProblem, pagesInPlace } from './open-pdf';
import { PdfPages } from './pdf-pages';

interface PdfInPlaceProps {
  /** Where the file is downloaded from: the rights are the download's. */
  href: string;
  title: string;
}

/** What was uploaded is what its name says: that was checked then (workflows/evidence-file.ts). */
export const isPdfName = (fileName: string | null): boolean => /\.pdf$/i.test(fileName ?? '');

/**
 * A button that shows the pages of a PDF under its line. Browsers' own readers do not run in a sandbox, so the pages are
 * drawn here (docs/decisions/0043). Without scripts there is no button, and the file is downloaded.
 */
export function PdfInPlace({ href, title }: PdfInPlaceProps) {
  const t = useTexts(evidencePdfTexts);
  const id = useId();
  const [isLive, setLive] = useState(false);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setLive(true), []);
  if (!isLive) return null;
  return (
    <div className="sd-no-print">
      <Button
        type="button"
        kind="link"
        icon={isOpen ? 'chevron-down' : 'chevron-right'}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'hide' : 'show')}
        <span className="sr-only"> – {t('of', { title })}</span>
      </Button>
      <div id={id}>{isOpen && <Viewer href={href} title={title} />}</div>
    </div>
  );
}

function Viewer({ href, title }: PdfInPlaceProps) {
  const t = useTexts(evidencePdfTexts);
  const opened = useOpened(href);
  const download = <a href={href}>{t('download')}</a>;
  if (typeof opened === 'string') {
    return (
      <Alert kind="warning" role="alert">
        <p>
          {t(opened)} {download}
        </p>
      </Alert>
    );
  }
  const total = opened?.pageCount ?? 0;
  const isCut = total > pagesInPlace;
  return (
    <>
      {/* How many there are is seen at each page; who listens is told when they are there. */}
      <p role="status" className={opened && !isCut ? 'sr-only' : 'sd-muted'}>
        {opened === null && t('loading')}
        {opened && (isCut ? t('onlyFirst', { shown: pagesInPlace, total }) : t('pages', { count: total }))}
      </p>
      {isCut && <p>{download}</p>}
      {opened && <PdfPages pdf={opened} title={title} />}
    </>
  );
}

/** @returns null while it is opening */
function useOpened(href: string): OpenPdf | PdfProblem | null {
  const [opened, setOpened] = useState<OpenPdf | PdfProblem | null>(null);
  useEffect(() => {
    const closing = new AbortController();
    import('./pdf.client')
      .then(({ openPdf }) => openPdf(href, closing.signal))
      // What draws the pages could not be loaded: the portal was renewed meanwhile, or the line is down.
      .catch(() => 'unreachable' as const)
      .then((result) => closing.signal.aborted || setOpened(result));
    return () => closing.abort();
  }, [href]);
  return opened;
}
