import { digestTexts } from '~/app/i18n/digest';
import { translator } from '~/app/i18n/texts';
import { noRewordings } from '~/app/portal-texts/reworded';
import type { ComposeDigest } from '~/db/mail/prepare';
import type { Rewordings } from '~/db/portal-texts';
import { composer, mailWords, partsOf } from './compose';
import { htmlBlocksOf, htmlHeading, htmlPage, htmlParagraph, textBlocksOf } from './html';

/**
 * Writes daily mails: every notice under its own heading. A single one is a mail like any other.
 * @param publicUrl where links lead
 * @param own the coordinator's own words
 */
export function digestComposer(publicUrl: string, own: Rewordings = noRewordings): ComposeDigest {
  const compose = composer(publicUrl, own);
  const words = mailWords(own);
  return (notices, language) => {
    const [only, ...others] = notices;
    if (only && others.length === 0) return compose(only, language);
    const t = translator(digestTexts, language);
    const signature = translator(words.frame, language)('signature');
    const all = notices.map((notice) => partsOf(notice, language, { publicUrl, words }));
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
