import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ErrorSummary, errorOf, RadioGroup, TextArea, TextInput } from '~/app/components';
import { LanguageContext } from '~/app/i18n/language';

const errors = [
  { field: 'name', message: 'Skriv et navn' },
  { field: 'level', message: 'Vælg et niveau' },
  { field: null, message: 'Et <felt> mangler' },
];

const html = renderToStaticMarkup(
  <LanguageContext.Provider value="da">
    <ErrorSummary errors={errors} />
    <TextInput name="name" label="Navn" hint="Som I markedsfører det" error={errorOf(errors, 'name')} />
    <RadioGroup
      name="level"
      label="Niveau"
      error={errorOf(errors, 'level')}
      choices={[
        { value: 'a', label: 'A', hint: 'Første' },
        { value: 'b', label: 'B' },
      ]}
    />
    <TextArea name="reason" label="Begrundelse" limit={2000} />
  </LanguageContext.Provider>,
);

function elementWith(attribute: string): string {
  return html.match(new RegExp(`<[a-z]+[^>]*${attribute}[^>]*>`))?.[0] ?? '';
}

test('the summary interrupts, takes the focus without JavaScript, and counts', () => {
  const summary = elementWith('role="alert"');
  expect(summary).toContain('tabindex="-1"');
  expect(summary).toContain('autofocus');
  expect(html).toContain('Der er 3 fejl på siden');
});

test('each problem leads to its field, and the first radio button is the group’s', () => {
  expect(html).toContain('<a href="#name">Skriv et navn</a>');
  expect(html).toContain('<a href="#level">Vælg et niveau</a>');
  expect(elementWith('id="level"')).toMatch(/^<input/);
  expect(elementWith('id="level"')).toContain('value="a"');
});

test('a problem of the whole form is told without a link, and escaped', () => {
  expect(html).toContain('<li>Et &lt;felt&gt; mangler</li>');
});

test('a field is described by its hint, its error and its limit, and all of them exist', () => {
  expect(elementWith('id="name"')).toContain('aria-describedby="name-hint name-error"');
  expect(elementWith('id="name"')).toContain('aria-invalid="true"');
  expect(elementWith('id="reason"')).toContain('aria-describedby="reason-limit"');
  expect(elementWith('id="reason"')).not.toContain('aria-invalid');
  const described = [...html.matchAll(/aria-describedby="([^"]+)"/g)].flatMap(([, ids]) => (ids ?? '').split(' '));
  for (const id of described) expect(html, id).toContain(`id="${id}"`);
});

test('nothing is shown without errors', () => {
  expect(renderToStaticMarkup(<ErrorSummary errors={[]} />)).toBe('');
});

test('no field has placeholder text', () => {
  expect(html).not.toContain('placeholder');
});
