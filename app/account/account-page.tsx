import { KnownSections } from '~/app/admin/competence-form';
import {
  Alert,
  Button,
  ButtonGroup,
  Checkbox,
  CheckboxGroup,
  ErrorSummary,
  errorOf,
  type FieldProblem,
  PageHeading,
  RadioGroup,
  Select,
  TextInput,
} from '~/app/components';
import { accountTexts, mailTopicTexts } from '~/app/i18n/account';
import { competenceTexts } from '~/app/i18n/competence';
import { gatheringTexts, mailWishTexts } from '~/app/i18n/digest';
import { useFormat } from '~/app/i18n/format';
import { languageNames } from '~/app/i18n/language';
import { useTexts } from '~/app/i18n/use-texts';
import { roleTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import { gatherings } from '~/workflows/mail-plan';
import { mailTopics } from '~/workflows/mail-topics';
import { languages } from '~/workflows/words';
import type { AccountDone, AccountView } from './account.server';

export interface RefusedAccount {
  errors: FieldProblem[];
  /** The name as it was typed; null: the form was another. */
  name: string | null;
}

interface AccountPageProps {
  view: AccountView;
  done: AccountDone | null;
  refused: RefusedAccount | undefined;
}

export function AccountPage({ view, done, refused }: AccountPageProps) {
  const t = useTexts(accountTexts);
  const to = usePaths();
  return (
    <>
      {refused ? <ErrorSummary errors={refused.errors} /> : <Done view={view} done={done} />}
      <PageHeading lead={view.email}>{t('title')}</PageHeading>
      <Organisations view={view} refused={refused} />
      <OwnCompetences view={view} />
      <Details view={view} refused={refused} />
      <Sessions view={view} />
      <Shortcuts isOn={view.usesShortcuts} />
      <section aria-labelledby="data">
        <h2 id="data">{t('dataHeading')}</h2>
        <p>{t('dataText')}</p>
        <p>
          <a href={to.accountData()} download>
            {t('dataLink')}
          </a>
        </p>
      </section>
    </>
  );
}

function Done({ view, done }: Pick<AccountPageProps, 'view' | 'done'>) {
  const t = useTexts(accountTexts);
  if (done === null) return null;
  const chosen = view.organisations.find(({ key }) => key === view.actingFor)?.name ?? t('portal');
  const words = {
    saved: t('saved'),
    chosen: t('chosen', { organisation: chosen }),
    ended: t('othersEnded'),
  } satisfies Record<AccountDone, string>;
  return <Alert kind="success" heading={words[done]} role="status" />;
}

type ViewProps = Pick<AccountPageProps, 'view' | 'refused'>;

function Organisations({ view, refused }: ViewProps) {
  const t = useTexts(accountTexts);
  const role = useTexts(roleTexts);
  const format = useFormat();
  const to = usePaths();
  const rolesOf = (roles: AccountView['organisations'][number]['roles']) =>
    format.list(roles.map((each) => role(each)));
  if (view.organisations.length < 2) {
    return (
      <section aria-labelledby="organisation">
        <h2 id="organisation">{t('organisationOne')}</h2>
        {view.organisations.map(({ key, name, roles }) => (
          <p key={key}>
            {name ?? t('portal')}: {rolesOf(roles)}
          </p>
        ))}
      </section>
    );
  }
  return (
    <section aria-labelledby="acting-for">
      <h2 id="acting-for">{t('organisationHeading')}</h2>
      <p>{t('organisationText')}</p>
      <form method="post" action={to.account()}>
        <RadioGroup
          name="organisation"
          label={t('fieldOrganisation')}
          defaultValue={view.actingFor}
          error={errorOf(refused?.errors, 'organisation')}
          choices={view.organisations.map(({ key, name, roles }) => ({
            value: key,
            label: name ?? t('portal'),
            hint: rolesOf(roles),
          }))}
        />
        <ButtonGroup>
          <Button kind="secondary" name="act" value="organisation">
            {t('choose')}
          </Button>
        </ButtonGroup>
      </form>
    </section>
  );
}

function OwnCompetences({ view: { competences, sections } }: { view: AccountView }) {
  const t = useTexts(competenceTexts);
  if (competences.length === 0) return null;
  return (
    <section aria-labelledby="competence">
      <h2 id="competence">{t('ownHeading')}</h2>
      <p>{t('ownIntro')}</p>
      {competences.map((held) => (
        <KnownSections key={held.municipalityCode} held={held} sections={sections} />
      ))}
    </section>
  );
}

function Details({ view, refused }: ViewProps) {
  const t = useTexts(accountTexts);
  const topic = useTexts(mailTopicTexts);
  const wish = useTexts(mailWishTexts);
  const gathering = useTexts(gatheringTexts);
  const to = usePaths();
  return (
    <section aria-labelledby="details">
      <h2 id="details">{t('detailsHeading')}</h2>
      <form method="post" action={to.account()}>
        <TextInput
          name="name"
          label={t('fieldName')}
          hint={t('fieldNameHint')}
          width="l"
          autoComplete="name"
          defaultValue={refused?.name ?? view.name}
          error={errorOf(refused?.errors, 'name')}
        />
        <p className="sd-muted">
          {t('email')}: <span className="sd-break">{view.email}</span>. {t('emailHint')}
        </p>
        <Select
          name="language"
          label={t('fieldLanguage')}
          empty={null}
          options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
          defaultValue={view.language}
        />
        <CheckboxGroup
          name="topics"
          label={t('fieldTopics')}
          hint={t('fieldTopicsHint')}
          defaultValues={mailTopics.filter((each) => !view.optedOut.includes(each))}
          choices={mailTopics.map((value) => ({ value, label: topic(value) }))}
        />
        <RadioGroup
          name="gathers"
          label={wish('fieldGathers')}
          hint={wish('fieldGathersHint')}
          defaultValue={view.mailWish.gathers}
          choices={gatherings.map((value) => ({ value, label: gathering(value) }))}
        />
        <Checkbox
          name="quiet"
          label={wish('fieldQuiet')}
          hint={wish('fieldQuietHint')}
          defaultChecked={view.mailWish.keepsQuiet}
        />
        <ButtonGroup>
          <Button name="act" value="details">
            {t('save')}
          </Button>
        </ButtonGroup>
      </form>
    </section>
  );
}

function Sessions({ view: { sessions } }: { view: AccountView }) {
  const t = useTexts(accountTexts);
  const format = useFormat();
  const to = usePaths();
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('sessionsHeading')}</h2>
      <p>{t('sessionsCount', { count: sessions.length })}</p>
      <ul>
        {sessions.map(({ since, seenAt, isOwn }) => (
          <li key={`${since}${seenAt}`}>
            {isOwn
              ? t('sessionHere', { since: format.dateTime(since) })
              : t('sessionOther', { since: format.dateTime(since), seen: format.dateTime(seenAt) })}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action={to.account()}>
          <Button kind="secondary" name="act" value="end-sessions">
            {t('endOthers')}
          </Button>
        </form>
      )}
    </section>
  );
}

/** One switch for every page that has shortcuts. */
function Shortcuts({ isOn }: { isOn: boolean }) {
  const t = useTexts(accountTexts);
  const to = usePaths();
  return (
    <section aria-labelledby="shortcuts">
      <h2 id="shortcuts">{t('shortcutsHeading')}</h2>
      <p>{t('shortcutsText')}</p>
      <form method="post" action={to.account()} className="sd-event-form">
        <input type="hidden" name="act" value="shortcuts" />
        <Checkbox name="on" label={t('shortcutsField')} defaultChecked={isOn} />
        <Button kind="secondary">{t('shortcutsSave')}</Button>
      </form>
    </section>
  );
}
