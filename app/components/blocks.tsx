import type { ReactNode } from 'react';
import { useFormat } from '~/app/i18n/format';
import { classes } from './classes';
import { Icon, type IconName } from './icon';

/** Says that there is nothing, why, and what to do about it. */
export function EmptyState({
  heading,
  children,
  action,
  level = 2,
}: {
  heading: string;
  children?: ReactNode;
  action?: ReactNode;
  level?: 2 | 3;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className="sd-empty">
      <Heading className="h4">{heading}</Heading>
      {children && <div className="sd-empty-text">{children}</div>}
      {action && <div className="sd-buttons">{action}</div>}
    </div>
  );
}

/** Text that has to be noticed, without being a warning. */
export function InsetText({ children, tone }: { children: ReactNode; tone?: 'accent' | 'internal' }) {
  return <div className={classes('sd-inset', tone && `sd-inset-${tone}`)}>{children}</div>;
}

interface DetailsProps {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  /** On paper, too, only what it is about: most are printed unfolded. */
  folded?: boolean;
}

/** Help that opens: a sentence to choose it by, and the rest. */
export function Details({ summary, children, open, folded }: DetailsProps) {
  return (
    <details className={classes('details sd-details', folded && 'sd-folded-on-paper')} open={open}>
      <summary className="details-summary">
        <Icon name="chevron-down" />
        <span className="details-summary-text">{summary}</span>
      </summary>
      <div className="details-text">{children}</div>
    </details>
  );
}

export interface AccordionItem {
  id: string;
  heading: ReactNode;
  /** Beside the heading, e.g. a tag or a count. */
  aside?: ReactNode;
  content: ReactNode;
  open?: boolean;
}

/** Several foldable parts of one page; every part can be linked to by its id. */
export function Accordion({ items, level = 3 }: { items: readonly AccordionItem[]; level?: 2 | 3 | 4 }) {
  const Heading = `h${level}` as const;
  return (
    <div className="sd-accordion">
      {items.map((item) => (
        <details key={item.id} id={item.id} open={item.open}>
          <summary>
            <Icon name="chevron-right" />
            <Heading>{item.heading}</Heading>
            {item.aside && <span className="sd-accordion-aside">{item.aside}</span>}
          </summary>
          <div className="sd-accordion-content">{item.content}</div>
        </details>
      ))}
    </div>
  );
}

export interface CardItem {
  id: string;
  heading: ReactNode;
  /** The whole card leads there. */
  href?: string;
  subheading?: ReactNode;
  text?: ReactNode;
  /** Below the text, e.g. tags. */
  footer?: ReactNode;
  icon?: IconName;
}

/** Cards side by side where there is room. */
export function Cards({ items, level = 2 }: { items: readonly CardItem[]; level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <ul className="sd-cards">
      {items.map((item) => (
        <li className={classes('sd-card', item.href && 'sd-card-link')} key={item.id}>
          {item.icon && <Icon name={item.icon} className="sd-card-icon" />}
          {item.subheading && <p className="sd-card-subheading">{item.subheading}</p>}
          <Heading className="sd-card-heading">
            {item.href ? <a href={item.href}>{item.heading}</a> : item.heading}
          </Heading>
          {item.text && <div className="sd-card-text">{item.text}</div>}
          {item.footer && <div className="sd-card-footer">{item.footer}</div>}
        </li>
      ))}
    </ul>
  );
}

export interface StatItem {
  id: string;
  value: number | string;
  label: ReactNode;
  href?: string;
}

/** Figures with what they count. */
export function Stats({ items }: { items: readonly StatItem[] }) {
  return (
    <dl className="sd-stats">
      {items.map((item) => (
        <Stat key={item.id} {...item} />
      ))}
    </dl>
  );
}

/** One figure; stands in a `dl`. */
export function Stat({ value, label, href }: Omit<StatItem, 'id'>) {
  const format = useFormat();
  const figure = typeof value === 'number' ? format.number(value) : value;
  return (
    <div className="sd-stat">
      <dt>{label}</dt>
      <dd>{href ? <a href={href}>{figure}</a> : figure}</dd>
    </div>
  );
}
