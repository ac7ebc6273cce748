import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Alert } from '~/app/components';
import { LanguageContext } from '~/app/i18n/language';

const drawn = (alert: React.ReactNode) =>
  renderToStaticMarkup(<LanguageContext.Provider value="da">{alert}</LanguageContext.Provider>);

test('the answer to a form takes the focus, also without scripts', () => {
  const html = drawn(<Alert kind="success" heading="Gemt" role="status" />);
  expect(html).toContain('tabindex="-1"');
  expect(html).toContain('autofocus');
});

test('what only stands on the page takes no focus', () => {
  for (const html of [drawn(<Alert kind="info" heading="Vent" role="status" />), drawn(<Alert kind="success" />)]) {
    expect(html).not.toContain('tabindex');
    expect(html).not.toContain('autofocus');
  }
});
