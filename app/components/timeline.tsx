import type { ReactNode } from 'react';
import { type Instant, useFormat } from '~/app/i18n/format';
import { classes } from './classes';

/** A moment in Danish time, readable for machines. `only` leaves the other half out. */
export function Time({ value, only }: { value: Instant; only?: 'date' | 'short-date' | 'time' }) {
  const format = useFormat();
  const text =
    only === 'date'
      ? format.date(value)
      : only === 'short-date'
        ? format.shortDate(value)
        : only === 'time'
          ? format.time(value)
          : format.dateTime(value);
  return (
    <time dateTime={new Date(value).toISOString()} className={only ? 'sd-nowrap' : undefined}>
      {text}
    </time>
  );
}

export interface TimelineEntry {
  id: string;
  title: ReactNode;
  at: Instant;
  /** Who did it: an organisation to the public, a name only to those who may see it. */
  by?: ReactNode;
  text?: ReactNode;
  /** Marks what is now, or what is still to come. */
  state?: 'current' | 'future';
}

/** What happened, in the order given. */
export function Timeline({ entries, level = 3 }: { entries: readonly TimelineEntry[]; level?: 2 | 3 | 4 }) {
  const Heading = `h${level}` as const;
  return (
    <ol className="sd-timeline">
      {entries.map((entry) => (
        <li key={entry.id} className={classes(entry.state && `sd-timeline-${entry.state}`)}>
          <Heading className="sd-timeline-title">{entry.title}</Heading>
          <p className="sd-timeline-meta">
            <Time value={entry.at} />
            {entry.by && <> · {entry.by}</>}
          </p>
          {entry.text && <div className="sd-timeline-text">{entry.text}</div>}
        </li>
      ))}
    </ol>
  );
}

export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** What changed between two texts, word by word; the parts are computed by whoever has both. */
export function Diff({ parts }: { parts: readonly DiffPart[] }) {
  return (
    <p className="sd-diff">
      {parts.map((part, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a finished comparison never change places
        if (part.kind === 'added') return <ins key={index}>{part.text}</ins>;
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        if (part.kind === 'removed') return <del key={index}>{part.text}</del>;
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        return <span key={index}>{part.text}</span>;
      })}
    </p>
  );
}
