import { escapeHtml } from '~/app/escape-html';
import type { Language } from '~/workflows/words';
import type { MailParts } from './compose';

/** A mail's paragraphs as plain text. */
export function textBlocksOf({ body, facts, link, linkText }: Omit<MailParts, 'heading' | 'footer'>): string[] {
  return [
    body,
    ...(facts.length > 0 ? [facts.map(([name, value]) => `${name}: ${value}`).join('\n')] : []),
    `${linkText}: ${link}`,
  ];
}

/** A mail's paragraphs as HTML. */
export function htmlBlocksOf({ body, facts, link, linkText }: Omit<MailParts, 'heading' | 'footer'>): string[] {
  const rows = facts.map(([name, value]) => `<strong>${escapeHtml(name)}:</strong> ${escapeHtml(value)}`);
  return [
    `<p>${withBreaks(body)}</p>`,
    ...(rows.length > 0 ? [`<p>${rows.join('<br>')}</p>`] : []),
    `<p><a href="${escapeHtml(link)}">${escapeHtml(linkText)}</a></p>`,
  ];
}

interface HtmlPage {
  language: Language;
  title: string;
  /** As `htmlBlocksOf` and `htmlHeading` make them. */
  blocks: readonly string[];
  signature: string;
  footer: string;
}

export function htmlPage({ language, title, blocks, signature, footer }: HtmlPage): string {
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>`,
    '<body style="font-family:Arial,sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a;max-width:40em">',
    ...blocks,
    `<p>${withBreaks(signature)}</p>`,
    `<p style="font-size:14px;color:#4a4a4a">${withBreaks(footer)}</p>`,
    '</body></html>',
  ].join('\n');
}

export function htmlHeading(text: string): string {
  return `<h2 style="font-size:18px;margin-top:1.5em">${escapeHtml(text)}</h2>`;
}

export function htmlParagraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

/** The coordinator's own words can have several lines. */
function withBreaks(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>');
}
