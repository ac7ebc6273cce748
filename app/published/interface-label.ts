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
