import { Select, TextArea, TextInput } from '~/app/components';
import { useText } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { textLibraryTexts } from '~/app/i18n/text-library';
import { useTexts } from '~/app/i18n/use-texts';
import { libraryLimits } from '~/workflows/library-text';
import type { Refusal } from '~/workflows/refusal';
import type { TopicView } from './text-library-view.server';

/** A text that was refused, as it was typed. */
export interface RefusedText {
  refusal: Refusal;
  field: string;
  typed: Record<string, string>;
}

interface TextFieldsProps {
  present: { title: string; body: string; about: string | null };
  topics: readonly TopicView[];
  refused: RefusedText | undefined;
}

/** Name, text, and what it is about. */
export function LibraryTextFields({ present, topics, refused }: TextFieldsProps) {
  const t = useTexts(textLibraryTexts);
  const text = useText();
  const sentence = useRefusal();
  const errorAt = (field: string) => (refused?.field === field ? { error: sentence(refused.refusal) } : {});
  return (
    <>
      <TextInput
        name="title"
        label={t('name')}
        hint={t('nameHint')}
        defaultValue={refused?.typed.title ?? present.title}
        autoComplete="off"
        {...errorAt('title')}
      />
      <TextArea
        name="body"
        label={t('body')}
        defaultValue={refused?.typed.body ?? present.body}
        limit={libraryLimits.body}
        rows={6}
        {...errorAt('body')}
      />
      <Select
        name="about"
        label={t('about')}
        hint={t('aboutHint')}
        optional
        empty={t('anywhere')}
        options={topics.map(({ id, kind, name }) => ({
          value: id,
          label: t(kind === 'section' ? 'aboutSection' : 'aboutQuestion', { name: text(name) }),
        }))}
        defaultValue={refused?.typed.about ?? present.about ?? ''}
        {...errorAt('about')}
      />
    </>
  );
}

/** The field that a refusal is about. */
export function fieldOfRefusal({ code }: Refusal): string {
  if (code === 'library-title-missing') return 'title';
  return code === 'library-about-unknown' ? 'about' : 'body';
}
