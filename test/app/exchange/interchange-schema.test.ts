import { expect, test } from 'vitest';
import { describeInterchange } from '~/app/exchange/interchange-schema';

test('the published schema says what the reader demands', () => {
  const schema = describeInterchange('https://example.dk/schemas/declaration-1.json');
  expect(schema).toMatchObject({
    $id: 'https://example.dk/schemas/declaration-1.json',
    additionalProperties: false,
    required: ['schema', 'questionnaire', 'product', 'scope', 'answers'],
    properties: { schema: { const: 1 } },
  });
});
