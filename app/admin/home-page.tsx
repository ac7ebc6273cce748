import {
  Accordion,
  Alert,
  Button,
  DataTable,
  Definition,
  EmptyState,
  PageHeading,
  Stats,
  Time,
} from '~/app/components';
import { accessWorkTexts } from '~/app/i18n/access';
import { adminTexts, logProblemTexts } from '~/app/i18n/admin';
import { calibrationTexts } from '~/app/i18n/calibration';
import { disputeWorkTexts } from '~/app/i18n/disputes';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { lifecycleTexts } from '~/app/i18n/lifecycle';
import { mailPageTexts } from '~/app/i18n/mail-page';
import { mergeTexts } from '~/app/i18n/merges';
import { municipalityOverviewTexts } from '~/app/i18n/municipality-overview';
import { peopleAdministrationTexts } from '~/app/i18n/people-administration';
import { portalSettingsTexts } from '~/app/i18n/portal-settings';
import { portalTextsTexts } from '~/app/i18n/portal-texts';
import { questionnaireVersionTexts } from '~/app/i18n/questionnaire-versions';
import { reasonsTexts } from '~/app/i18n/reasons';
import { routingTexts } from '~/app/i18n/routing';
import { RichText, useTexts } from '~/app/i18n/use-texts';
import { roleTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import type { CalibrationTask } from '~/db/calibration-tasks';
import type { Inbox } from '~/db/cases/read-inbox';
import type { LogProblem } from '~/db/log';
import type { OrganisationPeople, PortalOverview } from '~/db/portal-overview';
import { CalibrationTaskList } from './calibration-tasks';

interface AdminHomeView {
  inbox: Inbox;
  overview: PortalOverview;
  /** Questions on which reviewers do not agree, that nobody has looked at. */
  tasks: CalibrationTask[];
  organisations: OrganisationPeople[];
}

type CheckedLog = { rows: number; problem: LogProblem | null };

export function AdminHomePage({ view, log }: { view: AdminHomeView; log: CheckedLog | undefined }) {
  const t = useTexts(adminTexts);
  const mail = useTexts(mailPageTexts);
  const reasons = useTexts(reasonsTexts);
  const texts = useTexts(portalTextsTexts);
  const versions = useTexts(questionnaireVersionTexts);
  const calibration = useTexts(calibrationTexts);
  const lifecycle = useTexts(lifecycleTexts);
  const settings = useTexts(portalSettingsTexts);
  const routing = useTexts(routingTexts);
  const municipalities = useTexts(municipalityOverviewTexts);
  const people = useTexts(peopleAdministrationTexts);
  const merges = useTexts(mergeTexts);
  const disputes = useTexts(disputeWorkTexts);
  const access = useTexts(accessWorkTexts);
  const to = usePaths();
  return (
    <>
      <PageHeading lead={t('homeLead')}>{t('homeTitle')}</PageHeading>
      <h2 className="sr-only">{t('statsHeading')}</h2>
      <CaseStats inbox={view.inbox} />
      <section aria-labelledby="routing">
        <h2 id="routing">{t('routingHeading')}</h2>
        <Routing inbox={view.inbox} />
        <p>
          <a href={to.admin.routing()}>{routing('linkFromHome')}</a>
        </p>
      </section>
      <section aria-labelledby="content">
        <h2 id="content">{t('contentHeading')}</h2>
        <Content overview={view.overview} />
      </section>
      <section aria-labelledby="questionnaires">
        <h2 id="questionnaires">{versions('adminTitle')}</h2>
        <p>{versions('adminHomeText')}</p>
        <CalibrationTaskList tasks={view.tasks} />
        <p>
          <a href={to.admin.questionnaires()}>{versions('adminLink')}</a> ·{' '}
          <a href={to.admin.calibration()}>{calibration('adminTitle')}</a> ·{' '}
          <a href={to.admin.lifecycle()}>{lifecycle('adminTitle')}</a>
        </p>
      </section>
      <section aria-labelledby="log">
        <h2 id="log">{t('logHeading')}</h2>
        <Log rows={view.overview.logRows} checked={log} />
      </section>
      <section aria-labelledby="mail">
        <h2 id="mail">{mail('title')}</h2>
        <p>
          <a href={to.admin.inbox()}>{mail('linkFromHome')}</a>
        </p>
      </section>
      <section aria-labelledby="reasons">
        <h2 id="reasons">{reasons('title')}</h2>
        <p>{reasons('homeText')}</p>
        <p>
          <a href={to.admin.reasons()}>{reasons('linkFromHome')}</a>
        </p>
      </section>
      <section aria-labelledby="texts">
        <h2 id="texts">{texts('title')}</h2>
        <p>{texts('homeText')}</p>
        <p>
          <a href={to.admin.texts()}>{texts('linkFromHome')}</a>
        </p>
      </section>
      <section aria-labelledby="settings">
        <h2 id="settings">{settings('title')}</h2>
        <p>{settings('homeText')}</p>
        <p>
          <a href={to.admin.settings()}>{settings('linkFromHome')}</a>
        </p>
      </section>
      <section aria-labelledby="access">
        <h2 id="access">{access('adminHome')}</h2>
        <p>{access('adminLead')}</p>
        <p>
          <a href={to.admin.suppliers()}>{access('adminLink')}</a>
        </p>
      </section>
      <section aria-labelledby="merges">
        <h2 id="merges">{merges('title')}</h2>
        <p>{merges('homeText')}</p>
        <p>
          <a href={to.admin.merges()}>{merges('linkFromHome')}</a>
        </p>
      </section>
      <section aria-labelledby="disputes">
        <h2 id="disputes">{disputes('adminTitle')}</h2>
        <p>{disputes('adminHomeText')}</p>
        <p>
          <a href={to.admin.disputes()}>{disputes('adminLink')}</a>
        </p>
      </section>
      <section aria-labelledby="municipalities">
        <h2 id="municipalities">{municipalities('title')}</h2>
        <p>{municipalities('homeText')}</p>
        <p>
          <a href={to.admin.municipalities()}>{municipalities('linkFromHome')}</a>
        </p>
      </section>
      <section aria-labelledby="people">
        <h2 id="people">{t('peopleHeading')}</h2>
        <p>{t('peopleText')}</p>
        <p>
          <a href={to.admin.people()}>{people('linkFromHome')}</a>
        </p>
        <People organisations={view.organisations} />
      </section>
      <section aria-labelledby="commands">
        <h2 id="commands">{t('commandsHeading')}</h2>
        <Commands />
      </section>
    </>
  );
}

function CaseStats({ inbox }: { inbox: Inbox }) {
  const t = useTexts(adminTexts);
  const to = usePaths();
  const stats = [
    { view: 'routing', label: t('statRouting') },
    { view: 'available', label: t('statAvailable') },
    { view: 'decision', label: t('statDecision') },
    { view: 'waiting', label: t('statWaiting') },
    { view: 'closed', label: t('statClosed') },
  ] as const;
  return (
    <Stats
      items={stats.map(({ view, label }) => ({
        id: view,
        value: inbox.counts[view],
        label,
        href: to.review.inbox({ view }),
      }))}
    />
  );
}

function Routing({ inbox }: { inbox: Inbox }) {
  const t = useTexts(adminTexts);
  const to = usePaths();
  return (
    <>
      <DataTable
        caption={t('routingHeading')}
        hideCaption
        rows={inbox.rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState heading={t('routingEmpty')} level={3}>
            {t('routingEmptyText')}
          </EmptyState>
        }
        columns={[
          {
            id: 'product',
            header: t('columnProduct'),
            rowHeader: true,
            cell: ({ id, product }) => <a href={to.review.case(id)}>{product}</a>,
          },
          { id: 'case', header: t('columnCase'), noWrap: true, cell: ({ number }) => number },
          { id: 'supplier', header: t('columnSupplier'), cell: ({ supplier }) => supplier },
          {
            id: 'since',
            header: t('columnSince'),
            noWrap: true,
            cell: ({ stateSince }) => <Time value={stateSince} only="short-date" />,
          },
        ]}
      />
      <p>
        <a href={to.review.inbox({ view: 'routing' })}>{t('routingAll')}</a>
      </p>
    </>
  );
}

function Content({ overview }: { overview: PortalOverview }) {
  const t = useTexts(adminTexts);
  const text = useText();
  const format = useFormat();
  const to = usePaths();
  const catalogue = overview.content.find(({ name }) => name === 'catalogue');
  return (
    <Definition
      compact
      items={[
        ...overview.questionnaires.map(({ slug, title, version, publishedAt, hash }) => ({
          id: slug,
          term: <a href={to.questionnaire(slug)}>{text(title)}</a>,
          description: (
            <>
              {t('questionnaireVersion', { version, date: format.date(publishedAt) })} <Checksum hash={hash} />
            </>
          ),
        })),
        {
          id: 'catalogue',
          term: <a href={to.interfaces()}>{t('contentCatalogue')}</a>,
          description: (
            <>
              {t('contentInterfaces', { count: overview.interfaces })} {catalogue && <Checksum hash={catalogue.hash} />}
            </>
          ),
        },
      ]}
    />
  );
}

function Checksum({ hash }: { hash: string }) {
  const t = useTexts(adminTexts);
  return (
    <span className="sd-muted" title={hash}>
      · {t('contentHash', { hash: hash.slice(0, 12) })}
    </span>
  );
}

function Log({ rows, checked }: { rows: number; checked: CheckedLog | undefined }) {
  const t = useTexts(adminTexts);
  const problems = useTexts(logProblemTexts);
  const to = usePaths();
  return (
    <>
      <p>{t('logRows', { count: rows })}</p>
      {checked && checked.problem === null && (
        <Alert kind="success" heading={t('logWhole', { count: checked.rows })} level={3} role="status" />
      )}
      {checked?.problem && (
        <Alert kind="error" heading={t('logBroken', { number: checked.problem.number })} level={3} role="alert">
          {problems(checked.problem.problem)}
        </Alert>
      )}
      <form method="post" action={`${to.admin.home()}#log`}>
        <Button kind="secondary" name="act" value="verify-log">
          {t('logVerify')}
        </Button>
      </form>
    </>
  );
}

function People({ organisations }: { organisations: readonly OrganisationPeople[] }) {
  const t = useTexts(adminTexts);
  const roles = useTexts(roleTexts);
  const format = useFormat();
  return (
    <Accordion
      items={organisations.map(({ organisation, people }, index) => {
        const name = organisation ?? t('portalItself');
        return {
          id: `organisation-${index}`,
          heading: name,
          aside: t('peopleCount', { count: people.length }),
          content: (
            <DataTable
              caption={name}
              hideCaption
              compact
              rows={people}
              rowKey={({ id }) => id}
              columns={[
                { id: 'name', header: t('columnName'), rowHeader: true, cell: (person) => person.name },
                {
                  id: 'email',
                  header: t('columnEmail'),
                  cell: ({ email }) => <span className="sd-break">{email}</span>,
                },
                {
                  id: 'roles',
                  header: t('columnRoles'),
                  cell: (person) => format.list(person.roles.map((role) => roles(role))),
                },
              ]}
            />
          ),
        };
      })}
    />
  );
}

function Option({ name }: { name: string }) {
  return <code className="sd-nowrap">{name}</code>;
}

/** As `npm run portal -- help` lists them. */
function Commands() {
  const t = useTexts(adminTexts);
  const commands = [
    ['user', t('commandUser')],
    ['catalogue load', t('commandCatalogue')],
    ['questionnaire check', t('commandQuestionnaire')],
    ['log verify', t('commandLog')],
    ['help', t('commandHelp')],
  ] as const;
  return (
    <>
      <p>
        <RichText
          text={adminTexts.commandsText}
          values={{ help: <Option name="--help" />, dryRun: <Option name="--dry-run" /> }}
        />
      </p>
      <Definition
        items={commands.map(([command, meaning]) => ({
          id: command,
          term: meaning,
          description: <code className="sd-break">npm run portal -- {command}</code>,
        }))}
      />
    </>
  );
}
