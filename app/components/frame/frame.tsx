import type { ReactNode } from 'react';
import type { LicenceName } from '~/app/api/licence';
import { commonTexts } from '~/app/i18n/common';
import { portalSettingsTexts } from '~/app/i18n/portal-settings';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import { showsDays, type ViewedDay } from '~/workflows/viewed-day';
import { Breadcrumbs, type Crumb } from '../breadcrumbs';
import { classes } from '../classes';
import { DayBand, DayPicker } from './day-band';
import { Footer } from './footer';
import { Header } from './header';
import type { Person } from './person';

interface FrameProps {
  demo: boolean;
  /** On which terms what is shown may be used; undefined where nothing is shown. */
  licence?: LicenceName;
  person: Person | null;
  /** Why nothing can be changed now. */
  readOnly?: string | null;
  location: { pathname: string; search: string };
  questionnaireSlug: string;
  /** The pages between the front page and this one; null: no breadcrumbs, as on the front page and on errors. */
  crumbs: readonly Crumb[] | null;
  title: string;
  wide?: boolean;
  /** As of which other day the page is shown. */
  viewedDay?: ViewedDay | null;
  children: ReactNode;
}

/** What stands around every page. */
export function Frame({
  demo,
  licence,
  person,
  readOnly = null,
  location,
  questionnaireSlug,
  crumbs,
  title,
  wide,
  viewedDay = null,
  children,
}: FrameProps) {
  const t = useTexts(commonTexts);
  const to = usePaths();
  return (
    <div className={classes('sd-page', wide && 'sd-page-wide')}>
      <a className="skipnav" href="#main-content">
        {t('skipToContent')}
      </a>
      <Header person={person} location={location} questionnaireSlug={questionnaireSlug}>
        {demo && <DemoBanner />}
        {readOnly !== null && <ReadOnlyBanner reason={readOnly} />}
      </Header>
      {viewedDay && <DayBand viewed={viewedDay} location={location} />}
      {crumbs && (
        <div className="sd-container">
          <Breadcrumbs crumbs={[{ label: t('home'), href: to.home() }, ...crumbs]} current={title} />
        </div>
      )}
      <main id="main-content" tabIndex={-1} className="sd-main sd-container">
        {children}
        {showsDays(location.pathname) && <DayPicker location={location} />}
      </main>
      <Footer licence={licence} />
    </div>
  );
}

function ReadOnlyBanner({ reason }: { reason: string }) {
  const t = useTexts(portalSettingsTexts);
  return (
    <div className="sd-read-only" role="status">
      <p className="sd-container">
        <strong>{t('readOnlyBanner')}</strong> {reason}
      </p>
    </div>
  );
}

function DemoBanner() {
  const t = useTexts(commonTexts);
  return (
    <div className="sd-demo">
      <p className="sd-container">{t('demoBanner')}</p>
    </div>
  );
}
