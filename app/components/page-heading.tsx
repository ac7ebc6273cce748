import type { ReactNode } from 'react';
import { classes } from './classes';

interface PageHeadingProps {
  children: ReactNode;
  /** Above the heading: what the page belongs to, e.g. the product of a section. */
  caption?: ReactNode;
  /** One or two sentences: what the page is for. */
  lead?: ReactNode;
  /** Beside the heading on a wide screen, e.g. a state tag or a button. */
  aside?: ReactNode;
}

/** The page's only h1. */
export function PageHeading({ children, caption, lead, aside }: PageHeadingProps) {
  return (
    <header className={classes('sd-heading', aside !== undefined && 'sd-heading-with-aside')}>
      <div>
        {caption && <p className="sd-heading-caption">{caption}</p>}
        <h1>{children}</h1>
        {lead && <p className="font-lead">{lead}</p>}
      </div>
      {aside && <div className="sd-heading-aside">{aside}</div>}
    </header>
  );
}

/** A tinted band across the page for the front page and other entrances. */
export function Hero({
  children,
  lead,
  title,
  aside,
}: {
  title: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
  /** Beside it on a wide screen, below it on a narrow one. */
  aside?: ReactNode;
}) {
  return (
    <div className="sd-hero">
      <div className="sd-container">
        <div>
          <h1>{title}</h1>
          {lead && <p className="font-lead">{lead}</p>}
          {children}
        </div>
        {aside && <div className="sd-hero-aside">{aside}</div>}
      </div>
    </div>
  );
}
