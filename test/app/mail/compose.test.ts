import { describe, expect, it } from 'vitest';
import { mailSubjects } from '~/app/i18n/mail';
import { composer } from '~/app/mail/compose';
import type { CaseNotice } from '~/db/mail/notice';
import { caseMachine } from '~/workflows/case/case.machine';

const notice: CaseNotice = {
  caseId: '11111111-1111-4111-8111-111111111111',
  declarationId: '22222222-2222-4222-8222-222222222222',
  about: 'request-changes',
  to: 'supplier',
  caseNumber: '2026-0042',
  product: 'Omsorg',
  supplier: 'Eksempel A/S',
  municipality: 'Aarhus Kommune',
  state: 'changes-requested',
  dueAt: new Date('2026-12-08T22:59:59Z'),
};
const compose = composer('https://portal.example.dk');

it('tells what happened, by when, and where to go, in the receiver’s language', () => {
  const danish = compose(notice, 'da');
  expect(danish.subject).toBe('Sag 2026-0042: kommunen beder om ændringer – Omsorg');
  expect(danish.text).toContain('Frist: 8. december 2026 kl. 23.59');
  expect(danish.text).toContain(
    'Åbn sagen: https://portal.example.dk/supplier/declarations/22222222-2222-4222-8222-222222222222',
  );
  const english = compose({ ...notice, to: 'reviewers', about: 'resubmit', dueAt: null }, 'en');
  expect(english.text).toContain('https://portal.example.dk/en/review/cases/11111111-1111-4111-8111-111111111111');
  expect(english.text).not.toContain('Deadline');
  expect(english.html).toContain('<html lang="en">');
});

it('no name can begin a header or become markup', () => {
  const product = 'A\r\nBcc: someone@example.org\r\n\r\n<script>alert(1)</script>\u2028"';
  const { subject, text, html } = compose({ ...notice, product }, 'da');
  expect(subject).not.toMatch(/[\r\n\u2028]/);
  expect(text).not.toMatch(/^Bcc/m);
  expect(html).not.toContain('<script');
  expect(html).toContain('&lt;script&gt;');
});

describe('every event that the chart tells somebody of', () => {
  const notified = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('kind' in value && value.kind === 'notify' && 'about' in value) notified.add(String(value.about));
    for (const each of Object.values(value)) look(each);
  };
  look(caseMachine(['first']).config);

  it('has a mail, and no other event has', () => {
    expect([...notified].sort()).toEqual(Object.keys(mailSubjects).sort());
  });
});
