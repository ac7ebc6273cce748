import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { composeLetter, translateLetter } from '~/app/letters/compose-letter';
import { renderLetterPdf } from '~/app/letters/letter-pdf.server';
import type { LetterDocument, LetterFacts } from '~/workflows/letter';
import { findPdfUaProblems } from '../factories/pdf-ua';

const text = (da: string) => ({ da, en: `${da} (en)` });
const facts: LetterFacts = {
  caseNumber: '2026-0042',
  submissionNumber: 2,
  submittedAt: '2026-11-02T09:00:00.000Z',
  product: 'Ærø Sagssystem <b>&amp;',
  supplier: { name: 'Łódź Data A/S', cvr: '12345678' },
  municipality: 'Aalborg Kommune',
  outcome: 'partially-approved',
  reasons: 'Første afsnit.\n\nAndet afsnit.',
  questionnaire: { title: text('Fælleskommunal infrastruktur'), version: '1.0' },
  counts: { answers: 40, approved: 38 },
  answers: [
    {
      section: text('Organisation'),
      interface: { id: 'SF1500', name: text('Organisation') },
      question: text('Hvilken version?'),
      kind: 'rejected',
      reason: 'Dokumentationen viser noget andet.',
    },
    {
      section: text('Generelt'),
      interface: null,
      question: text('Hvem drifter?'),
      kind: 'accepted-with-remark',
      reason: 'Udløber snart.',
    },
  ],
};
const at = { datedAt: new Date('2026-11-24T23:30:00Z'), code: 'K7QF-3M2P-9XTD' };
const compose = (change: Partial<LetterFacts> = {}, when: Parameters<typeof composeLetter>[1] = at) =>
  composeLetter({ ...facts, ...change }, when, 'https://portal.example.dk');
const wordsOf = ({ blocks }: LetterDocument) => JSON.stringify(blocks);

describe('translateLetter', () => {
  const translated = translateLetter(facts, at, 'https://portal.example.dk');

  it('says first that it is a translation, and of what the letter says all the rest', () => {
    expect(translated).toMatchObject({ language: 'en', code: at.code, datedAt: compose().datedAt });
    expect(translated.title).toMatch(/^Translation: /);
    const [first, ...rest] = translated.blocks;
    expect(JSON.stringify(first)).toContain('The letter in Danish is the decision');
    expect(rest.map(({ kind }) => kind)).toEqual(compose().blocks.map(({ kind }) => kind));
    const words = wordsOf(translated);
    for (const part of ['has approved 38 of the 40 answers', 'How to appeal', 'K7QF-3M2P-9XTD', '25 November 2026']) {
      expect(words).toContain(part);
    }
  });

  it('leaves what people wrote as they wrote it', () => {
    expect(wordsOf(translated)).toContain('Dokumentationen viser noget andet.');
    expect(wordsOf(translated)).toContain('Første afsnit.');
  });
});

describe('composeLetter', () => {
  it('says what was decided, why, how to appeal and how to check the letter', () => {
    const words = wordsOf(compose());
    for (const part of [
      'godkendt 38 af de 40 svar',
      'Første afsnit.',
      'Andet afsnit.',
      'SF1500 Organisation: Hvilken version?',
      'Dokumentationen viser noget andet.',
      'Klagevejledning',
      'K7QF-3M2P-9XTD',
      'portal.example.dk/verify',
    ]) {
      expect(words).toContain(part);
    }
  });

  it('says how to appeal in the operator’s own words, where there are any', () => {
    const words = wordsOf(
      composeLetter(facts, at, 'https://portal.example.dk', 'Klag til nævnet.\n\nFristen er fire uger.'),
    );
    expect(words).toContain(
      '{"kind":"paragraph","text":"Klag til nævnet."},{"kind":"paragraph","text":"Fristen er fire uger."}',
    );
    expect(words).not.toContain('I kan klage over afgørelsen.');
  });

  it.each([
    ['upheld', 'Afgørelsen står ved magt.', 'I kan rette svarene'],
    ['overturned', 'Afgørelsen er omgjort.', 'Indsend erklæringen igen'],
  ] as const)('tells how an appeal was ruled on: %s', (as, ruled, next) => {
    const ruling = {
      as,
      municipality: 'Viborg Kommune',
      decidedAt: '2026-10-01T09:00:00.000Z',
      appealedAt: '2026-10-08T09:00:00.000Z',
      appeal: 'Vi er uenige.',
      reasons: 'Dokumentationen er læst igen.',
    };
    const letter = compose({ ruling });
    expect(letter.title).toContain('klage');
    const words = wordsOf(letter);
    for (const part of [
      ruled,
      next,
      'Aalborg Kommunes afgørelse af 1. oktober 2026',
      'Vi er uenige.',
      ruling.reasons,
    ]) {
      expect(words).toContain(part);
    }
    expect(letter.blocks.at(-1)).toEqual({ kind: 'paragraph', text: 'Viborg Kommune' });
    expect(words).not.toContain('Klagevejledning');
  });

  it('calls an interface that has no number by its name alone', () => {
    const [answer] = facts.answers;
    if (!answer) throw new Error('There is no answer.');
    const about = { id: 'borgerblikket', name: text('Borgerblikket') };
    const words = wordsOf(compose({ answers: [{ ...answer, interface: about }] }));
    expect(words).toContain('"Borgerblikket: Hvilken version?"');
  });

  it('bears the day in Copenhagen on which it is sent', () => {
    expect(wordsOf(compose())).toContain('25. november 2026');
  });

  it('carries no appeal guidance when everything is approved, and always when it is not', () => {
    expect(wordsOf(compose({ outcome: 'approved', reasons: null, answers: [] }))).not.toContain('Klagevejledning');
    expect(wordsOf(compose({ outcome: 'rejected' }))).toContain('Klagevejledning');
  });

  it('previews exactly what is sent but for its day and its code', () => {
    const preview = compose({}, { datedAt: new Date('2026-11-24T08:00:00Z'), code: null });
    const asSent = wordsOf(compose())
      .replace('25. november 2026', '24. november 2026')
      .replace('K7QF-3M2P-9XTD', '(tildeles, når brevet sendes)');
    expect(wordsOf(preview)).toBe(asSent);
  });
});

interface Tree {
  role?: string;
  children?: Tree[];
}
const rolesOf = ({ role, children = [] }: Tree): string[] => [...(role ? [role] : []), ...children.flatMap(rolesOf)];

describe('the file, read by another program than wrote it', () => {
  it('has a language, a title that is shown, and tags', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await renderLetterPdf(compose())));
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Language: 'da-DK', Title: compose().title });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect(await pdf.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
  });

  it('is structured as the page is: one title, headings, paragraphs and a list', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await renderLetterPdf(compose())));
    const trees = [];
    for (let page = 1; page <= pdf.numPages; page += 1) trees.push(await (await pdf.getPage(page)).getStructTree());
    const roles = trees.flatMap((tree) => rolesOf(tree as Tree));
    const count = (role: string) => roles.filter((each) => each === role).length;
    const { blocks } = compose();
    const headings = (level: number) => blocks.filter((block) => block.kind === 'heading' && block.level === level);
    expect(count('H1')).toBe(1);
    expect(count('H2')).toBe(headings(2).length);
    expect(count('H3')).toBe(headings(3).length);
    expect(count('LI')).toBe(6);
    expect(count('P')).toBeGreaterThanOrEqual(blocks.filter(({ kind }) => kind === 'paragraph').length);
  });

  it('holds every word of the letter in reading order, whatever letters a name has', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await renderLetterPdf(compose())));
    let read = '';
    for (let page = 1; page <= pdf.numPages; page += 1) {
      const { items } = await (await pdf.getPage(page)).getTextContent();
      read += items.map((item) => ('str' in item ? item.str : '')).join(' ');
    }
    const plain = read.replace(/\s+/g, ' ');
    for (const part of ['Ærø Sagssystem <b>&amp;', 'Łódź Data A/S', 'K7QF-3M2P-9XTD', 'Klagevejledning', 'side 1 af']) {
      expect(plain).toContain(part);
    }
    expect(plain.indexOf('Begrundelse')).toBeLessThan(plain.indexOf('Klagevejledning'));
  });

  it.each([
    ['a partial approval', {}],
    ['an approval, without reasons', { outcome: 'approved', reasons: null, answers: [] }],
    ['a letter of many pages', { reasons: Array.from({ length: 90 }, () => 'ord '.repeat(120)).join('\n\n') }],
  ] as const)('conforms to PDF/UA-1 as far as a program can tell: %s', async (_name, change) => {
    const letter = compose(change as Partial<LetterFacts>);
    const wanted = { title: letter.title, language: 'da-DK' };
    expect(await findPdfUaProblems(await renderLetterPdf(letter), wanted)).toEqual([]);
  });

  it('is told from a file that does not conform', async () => {
    const bytes = Buffer.from(await renderLetterPdf(compose())).toString('latin1');
    const broken = bytes.replace('/StructParents 0', '/StructOrphans 0').replace('<pdfuaid:part>1', '<pdfuaid:part>9');
    const problems = await findPdfUaProblems(Buffer.from(broken, 'latin1'), { title: 'Et andet', language: 'en-GB' });
    for (const number of ['01-006', '06-002', '06-004', '11-006', '14.7.4.4']) {
      expect(problems.join('\n')).toContain(number);
    }
  });

  it('is the same for the same letter, and goes over as many pages as it needs', async () => {
    const long = compose({
      reasons: Array.from({ length: 60 }, (_, n) => `Afsnit ${n} ${'ord '.repeat(60)}`).join('\n\n'),
    });
    const [one, two] = [await renderLetterPdf(long), await renderLetterPdf(long)];
    const [first, second] = [await getDocumentProxy(new Uint8Array(one)), await getDocumentProxy(new Uint8Array(two))];
    expect(first.numPages).toBeGreaterThan(3);
    expect(first.fingerprints).toEqual(second.fingerprints);
  });
});
