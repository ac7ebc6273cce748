import { defineTexts } from './texts';

/** A PDF that is read in its place. */
export const evidencePdfTexts = defineTexts({
  show: { da: 'Vis her', en: 'Show here' },
  hide: { da: 'Skjul', en: 'Hide' },
  of: { da: 'siderne i »{title}«', en: 'the pages of “{title}”' },
  loading: { da: 'Henter filen …', en: 'Loading the file …' },
  viewer: { da: 'Sider i »{title}«', en: 'Pages of “{title}”' },
  pages: { da: { one: '{count} side', other: '{count} sider' }, en: { one: '{count} page', other: '{count} pages' } },
  onlyFirst: {
    da: 'Her vises de første {shown} af {total} sider. Hent filen for at se resten.',
    en: 'The first {shown} of {total} pages are shown here. Download the file to see the rest.',
  },
  page: { da: 'Side {number} af {total}', en: 'Page {number} of {total}' },
  noText: {
    da: 'Siden er et billede: den har ingen tekst, der kan markeres eller læses op.',
    en: 'The page is a picture: it has no text that can be selected or read aloud.',
  },
  pageFailed: { da: 'Siden kan ikke vises her.', en: 'The page cannot be shown here.' },
  unreachable: {
    da: 'Filen kunne ikke hentes. Din session kan være udløbet: genindlæs siden, eller prøv igen.',
    en: 'The file could not be loaded. Your session may have ended: reload the page, or try again.',
  },
  password: {
    da: 'Filen er beskyttet med adgangskode og kan ikke vises her.',
    en: 'The file is protected by a password and cannot be shown here.',
  },
  unreadable: {
    da: 'Filen kan ikke vises her: den er beskadiget, eller browseren kan ikke læse den.',
    en: 'The file cannot be shown here: it is damaged, or the browser cannot read it.',
  },
  download: { da: 'Hent filen', en: 'Download the file' },
});
