import { expect, it } from 'vitest';
import { answerLabel } from '~/app/published/interface-label';

const question = { text: { da: 'Hvordan?', en: 'How?' } };
const names = {
  SF1500: { da: 'Organisation (læs)', en: 'Organisation (read)' },
  'nemlog-in': { da: 'NemLog-in', en: 'NemLog-in' },
};

it('calls an answer by its question and, by name, what it is about', () => {
  const label = (interfaceId: string | null) => answerLabel({ interfaceId, question }, names).da;
  expect(label(null)).toBe('Hvordan?');
  expect(label('SF1500')).toBe('SF1500 Organisation: Hvordan?');
  expect(label('nemlog-in')).toBe('NemLog-in: Hvordan?');
  expect(label('fjernet')).toBe('fjernet: Hvordan?');
});
