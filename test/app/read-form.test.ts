import { expect, test } from 'vitest';
import { readForm } from '~/app/read-form.server';

const post = (type: string, body: string) =>
  new Request('http://localhost/', { method: 'POST', headers: { 'Content-Type': type }, body });

test('reads both kinds of forms', async () => {
  expect((await readForm(post('application/x-www-form-urlencoded', 'name=%C3%86ble'))).get('name')).toBe('Æble');
  const part = '--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nÆble\r\n--x--\r\n';
  expect((await readForm(post('multipart/form-data; boundary=x', part))).get('name')).toBe('Æble');
});

test.each([
  ['application/json', '{"__proto__": 1}'],
  ['multipart/form-data', 'garbage'],
  ['multipart/form-data; boundary=x', 'garbage'],
  ['text/plain', 'name=x'],
])('answers 400 to %s that is no form', async (type, body) => {
  await expect(readForm(post(type, body))).rejects.toMatchObject({ status: 400 });
});
