import { Fragment, type ReactNode } from 'react';
import { commonTexts } from '~/app/i18n/common';
import { useTexts } from '~/app/i18n/use-texts';

export interface SummaryRow {
  /** A key within the list. */
  id: string;
  question: ReactNode;
  /** null or '' shows "Ikke besvaret". */
  answer: ReactNode;
  /** Where the answer is changed; the way back is that page's matter. */
  changeHref?: string;
  /** What is changed, for screen readers; needed where the question is not a plain text. */
  changeLabel?: string;
  /** Other links or buttons. */
  actions?: ReactNode;
}

interface SummaryListProps {
  rows: readonly SummaryRow[];
  heading?: ReactNode;
  level?: 2 | 3 | 4;
}

/** Opsummering: every answer with a link to change it. */
export function SummaryList({ rows, heading, level = 2 }: SummaryListProps) {
  const t = useTexts(commonTexts);
  const Heading = `h${level}` as const;
  return (
    <section className="sd-summary">
      {heading && <Heading>{heading}</Heading>}
      <dl>
        {rows.map((row) => (
          <div key={row.id} id={row.id}>
            <dt>{row.question}</dt>
            <dd>
              {row.answer === null || row.answer === undefined || row.answer === '' ? (
                <span className="sd-missing">{t('notAnswered')}</span>
              ) : (
                row.answer
              )}
            </dd>
            {(row.changeHref || row.actions) && (
              <dd className="sd-summary-actions">
                {row.changeHref && (
                  <a href={row.changeHref}>
                    {t('change')}
                    <span className="sr-only"> {row.changeLabel ?? row.question}</span>
                  </a>
                )}
                {row.actions}
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}

export interface DefinitionItem {
  id: string;
  term: ReactNode;
  description: ReactNode;
}

/** Terms and what they mean, or plain facts about one thing. `compact` sets term and description side by side. */
export function Definition({ items, compact }: { items: readonly DefinitionItem[]; compact?: boolean }) {
  return (
    <dl className={compact ? 'sd-facts' : 'sd-definitions'}>
      {items.map((item) => (
        <Fragment key={item.id}>
          <dt>{item.term}</dt>
          <dd>{item.description}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
