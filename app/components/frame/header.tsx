import type { ReactNode } from 'react';
import { commonTexts } from '~/app/i18n/common';
import { inLanguage, languageNames, useLanguage } from '~/app/i18n/language';
import { useTexts } from '~/app/i18n/use-texts';
import { kept } from '~/app/kept-parts';
import { usePaths } from '~/app/paths';
import { languages } from '~/workflows/words';
import { Icon } from '../icon';
import { Mark } from './mark';
import { type Person, workspacesOf } from './person';

interface HeaderProps {
  person: Person | null;
  /** The path with its query, for the marks of where one is and for the language switch. */
  location: { pathname: string; search: string };
  questionnaireSlug: string;
  /** Above everything else, e.g. that the data is made up. */
  children?: ReactNode;
}

export function Header({ person, location, questionnaireSlug, children }: HeaderProps) {
  const t = useTexts(commonTexts);
  const to = usePaths();
  return (
    <header className="sd-header">
      {children}
      <div className="sd-container sd-header-top">
        <a className="sd-brand" href={to.home()} aria-label={t('toHomePage')}>
          <Mark />
          <span>{t('portalName')}</span>
        </a>
        <div className="sd-header-side">
          <LanguageSwitch location={location} />
          {person ? (
            <SignedIn person={person} />
          ) : (
            <a className="sd-sign-in" href={to.signIn()}>
              <Icon name="person" />
              {t('signIn')}
            </a>
          )}
        </div>
      </div>
      <details className="sd-menu">
        <summary>
          <Icon name="menu" />
          {t('menu')}
        </summary>
        <div className="sd-container sd-menu-body">
          <Navigation pathname={location.pathname} questionnaireSlug={questionnaireSlug} />
          {person && <Workspaces person={person} pathname={location.pathname} />}
        </div>
      </details>
    </header>
  );
}

interface NavigationProps {
  pathname: string;
  questionnaireSlug: string;
}

const Navigation = kept(function Navigation({ pathname, questionnaireSlug }: NavigationProps) {
  const t = useTexts(commonTexts);
  const to = usePaths();
  const links = [
    { label: t('products'), href: to.products() },
    { label: t('interfaces'), href: to.interfaces() },
    { label: t('compare'), href: to.compare() },
    { label: t('suppliers'), href: to.suppliers() },
    { label: t('municipalities'), href: to.municipalities() },
    { label: t('questionnaire'), href: to.questionnaire(questionnaireSlug) },
  ];
  return (
    <nav className="sd-nav" aria-label={t('mainNavigation')}>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href} aria-current={whereOf(pathname, link.href.replace(/\?.*/, ''))}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
});

function Workspaces({ person, pathname }: { person: Person; pathname: string }) {
  const t = useTexts(commonTexts);
  const to = usePaths();
  return (
    <nav className="sd-nav sd-nav-work" aria-label={t('workNavigation')}>
      <ul>
        {workspacesOf(person.roles, to).map((place) => (
          <li key={place.href}>
            <a href={place.href} aria-current={whereOf(pathname, place.href)}>
              {t(place.key)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SignedIn({ person }: { person: Person }) {
  const t = useTexts(commonTexts);
  const to = usePaths();
  return (
    <div className="sd-person">
      <p>
        <span className="sr-only">{t('signedInAs')} </span>
        <a href={to.account()}>
          <strong>{person.name}</strong>
        </a>
        {person.organisation && <span className="sd-person-organisation">{person.organisation}</span>}
      </p>
      <form method="post" action={to.signOut()}>
        <button type="submit" className="function-link">
          {t('signOut')}
        </button>
      </form>
    </div>
  );
}

function LanguageSwitch({ location }: Pick<HeaderProps, 'location'>) {
  const t = useTexts(commonTexts);
  const current = useLanguage();
  return (
    <nav className="sd-languages" aria-label={t('languageSwitch')}>
      {languages
        .filter((language) => language !== current)
        .map((language) => (
          <a
            key={language}
            href={`${inLanguage(location.pathname, language)}${location.search}`}
            lang={language}
            hrefLang={language}
          >
            {languageNames[language]}
          </a>
        ))}
    </nav>
  );
}

/** `page` on the link's own page, `true` on those below it. */
function whereOf(pathname: string, href: string): 'page' | 'true' | undefined {
  if (pathname === href) return 'page';
  return pathname.startsWith(`${href}/`) ? 'true' : undefined;
}
