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

type T = Translator<typeof letterTexts>;

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
  at: { datedAt: Date; code: string | null },
  publicUrl: string,
  guidance: string | null = null,
  own: Rewordings = noRewordings,
): LetterDocument {
  const language = 'da';
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
  at: { datedAt: Date; code: string | null },
  { publicUrl, t }: { publicUrl: string; t: T },
): LetterDocument {
  const { product, municipality } = facts;
  const { as, reasons, appeal, appealedAt, decidedAt } = ruling;
  const date = formatDate(new Date(decidedAt), 'da');
  return {
    language: 'da',
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
                    text: t('appealedOn', { date: formatDate(new Date(appealedAt), 'da') }),
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
  const address = `${publicUrl.replace(/^https?:\/\//, '')}${paths('da').verify()}`;
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
    questionnaire: facts.questionnaire.title.da,
    date: formatDate(new Date(facts.submittedAt), 'da'),
  };
  return [
    { name: t('date'), value: formatDate(datedAt, 'da') },
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

function answerBlocks({ answers }: LetterFacts, t: T): LetterBlock[] {
  const kinds = translator(verdictTexts, 'da');
  const blocksOf = (title: string, members: readonly LetterAnswer[]): LetterBlock[] =>
    members.length === 0
      ? []
      : [
          heading(title),
          ...[...new Set(members.map(({ section }) => section.da))].flatMap((section) => [
            heading(section, 3),
            ...members
              .filter((answer) => answer.section.da === section)
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
  if (!about) return question.da;
  return t('questionAbout', { interface: interfaceLabel(about).da, question: question.da });
}

/** What the supplier can do about a decision that is less than they asked for. Source: forvaltningsloven § 25. */
function appealBlocks({ outcome }: LetterFacts, t: T, guidance: string | null): LetterBlock[] {
  if (outcome === 'approved') return [];
  return [
    heading(t('appealHeading')),
    ...paragraphsOf(guidance ?? translator(reviewTexts, 'da')('appealGuidance')),
    { kind: 'paragraph', text: t('next') },
  ];
}
