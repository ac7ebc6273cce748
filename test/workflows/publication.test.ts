import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GivenVerdict, type PublicationFacts, publicationOf, supportLevelOf } from '~/workflows/publication';
import { publishedRowsOf } from '~/workflows/published-rows';
import type { FrozenAnswer } from '~/workflows/submission';
import { approvingVerdicts, supportLevels, verdictKinds } from '~/workflows/words';

const text = (da: string) => ({ da, en: da });
const evidenceTypes = [
  { id: 'link', text: text('Link'), proves: text('At'), public: true },
  { id: 'agreement', text: text('Aftale'), proves: text('At'), public: false },
];
const catalogue = {
  groups: [
    { id: 'organisation', name: text('Organisation') },
    { id: 'post', name: text('Post') },
  ],
  interfaces: [
    { id: 'SF1500', groupId: 'organisation', name: text('Organisation'), platform: 'Støttesystem' },
    { id: 'SF1600', groupId: 'post', name: text('Print') },
  ],
  kle: [{ number: '27', title: 'Social' }],
};

const evidence = fc.record({
  id: fc.constant('SECRET-evidence-id'),
  type: fc.constantFrom('link', 'agreement'),
  title: fc.constant('SECRET-title'),
  url: fc.constantFrom(null, 'https://example.org/open'),
  fileHash: fc.constantFrom(null, 'SECRET-file-hash'),
  fileName: fc.constantFrom(null, 'SECRET-file.pdf'),
  municipalityCode: fc.constantFrom(null, '0101'),
  observedOn: fc.constant('2026-01-01'),
  validTo: fc.constantFrom(null, '2027-01-01'),
  hash: fc.constant('SECRET-evidence-hash'),
});

/** An answer with everything about it that decides whether it is public. */
const judged = fc.record({
  kind: fc.constantFrom('support' as const, 'about' as const, 'group' as const, 'general' as const),
  interfaceId: fc.constantFrom('SF1500', 'SF1600'),
  isPublic: fc.boolean(),
  verdict: fc.option(fc.constantFrom(...verdictKinds)),
  hashMatches: fc.boolean(),
  level: fc.constantFrom(...supportLevels),
  evidence: fc.array(evidence, { maxLength: 2 }),
});
type Judged = typeof judged extends fc.Arbitrary<infer Value> ? Value : never;

function factsOf(all: readonly Judged[]): PublicationFacts {
  const once = new Map(all.map((each) => [keyOf(each), each]));
  const answers = [...once].map(([key, each], index) => frozen(key, each, index));
  const verdicts = [...once].flatMap(([key, each], index): GivenVerdict[] => {
    if (!each.verdict) return [];
    const answerHash = each.hashMatches ? `hash-${index}` : 'another-hash';
    const given = { questionKey: key, kind: each.verdict, reason: `reason-${index}`, answerHash };
    return [{ ...given, municipalityCode: '0751', givenAt: new Date('2026-10-31T23:30:00Z') }];
  });
  return {
    number: 3,
    productSlug: 'produkt',
    supplierSlug: 'firma',
    isDemo: false,
    decision: { outcome: 'approved', municipalityCode: '0751', decidedAt: new Date('2026-11-01T10:00:00Z') },
    submission: {
      schema: 'snitfladeklar/submission/1',
      questionnaire: { slug: 'q', version: '1.0', hash: 'SECRET-questionnaire-hash' },
      supplier: { id: 'SECRET-supplier-id', cvr: '12345678', name: 'Firma' },
      product: {
        id: 'SECRET-product-id',
        name: 'Produkt',
        description: 'Om.',
        type: 'esdh',
        kle: ['27'],
        kitosUuid: null,
      },
      scope: [{ interfaceId: 'SF1600', isProposed: true, isIncluded: false, reason: 'SECRET-scope-reason' }],
      sections: ['product', 'organisation', 'post'].map((id) => ({ id, title: text(id) })),
      answers,
    },
    verdicts,
    evidenceTypes,
  };
}

function keyOf({ kind, interfaceId }: Judged): string {
  if (kind === 'support') return `if-support@${interfaceId}`;
  if (kind === 'about') return `if-version@${interfaceId}`;
  return kind === 'group' ? `own-${interfaceId}` : 'gen-version';
}

function frozen(key: string, each: Judged, index: number): FrozenAnswer {
  const isAbout = each.kind === 'support' || each.kind === 'about';
  const section = each.interfaceId === 'SF1500' ? 'organisation' : 'post';
  return {
    key,
    sectionId: each.kind === 'general' ? 'product' : section,
    interfaceId: isAbout ? each.interfaceId : null,
    question: {
      id: key.split('@')[0] ?? key,
      type: each.kind === 'support' ? 'support_level' : 'text',
      text: text(`question-${index}`),
      optionTexts: {},
      columnTexts: {},
      isPublic: each.isPublic,
      weight: 1,
    },
    value: each.kind === 'support' ? each.level : `value-${index}`,
    justification: `justification-${index}`,
    evidence: each.evidence,
    answerHash: `hash-${index}`,
  };
}

const isApproved = (facts: PublicationFacts, answer: FrozenAnswer): boolean =>
  facts.verdicts.some(
    ({ questionKey, kind, answerHash }) =>
      questionKey === answer.key &&
      answerHash === answer.answerHash &&
      approvingVerdicts.some((approving) => approving === kind),
  );

const anyFacts = fc.array(judged, { maxLength: 8 }).map(factsOf);

describe('a publication', () => {
  it('holds no answer that is not public, not approved, or approved in another wording', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const published = JSON.stringify(publicationOf(facts));
        for (const [index, answer] of facts.submission.answers.entries()) {
          if (answer.question.isPublic && isApproved(facts, answer)) continue;
          expect(published).not.toContain(`"value-${index}"`);
          expect(published).not.toContain(`"justification-${index}"`);
          expect(published).not.toContain(`"reason-${index}"`);
        }
      }),
    );
  });

  it('holds nothing about an interface, or a group of them, without an approved support level', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { answers } = publicationOf(facts);
        const levels = answers.filter((answer) => supportLevelOf(answer) !== undefined);
        const groups = new Set(
          facts.submission.answers.filter(({ interfaceId }) => interfaceId !== null).map(({ sectionId }) => sectionId),
        );
        for (const { interfaceId, sectionId } of answers) {
          if (interfaceId !== null) expect(levels.map((level) => level.interfaceId)).toContain(interfaceId);
          else if (groups.has(sectionId)) expect(levels.map((level) => level.sectionId)).toContain(sectionId);
        }
      }),
    );
  });

  it('holds no id, title, file, hash of evidence or reason that the public may not see', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const document = publicationOf(facts);
        expect(JSON.stringify([document, publishedRowsOf(document, catalogue)])).not.toContain('SECRET');
        for (const { type, url } of document.answers.flatMap((answer) => answer.evidence)) {
          if (type === 'agreement') expect(url).toBeNull();
        }
      }),
    );
  });

  it('does not change with anything that is not public', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const kept = facts.submission.answers.filter(
          (answer) => answer.interfaceId !== null || (answer.question.isPublic && isApproved(facts, answer)),
        );
        const without = { ...facts, submission: { ...facts.submission, answers: kept } };
        expect(publicationOf(without)).toEqual(publicationOf(facts));
      }),
    );
  });

  it('publishes everything that is approved when all support levels are', () => {
    fc.assert(
      fc.property(fc.array(judged, { maxLength: 8 }), (all) => {
        const fine = all.map((each) => ({
          ...each,
          kind: each.kind === 'about' || each.kind === 'group' ? ('general' as const) : each.kind,
          isPublic: true,
          verdict: 'accepted' as const,
          hashMatches: true,
        }));
        const facts = factsOf(fine);
        expect(publicationOf(facts).answers).toHaveLength(facts.submission.answers.length);
      }),
    );
  });

  it('dates an approval by the day in Copenhagen and shows a remark but no other reason', () => {
    const base = {
      interfaceId: 'SF1500' as const,
      isPublic: true,
      hashMatches: true,
      evidence: [],
      level: 'ready' as const,
    };
    const { answers } = publicationOf(
      factsOf([
        { ...base, kind: 'general', verdict: 'accepted-with-remark' },
        { ...base, kind: 'support', verdict: 'accepted' },
      ]),
    );
    expect(answers).toMatchObject([
      { remark: 'reason-0', approvedOn: '2026-11-01', approvedBy: '0751' },
      { remark: null, value: 'ready' },
    ]);
  });
});

describe('the read model', () => {
  it('has one row for each approved support level, in the catalogue’s order, and counts nothing else', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const document = publicationOf(facts);
        const { product, support } = publishedRowsOf(document, catalogue);
        const levels = document.answers.filter((answer) => supportLevelOf(answer) !== undefined);
        expect(new Set(product.interfaceIds)).toEqual(new Set(levels.map(({ interfaceId }) => interfaceId)));
        expect(support.map(({ interfaceId }) => interfaceId)).toEqual([...product.interfaceIds].sort());
        const shown = support.reduce((sum, { answers }) => sum + answers.length, product.answers.length);
        expect(shown).toBe(document.answers.length);
      }),
    );
  });

  it('is not found by an interface that the product does not support', () => {
    const support = { kind: 'support' as const, isPublic: true, hashMatches: true, evidence: [] };
    const { product } = publishedRowsOf(
      publicationOf(
        factsOf([
          { ...support, interfaceId: 'SF1500', verdict: 'accepted', level: 'not_supported' },
          { ...support, interfaceId: 'SF1600', verdict: 'accepted', level: 'planned' },
        ]),
      ),
      catalogue,
    );
    expect(product.searchText).toContain('sf1600');
    expect(product.searchText).not.toContain('sf1500');
    expect(product.searchText).not.toContain('kombit');
    expect(product.readyInterfaceIds).toEqual([]);
  });

  it('is found by the platform of its interfaces, and by whose platform that is', () => {
    const support = { kind: 'support' as const, isPublic: true, hashMatches: true, evidence: [] };
    const facts = factsOf([{ ...support, interfaceId: 'SF1500', verdict: 'accepted', level: 'ready' }]);
    const { searchText } = publishedRowsOf(publicationOf(facts), catalogue).product;
    expect(searchText).toContain('stoettesystem');
    expect(searchText).toContain('kombit');
    expect(searchText).toContain('faelleskommunal infrastruktur');
  });

  it('is found by what the field calls its type of product', () => {
    const { product } = publishedRowsOf(publicationOf(factsOf([])), catalogue);
    expect(product.searchText).toContain('esdh');
    expect(product.searchText).toContain('journalisering');
  });
});
