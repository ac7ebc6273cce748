import { escapeHtml } from '../escape-html';
import { isApiPath } from './address';

/** Refusals of the server itself: they must work when nothing behind it does, so they use no template and no style. */
export const serverProblems = {
  malformed: {
    status: 400,
    da: ['Adressen eller indholdet kan ikke læses', 'Gå tilbage, og prøv igen.'],
    en: ['The address or the content cannot be read', 'Go back and try again.'],
  },
  'too-long': {
    status: 414,
    da: ['Adressen er for lang', 'Søg efter færre ord, eller vælg færre filtre ad gangen.'],
    en: ['The address is too long', 'Search for fewer words, or choose fewer filters at a time.'],
  },
  'headers-too-large': {
    status: 431,
    da: [
      'Adressen og det, browseren sendte med den, er for langt',
      'Søg efter færre ord, eller slet cookies fra portalen.',
    ],
    en: [
      'The address and what the browser sent with it are too long',
      'Search for fewer words, or delete the portal’s cookies.',
    ],
  },
  unstorable: {
    status: 400,
    da: [
      'En tekst indeholder et tegn, der ikke kan gemmes',
      'Det er nultegnet, som ikke kan ses og ofte følger med tekst, der er kopieret fra et andet program. Intet er gemt. Gå tilbage, skriv teksten ind igen i stedet for at sætte den ind, og gem.',
    ],
    en: [
      'A text holds a character that cannot be stored',
      'It is the null character, which cannot be seen and often comes along with text copied from another program. Nothing was saved. Go back, type the text instead of pasting it, and save.',
    ],
  },
  foreign: {
    status: 403,
    da: ['Anmodningen blev afvist', 'Den kom ikke fra en af vores egne sider. Åbn siden på ny, og prøv igen.'],
    en: ['The request was refused', 'It did not come from one of our own pages. Open the page again and retry.'],
  },
  missing: {
    status: 404,
    da: [
      'Det findes ikke',
      'Tjek, om adressen er skrevet rigtigt. Det kan også være flyttet, eller du har ikke adgang til det.',
    ],
    en: ['It does not exist', 'Check the address. It may also have moved, or you have no access to it.'],
  },
  method: {
    status: 405,
    da: ['Siden kan ikke bruges på den måde', 'Gå tilbage, og prøv igen.'],
    en: ['The page cannot be used in this way', 'Go back and try again.'],
  },
  slow: {
    status: 408,
    da: ['Det tog for lang tid', 'Kontrollér forbindelsen, og prøv igen.'],
    en: ['It took too long', 'Check the connection and try again.'],
  },
  'too-large': {
    status: 413,
    da: ['Det sendte fylder for meget', 'En fil må højst fylde 20 MB, og andet indhold højst 1 MB.'],
    en: ['What was sent is too large', 'A file may be at most 20 MB, other content at most 1 MB.'],
  },
  'declaration-too-large': {
    status: 413,
    da: ['Det sendte fylder for meget', 'En erklæring må højst fylde 10 MB.'],
    en: ['What was sent is too large', 'A declaration may be at most 10 MB.'],
  },
  'too-many': {
    status: 429,
    da: ['Der er sendt for meget på kort tid', 'Vent et øjeblik, og prøv igen.'],
    en: ['Too much was sent in a short time', 'Wait a moment and try again.'],
  },
  'read-only': {
    status: 503,
    da: ['Portalen kan læses, men ikke ændres lige nu', 'Intet er gemt. Gå tilbage, og prøv igen senere.'],
    en: ['The portal can be read but not changed right now', 'Nothing was saved. Go back and try again later.'],
  },
  failed: {
    status: 500,
    da: ['Der er sket en fejl hos os', 'Prøv igen om lidt. Oplys koden herunder, hvis du kontakter os.'],
    en: ['Something went wrong on our side', 'Try again in a moment. Quote the code below if you contact us.'],
  },
} as const;

export type ServerProblem = keyof typeof serverProblems;

/** What goes with a refusal. */
export interface Telling {
  headers?: Record<string, string>;
  /** What somebody has written about it, for whoever reads the page. */
  words?: string;
}

/** @returns a page in the language of the path; for the API `application/problem+json` (RFC 9457) */
export function problemResponse(
  problem: ServerProblem,
  path: string,
  requestId: string,
  { headers = {}, words = '' }: Telling = {},
): Response {
  const { status, type, body } = writeProblem(problem, path, requestId, words);
  return new Response(body, { status, headers: { ...headers, 'Content-Type': type } });
}

/**
 * What a refusal says, for where there is no response yet.
 * @param requestId empty: nobody could look it up
 */
export function writeProblem(problem: ServerProblem, path: string, requestId: string, words = '') {
  const { status, da, en } = serverProblems[problem];
  if (isApiPath(path)) {
    const detail = words === '' ? en[1] : `${en[1]} ${words}`;
    const instance = requestId === '' ? {} : { instance: `urn:uuid:${requestId}` };
    const told = { type: 'about:blank', title: en[0], status, detail, ...instance };
    return { status, type: 'application/problem+json', body: JSON.stringify(told) };
  }
  const language = path === '/en' || path.startsWith('/en/') ? 'en' : 'da';
  const [title, advice] = language === 'en' ? en : da;
  const number = requestId === '' ? '' : `<p>${language === 'en' ? 'Code' : 'Kode'}: <code>${requestId}</code></p>`;
  const body = `<!DOCTYPE html>
<html lang="${language}"${requestId === '' ? '' : ` data-request-id="${requestId}"`}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body><main><h1>${title}</h1>${words === '' ? '' : `<p>${escapeHtml(words)}</p>`}<p>${advice}</p>${number}</main></body>
</html>
`;
  return { status, type: 'text/html; charset=utf-8', body };
}
