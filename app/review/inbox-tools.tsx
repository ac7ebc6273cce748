import { Button, Checkbox, CheckboxGroup, Details, Select, TextInput } from '~/app/components';
import { inboxColumnTexts, inboxFilterTexts, inboxToolsTexts } from '~/app/i18n/inbox-tools';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import { inboxColumns, inboxFilters } from '~/workflows/review/inbox';
import { inboxAddress } from './inbox-query';
import type { InboxPageView } from './inbox-view.server';

interface BookmarksProps {
  view: InboxPageView;
  /** What was sent and could not be saved. */
  typed?: { name?: string; isShared?: boolean } | undefined;
  error?: string | undefined;
}

/** What narrows the inbox, and the ways of looking at it that have a name. */
export function InboxTools({ view, typed, error }: BookmarksProps) {
  const t = useTexts(inboxToolsTexts);
  const { only = [], hidden = [] } = view.query;
  return (
    <Details summary={t('toolsSummary')} open={error !== undefined || only.length + hidden.length > 0}>
      <Filters view={view} />
      <Bookmarks view={view} typed={typed} error={error} />
    </Details>
  );
}

function Filters({ view: { query } }: { view: InboxPageView }) {
  const t = useTexts(inboxToolsTexts);
  const filters = useTexts(inboxFilterTexts);
  const columns = useTexts(inboxColumnTexts);
  const to = usePaths();
  const kept = inboxAddress({ ...query, only: [], hidden: [], from: null });
  return (
    <form method="get" action={to.review.inbox()} className="sd-event-form">
      {Object.entries(kept).map(([name, value]) =>
        typeof value === 'string' ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <CheckboxGroup
        name="only"
        label={t('filters')}
        choices={inboxFilters.map((each) => ({ value: each, label: filters(each) }))}
        defaultValues={query.only ?? []}
      />
      <CheckboxGroup
        name="hide"
        label={t('columns')}
        choices={inboxColumns.map((each) => ({ value: each, label: columns(each) }))}
        defaultValues={query.hidden ?? []}
      />
      <Button kind="secondary">{t('apply')}</Button>
    </form>
  );
}

function Bookmarks({ view: { query, bookmarks }, typed, error }: BookmarksProps) {
  const t = useTexts(inboxToolsTexts);
  const to = usePaths();
  const here = to.review.bookmarks(inboxAddress(query));
  return (
    <section aria-labelledby="bookmarks">
      <h3 id="bookmarks">{t('bookmarks')}</h3>
      {bookmarks.length === 0 && <p>{t('bookmarksEmpty')}</p>}
      <ul>
        {bookmarks.map(({ id, name, search, isShared, isOwn }) => (
          <li key={id}>
            <a href={`${to.review.inbox()}?${search}`}>{name}</a>
            {isShared && ` (${t('bookmarkShared')})`}
            {isOwn && (
              <form method="post" action={here}>
                <input type="hidden" name="id" value={id} />
                <Button name="act" value="end" kind="link" small>
                  {t('bookmarkEnd')}
                  <span className="sr-only"> {t('bookmarkEndOf', { name })}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form method="post" action={here} className="sd-event-form">
        <TextInput name="name" label={t('bookmarkName')} defaultValue={typed?.name} error={error} />
        <Checkbox
          name="isShared"
          label={t('bookmarkShare')}
          hint={t('bookmarkShareHint')}
          defaultChecked={typed?.isShared}
        />
        <Button name="act" value="add" kind="secondary">
          {t('bookmarkSave')}
        </Button>
      </form>
    </section>
  );
}

/** Where the ticked cases go: the coordinator chooses, a lead reviewer takes them home. */
export function RouteChosen({
  municipalities,
  typed,
  error,
}: {
  municipalities: InboxPageView['municipalities'];
  typed?: string | undefined;
  error?: string | undefined;
}) {
  const t = useTexts(inboxToolsTexts);
  const [own] = municipalities;
  if (municipalities.length === 1 && own) {
    return (
      <>
        <input type="hidden" name="municipalityCode" value={own.code} />
        <Button name="act" value="route">
          {t('routeToOwn', { municipality: own.name })}
        </Button>
      </>
    );
  }
  return (
    <>
      <Select
        name="municipalityCode"
        label={t('routeTo')}
        options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        defaultValue={typed}
        error={error}
      />
      <Button name="act" value="route">
        {t('route')}
      </Button>
    </>
  );
}

/** Who gets the ticked cases: of every municipality for the coordinator, of their own for a lead reviewer. */
export function AssignChosen({
  assignable,
  typed,
  error,
}: {
  assignable: InboxPageView['assignable'];
  typed?: string | undefined;
  error?: string | undefined;
}) {
  const t = useTexts(inboxToolsTexts);
  return (
    <>
      <Select
        name="assignee"
        label={t('assignee')}
        hint={t('assigneeHint')}
        options={assignable.map(({ personId, name, municipality }) => ({
          value: `${municipality.code}:${personId}`,
          label: t('assigneeIn', { name, municipality: municipality.name }),
        }))}
        defaultValue={typed}
        error={error}
      />
      <Button name="act" value="assign" kind="secondary">
        {t('assign')}
      </Button>
    </>
  );
}
