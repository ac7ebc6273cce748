import { formatDate } from '~/app/i18n/format';
import { letterTexts } from '~/app/i18n/letter';
import { reviewTexts } from '~/app/i18n/review';
import { type Translator, translator } from '~/app/i18n/texts';
import { verdictTexts } from '~/app/i18n/words';
import { paths } from '~/app/paths';
import { noRewordings, reworded } from '~/app/portal-texts/reworded';
import { interfaceLabel } from '~/app/published/interface-label';
import type { Rewordings } from '~/db/portal-texts';
import type { LetterAnswer, LetterBlock, LetterDocument, LetterFacts, LetterRuling } from '~/workflows/letter';
import type { Language } from '~/workflows/words';

type T = Translator<typeof letterTexts>;

/** A letter's moment of sending, and the code that it can be checked by. */
interface Dated {
  datedAt: Date;
  code: string | null;
}

/**
 * Puts a letter into words, for the preview and for what is sent alike.
 * @param at.datedAt the moment it is sent; the day in Copenhagen stands in the letter
 * @param at.code null while it is a preview
 * @param publicUrl where anybody can check it
 * @param guidance how to appeal, in the operator's own words (APPEAL_GUIDANCE); null: the portal's
 * @param own the coordinator's own words
 */
export function composeLetter(
  facts: LetterFacts,
  at: Dated,
  publicUrl: string,
  guidance: string | null = null,
  own: Rewordings = noRewordings,
): LetterDocument {
  return compose(facts, at, { publicUrl, guidance, own, language: 'da' });
}

/**
 * The same letter in English, for reading alone: it says of itself that the Danish one is the decision. What people have
 * written (reasons, an appeal, the operator's guidance) stands as they wrote it: nobody has translated it.
 */
export function translateLetter(
  facts: LetterFacts,
  at: Dated,
  publicUrl: string,
  guidance: string | null = null,
  own: Rewordings = noRewordings,
): LetterDocument {
  const letter = compose(facts, at, { publicUrl, guidance, own, language: 'en' });
  const t = translator(reworded('letter', letterTexts, own), 'en');
  const [head, ...rest] = letter.blocks;
  const note: LetterBlock = { kind: 'paragraph', text: t('translationNote') };
  return {
    ...letter,
    title: t('translationTitle', { title: letter.title }),
    blocks: head ? [note, head, ...rest] : [],
  };
}

interface Words {
  publicUrl: string;
  guidance: string | null;
  own: Rewordings;
  language: Language;
}

function compose(facts: LetterFacts, at: Dated, { publicUrl, guidance, own, language }: Words): LetterDocument {
  const t = translator(reworded('letter', letterTexts, own), language);
  if (facts.ruling) return composeRuling(facts, facts.ruling, at, { publicUrl, t });
  return {
    language,
    title: t('title', { product: facts.product }),
    datedAt: at.datedAt.toISOString(),
    code: at.code,
    blocks: [
      { kind: 'facts', rows: factRows(facts, at.datedAt, t) },
      heading(t('decisionHeading')),
      { kind: 'paragraph', text: outcomeOf(facts, t) },
      ...reasonBlocks(facts, t),
      ...answerBlocks(facts, t),
      ...hearingBlocks(facts, t),
      heading(t('basisHeading')),
      { kind: 'paragraph', text: t('basis') },
      ...appealBlocks(facts, t, guidance),
      ...endBlocks(facts.municipality, at.code, publicUrl, t),
    ],
  };
}

/** The letter about an appeal: what was appealed and why, how it was ruled on and by whom. */
function composeRuling(
  facts: LetterFacts,
  ruling: LetterRuling,
  at: Dated,
  { publicUrl, t }: { publicUrl: string; t: T },
): LetterDocument {
  const { product, municipality } = facts;
  const { as, reasons, appeal, appealedAt, decidedAt } = ruling;
  const date = formatDate(new Date(decidedAt), t.language);
  return {
    language: t.language,
    title: t('rulingTitle', { product }),
    datedAt: at.datedAt.toISOString(),
    code: at.code,
    blocks: [
      { kind: 'facts', rows: factRows({ ...facts, municipality: ruling.municipality }, at.datedAt, t) },
      heading(t('rulingHeading')),
      { kind: 'paragraph', text: t(as, { product, municipality, date }) },
      heading(t('reasonsHeading')),
      ...paragraphsOf(reasons),
      ...(appeal === null
        ? []
        : [
            heading(t('appealedHeading')),
            ...(appealedAt
              ? [
                  {
                    kind: 'paragraph',
                    text: t('appealedOn', { date: formatDate(new Date(appealedAt), t.language) }),
                  } as const,
                ]
              : []),
            ...paragraphsOf(appeal),
          ]),
      heading(t('basisHeading')),
      { kind: 'paragraph', text: t('rulingBasis') },
      heading(t('nextHeading')),
      { kind: 'paragraph', text: as === 'upheld' ? t('next') : t('overturnedNext') },
      ...endBlocks(ruling.municipality, at.code, publicUrl, t),
    ],
  };
}

function endBlocks(municipality: string, code: string | null, publicUrl: string, t: T): LetterBlock[] {
  const address = `${publicUrl.replace(/^https?:\/\//, '')}${paths(t.language).verify()}`;
  return [
    heading(t('checkHeading')),
    { kind: 'paragraph', text: t('check', { code: code ?? t('codeLater'), address }) },
    { kind: 'paragraph', text: t('signature') },
    { kind: 'paragraph', text: municipality },
  ];
}

function paragraphsOf(text: string): LetterBlock[] {
  return text.split(/\n\s*\n/).map((part) => ({ kind: 'paragraph', text: part.trim() }));
}

function heading(text: string, level: 2 | 3 = 2): LetterBlock {
  return { kind: 'heading', level, text };
}

function factRows(facts: LetterFacts, datedAt: Date, t: T) {
  const { number, questionnaire, date } = {
    number: String(facts.submissionNumber),
    questionnaire: facts.questionnaire.title[t.language],
    date: formatDate(new Date(facts.submittedAt), t.language),
  };
  return [
    { name: t('date'), value: formatDate(datedAt, t.language) },
    { name: t('caseNumber'), value: facts.caseNumber },
    { name: t('authority'), value: facts.municipality },
    { name: t('supplier'), value: t('supplierValue', facts.supplier) },
    { name: t('product'), value: facts.product },
    {
      name: t('submission'),
      value: t('submissionValue', { number, date, questionnaire }),
    },
  ];
}

function outcomeOf({ outcome, municipality, product, counts }: LetterFacts, t: T): string {
  switch (outcome) {
    case 'approved':
      return t('approved', { municipality, product, answers: counts.answers });
    case 'partially-approved':
      return t('partially-approved', { municipality, product, ...counts });
    case 'rejected':
      return t('rejected', { municipality, product });
  }
}

function reasonBlocks({ reasons }: LetterFacts, t: T): LetterBlock[] {
  if (reasons === null) return [];
  return [heading(t('reasonsHeading')), ...paragraphsOf(reasons)];
}

/** What the supplier was heard about and what it said (forvaltningsloven §§ 19 and 24). */
function hearingBlocks({ hearings = [] }: LetterFacts, t: T): LetterBlock[] {
  if (hearings.length === 0) return [];
  const day = (at: string) => formatDate(new Date(at), t.language);
  return [
    heading(t('hearingHeading')),
    ...hearings.flatMap(({ openedAt, statement, reply }): LetterBlock[] => [
      { kind: 'paragraph', text: t('hearingOpened', { date: day(openedAt) }) },
      ...paragraphsOf(statement),
      { kind: 'paragraph', text: reply ? t('hearingAnswered', { date: day(reply.at) }) : t('hearingUnanswered') },
      ...(reply ? paragraphsOf(reply.text) : []),
    ]),
  ];
}

function answerBlocks({ answers }: LetterFacts, t: T): LetterBlock[] {
  const kinds = translator(verdictTexts, t.language);
  const blocksOf = (title: string, members: readonly LetterAnswer[]): LetterBlock[] =>
    members.length === 0
      ? []
      : [
          heading(title),
          ...[...new Set(members.map(({ section }) => section[t.language]))].flatMap((section) => [
            heading(section, 3),
            ...members
              .filter((answer) => answer.section[t.language] === section)
              .map((answer) => ({
                kind: 'answer' as const,
                question: questionOf(answer, t),
                verdict: kinds(answer.kind),
                reason: answer.reason,
              })),
          ]),
        ];
  const isRemark = ({ kind }: LetterAnswer): boolean => kind === 'accepted-with-remark';
  return [
    ...blocksOf(
      t('notApprovedHeading'),
      answers.filter((answer) => !isRemark(answer)),
    ),
    ...blocksOf(t('remarksHeading'), answers.filter(isRemark)),
  ];
}

function questionOf({ interface: about, question }: LetterAnswer, t: T): string {
  if (!about) return question[t.language];
  return t('questionAbout', { interface: interfaceLabel(about)[t.language], question: question[t.language] });
}

/** What the supplier can do about a decision that is less than they asked for. Source: forvaltningsloven § 25. */
function appealBlocks({ outcome }: LetterFacts, t: T, guidance: string | null): LetterBlock[] {
  if (outcome === 'approved') return [];
  return [
    heading(t('appealHeading')),
    ...paragraphsOf(guidance ?? translator(reviewTexts, t.language)('appealGuidance')),
    { kind: 'paragraph', text: t('next') },
  ];
}
