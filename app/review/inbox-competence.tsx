import { ButtonLink, EmptyState } from '~/app/components';
import { competenceTexts } from '~/app/i18n/competence';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { InboxQuery } from '~/workflows/review/inbox';
import { inboxAddress } from './inbox-query';
import type { InboxPageView } from './inbox-view.server';

/** The same list with the cases outside the reader's areas, or without them; search, filters and order stay. */
function otherWidth({ isWide, ...query }: InboxQuery): InboxQuery {
  return { ...query, ...(isWide ? {} : { isWide: true as const }) };
}

/** What the reader's areas do to the list and to the number on its tab, and the one link that changes it. */
export function CompetenceNote({ view: { inbox, query, knownSections } }: { view: InboxPageView }) {
  const t = useTexts(competenceTexts);
  const text = useText();
  const format = useFormat();
  const to = usePaths();
  const { competence } = inbox;
  if (query.view !== 'available' || competence === null) return null;
  const sections = format.list(knownSections.map(({ title }) => text(title)));
  return (
    <p>
      {t('counted', { count: competence.inside, all: format.number(competence.all), sections })}
      {competence.inside < competence.all && (
        <>
          {' '}
          {query.isWide ? t('shownWide') : t('shownNarrow')}{' '}
          <a href={to.review.inbox(inboxAddress({ ...otherWidth(query), from: null }))}>
            {query.isWide ? t('toNarrow') : t('toWide')}
          </a>
        </>
      )}
    </p>
  );
}

/** Nothing to claim in the reader's areas, though there is elsewhere. */
export function EmptyCompetence({ query, others }: { query: InboxQuery; others: number }) {
  const t = useTexts(competenceTexts);
  const to = usePaths();
  return (
    <EmptyState
      heading={t('empty')}
      action={<ButtonLink href={to.review.inbox(inboxAddress(otherWidth(query)))}>{t('toWide')}</ButtonLink>}
    >
      {t('emptyText', { count: others })}
    </EmptyState>
  );
}
