import { digestTexts } from '~/app/i18n/digest';
import { mailTexts } from '~/app/i18n/mail';
import { translator } from '~/app/i18n/texts';
import type { ComposeDigest } from '~/db/mail/prepare';
import { composer, partsOf } from './compose';
import { htmlBlocksOf, htmlHeading, htmlPage, htmlParagraph, textBlocksOf } from './html';

/**
 * Writes daily mails: every notice under its own heading. A single one is a mail like any other.
 * @param publicUrl where links lead
 */
export function digestComposer(publicUrl: string): ComposeDigest {
  const compose = composer(publicUrl);
  return (notices, language) => {
    const [only, ...others] = notices;
    if (only && others.length === 0) return compose(only, language);
    const t = translator(digestTexts, language);
    const signature = translator(mailTexts, language)('signature');
    const all = notices.map((notice) => partsOf(notice, language, publicUrl));
    const subject = t('subject', { count: all.length });
    const lead = t('lead');
    const footer = t('footer');
    return {
      subject,
      text: [
        lead,
        ...all.flatMap((parts, index) => [`${index + 1}. ${parts.heading}`, ...textBlocksOf(parts)]),
        signature,
        footer,
      ].join('\n\n'),
      html: htmlPage({
        language,
        title: subject,
        blocks: [htmlParagraph(lead), ...all.flatMap((parts) => [htmlHeading(parts.heading), ...htmlBlocksOf(parts)])],
        signature,
        footer,
      }),
    };
  };
}
