import type { Text } from '~/workflows/words';

/** »SF1500 Organisation«; an interface without a number is called by its name alone. */
export function interfaceLabel({ id, name }: { id: string; name: Text }): Text {
  const starts = name.da.startsWith(id);
  return isNumber(id) && !starts ? { da: `${id} ${name.da}`, en: `${id} ${name.en}` } : name;
}

/** »SF1500«, or the name of an interface without a number: for tags and table heads. */
export function shortInterfaceLabel({ id, name }: { id: string; name: Text }): Text {
  return isNumber(id) ? { da: id, en: id } : name;
}

/** Ids are SF numbers where there is one, else slugs made for addresses. */
function isNumber(id: string): boolean {
  return /^SF\d/.test(id);
}
