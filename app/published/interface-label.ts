import type { Text } from '~/workflows/words';

/** »SF1500 Organisation«; an interface without a number is called by its name alone. */
export function interfaceLabel({ id, name }: { id: string; name: Text }): Text {
  const starts = name.da.startsWith(id);
  return isNumber(id) && !starts ? { da: `${id} ${name.da}`, en: `${id} ${name.en}` } : name;
}

/** The same without what stands in brackets at the end: for table heads and results. */
export function shortInterfaceLabel(entry: { id: string; name: Text }): Text {
  const { da, en } = interfaceLabel(entry);
  return { da: withoutBrackets(da), en: withoutBrackets(en) };
}

function withoutBrackets(text: string): string {
  return text.replace(/ \([^()]*\)$/, '');
}

/** Ids are SF numbers where there is one, else slugs made for addresses. */
function isNumber(id: string): boolean {
  return /^SF\d/.test(id);
}

/** A question with the interface that it is asked of, where it stands by itself. */
export function questionAbout(label: Text, question: Text): Text {
  return { da: `${label.da}: ${question.da}`, en: `${label.en}: ${question.en}` };
}

/**
 * An answer's question where it stands by itself, with the interface that it is about by its name.
 * @param names of interfaces by id; one that the catalogue does not have is called by its id
 */
export function answerLabel(
  { interfaceId, question }: { interfaceId: string | null; question: { text: Text } },
  names: Readonly<Record<string, Text>>,
): Text {
  if (interfaceId === null) return question.text;
  const name = names[interfaceId] ?? { da: interfaceId, en: interfaceId };
  return questionAbout(shortInterfaceLabel({ id: interfaceId, name }), question.text);
}
