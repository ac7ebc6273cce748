import type { LoaderFunctionArgs } from '@remix-run/node';
import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { profileAnswer } from '~/app/api/schemas';
import { readRequirementFile } from '~/app/profile/read-requirements.server';
import * as profileApi from '~/app/routes/api/profile';
import * as profilePage from '~/app/routes/public/profile';
import * as annexFile from '~/app/routes/public/profile-annex';
import { fakeContext } from '~/test/app/context';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { findPdfUaProblems } from '~/test/factories/pdf-ua';
import { insertMarket, insertSecrets } from '~/test/factories/published-market';

let database: TestDatabase;
const publicUrl = 'http://localhost:3000';

beforeAll(async () => {
  database = await createTestDatabase();
  await insertMarket(database.db);
});
afterAll(() => database.drop());

function argsOf(path: string, params: Record<string, string> = {}): LoaderFunctionArgs {
  const context = fakeContext({ db: database.db, publicUrl, now: () => new Date('2026-11-24T10:00:00Z') });
  return { request: new Request(`${publicUrl}${path}`), params, context };
}

async function thrownBy(work: Promise<unknown>): Promise<Response> {
  const thrown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Response)) throw new Error('Nothing was thrown.');
  return thrown;
}

describe('the answers in the form of OS2kravmotor', () => {
  const ask = async (file: string) => {
    const path = `/profile/${file}?need=SF1470~ready~must~~K1&need=SF1500~ready~should~~K2`;
    return annexFile.loader(argsOf(path, { file }));
  };

  it('have its words for whether a requirement is met, and lead to the approved answer', async () => {
    const { answers } = await (await ask('answers.json')).json();
    const said = answers.map((each: Record<string, string>) => [each.itSystem, each.requirementId, each.choice]);
    expect(said).toContainEqual(['Aktindsigt 100 %', 'K1', 'YES']);
    expect(said).toContainEqual(['Aktindsigt 100 %', 'K2', 'NOT_RELEVANT']);
    expect(said).toContainEqual(['Ældreomsorg', 'K1', 'NO']);
    expect(said).toContainEqual(['Zebra', 'K1', null]);
    expect(answers[0].detail).toContain(`${publicUrl}/products/`);
  });

  it('can be read again as a list of requirements, from Excel and from CSV', async () => {
    for (const file of ['answers.xlsx', 'answers.csv']) {
      const bytes = new Uint8Array(await (await ask(file)).arrayBuffer());
      const list = readRequirementFile(file, bytes);
      expect(list.ok && list.listed.slice(0, 2).map(({ number }) => number)).toEqual(['K1', 'K2']);
    }
  });
});

describe('the page', () => {
  it('adds what the form adds, and goes to the address that is the profile', async () => {
    const added = await thrownBy(
      profilePage.loader(
        argsOf('/profile?title=Udbud&need=SF1470&add=SF1500&addLevel=planned&addImportance=should&addLabel=K7%07'),
      ),
    );
    expect(added.status).toBe(302);
    expect(decodeURIComponent(added.headers.get('Location') ?? '')).toBe(
      '/profile?title=Udbud&need=SF1470~ready~must&need=SF1500~planned~should~~K7',
    );
    const nothing = await thrownBy(profilePage.loader(argsOf('/en/profile?need=SF1470&add=&addLevel=ready')));
    expect(nothing.headers.get('Location')).toContain('/en/profile?need=SF1470');
  });

  it('shows who meets the requirements, and what keeps others out', async () => {
    const { rows, total, fitting, relaxations } = await profilePage.loader(argsOf('/profile?need=SF1470'));
    expect([total, fitting]).toEqual([3, 1]);
    expect(relaxations).toEqual([
      {
        index: 0,
        more: ['Zebra', 'Ældreomsorg'],
        softer: [{ level: 'planned', rung: '', more: ['Ældreomsorg'] }],
      },
    ]);
    expect(rows.map(({ name, isFit, cells }) => [name, isFit, cells[0]?.fit])).toEqual([
      ['Aktindsigt 100 %', true, 'met'],
      ['Zebra', false, 'undeclared'],
      ['Ældreomsorg', false, 'later'],
    ]);
  });

  it('goes through the products page by page, and asks those of the page', async () => {
    const { rows, number, pages } = await profilePage.loader(argsOf('/profile?need=SF1470&page=2'));
    // Three products are one page.
    expect([rows, number, pages]).toEqual([[], 2, 1]);
    expect((await thrownBy(profilePage.loader(argsOf('/profile?need=SF1470&page=0')))).status).toBe(400);
    const asking = argsOf('/profile/questions.docx?need=SF1470&page=2', { file: 'questions.docx' });
    const parts = unzipSync(new Uint8Array(await (await annexFile.loader(asking)).arrayBuffer()));
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('intet at spørge om');
    for (const file of ['questions.docx', 'annex.docx']) {
      const refused = annexFile.loader(argsOf(`/profile/${file}?need=SF1470&page=x`, { file }));
      expect((await thrownBy(refused)).status).toBe(400);
    }
  });

  it.each(['need=SF9', 'on=2032-01-01', 'type=x', 'nothing=1'])('refuses %s', async (query) => {
    expect((await thrownBy(profilePage.loader(argsOf(`/profile?${query}`)))).status).toBe(400);
    expect((await profileApi.loader(argsOf(`/api/v1/profile?${query}`))).status).toBe(400);
    const file = { file: 'annex.pdf' };
    expect((await thrownBy(annexFile.loader(argsOf(`/profile/annex.pdf?${query}`, file)))).status).toBe(400);
  });
});

describe('the result as data', () => {
  const query = 'need=SF1470~ready~must~~K7&need=SF1500~ready~should';

  it('keeps to its schema', async () => {
    const response = await profileApi.loader(argsOf(`/api/v1/profile?${query}`));
    const { data, fitting, requirements, on } = profileAnswer.parse(await response.json());
    expect([data.length, fitting, requirements.length, on]).toEqual([3, 1, 2, '2026-11-24']);
    expect(data[0]).toMatchObject({ isFit: true, requirements: { SF1470: { fit: 'met' } } });
  });

  it('is a table too', async () => {
    const response = await profileApi.loader(argsOf(`/api/v1/profile?${query}&format=csv`));
    const lines = (await response.text()).trim().split(/\r?\n/);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain('SF1470.fit');
  });

  it('knows nothing of what was never published', async () => {
    const ask = async () => (await profileApi.loader(argsOf(`/api/v1/profile?${query}`))).text();
    const before = await ask();
    await insertSecrets(database.db);
    expect(await ask()).toBe(before);
  });
});

describe('the questions to suppliers', () => {
  const query = 'title=Omsorg&need=SF1470~in_production~must~reviewed~K7&need=SF1500~ready~should';
  const ask = (file: string) => annexFile.loader(argsOf(`/profile/${file}?${query}`, { file }));

  it('are a Word file and a PDF with a heading for each product that has any', async () => {
    const parts = unzipSync(new Uint8Array(await (await ask('questions.docx')).arrayBuffer()));
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const bytes = new Uint8Array(await (await ask('questions.pdf')).arrayBuffer());
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
    for (const words of ['»Omsorg«', 'Ældreomsorg, Omsorg A/S', 'Krav K7: SF1470', '24. november 2026']) {
      expect(xml).toContain(words);
      expect(text.replaceAll(/\s+/g, ' ')).toContain(words);
    }
    expect(xml).toContain('Krav 2: SF1500');
  });
});

describe('a coming day', () => {
  it('tells what to expect, with the dates that it rests on', async () => {
    const args = argsOf('/profile?need=SF1470&on=2027-06-30');
    const viewedDay = { kind: 'future' as const, day: '2027-06-30' };
    const { forecast, today } = await profilePage.loader({ ...args, context: { ...args.context, viewedDay } });
    expect(today).toBe('2026-11-24');
    // Nobody's dates have come due, so each weighs a half.
    expect(forecast).toMatchObject({ fitting: 1, expectedOfComing: 0.5, expected: 1.5 });
    expect(forecast?.coming).toMatchObject([{ name: 'Ældreomsorg', weight: 0.5, due: [{ index: 0 }] }]);
    const api = argsOf('/api/v1/profile?need=SF1470&on=2027-06-30');
    const response = await profileApi.loader({ ...api, context: { ...api.context, viewedDay } });
    expect(profileAnswer.parse(await response.json()).forecast).toMatchObject({
      expected: 1.5,
      coming: [{ due: [{ interface: 'SF1470', weight: 0.5 }] }],
    });
    expect((await profilePage.loader(argsOf('/profile?need=SF1470'))).forecast).toBe(null);
  });

  it('is in no annex the day on which it was made', async () => {
    const asked = { file: 'annex.pdf' };
    const response = await annexFile.loader(argsOf('/profile/annex.pdf?need=SF1470&on=2027-06-30', asked));
    const bytes = new Uint8Array(await response.arrayBuffer());
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
    expect(text).toContain('Udarbejdet: 24. november 2026');
    const undated = await annexFile.loader(argsOf('/profile/annex.pdf?need=SF1470', asked));
    const pdf = await extractText(await getDocumentProxy(new Uint8Array(await undated.arrayBuffer())), {
      mergePages: true,
    });
    expect(pdf.text.replaceAll(/\s/g, '')).toContain('on=2026-11-24');
  });
});

describe('a file of a profile without requirements', () => {
  it.each(['annex.docx', 'annex.pdf', 'answers.json'])('is refused with a sentence: %s', async (file) => {
    for (const query of ['', 'need=nonsense']) {
      const response = await thrownBy(annexFile.loader(argsOf(`/profile/${file}?${query}`, { file })));
      expect([response.status, response.headers.get('Content-Type')]).toEqual([
        400,
        'application/problem+json; charset=utf-8',
      ]);
      expect(((await response.json()) as { detail: string }).detail).toContain('"need"');
    }
  });
});

describe('the annex', () => {
  const query = 'title=Omsorgssystem%20%3C2027%3E&need=SF1470~in_production~must~reviewed~K7&need=SF1500~ready~should';
  const annex = (file: string) => annexFile.loader(argsOf(`/profile/${file}?${query}`, { file }));

  it('is a Word file with the requirements in tables whose heads are heads', async () => {
    const response = await annex('annex.docx');
    const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    for (const text of [
      'Omsorgssystem &lt;2027&gt;',
      'Absolutte krav',
      'Ønsker',
      'K7',
      'skal understøtte SF1470',
      'i drift hos mindst én kommune',
      // Nobody has to meet a wish.
      'bør understøtte SF1500',
    ]) {
      expect(xml).toContain(text);
    }
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toContain('da-DK');
  });

  it('is a tagged PDF with the same words', async () => {
    const response = await annex('annex.pdf');
    expect(response.headers.get('Content-Type')).toBe('application/pdf');
    const bytes = new Uint8Array(await response.arrayBuffer());
    const wanted = { title: 'Bilag: Krav til den fælleskommunale infrastruktur', language: 'da-DK' };
    expect(await findPdfUaProblems(bytes, wanted)).toEqual([]);
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
    for (const words of ['Omsorgssystem <2027>', 'Absolutte krav', 'K7', 'Gennemgået', 'Side 1 af'])
      expect(text).toContain(words);
  });

  it('of nothing is refused, and other files are not there', async () => {
    expect((await thrownBy(annexFile.loader(argsOf('/profile/annex.pdf', { file: 'annex.pdf' })))).status).toBe(400);
    expect((await thrownBy(annexFile.loader(argsOf('/profile/annex.exe', { file: 'annex.exe' })))).status).toBe(404);
  });
});
