/** What changed between two texts, word by word. Pure; browser code may import it. */
export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** More words than this on either side are not compared one by one: the table would grow beyond reason. */
const mostWords = 3_000;

/**
 * Compares two texts by words; white space belongs to the word before it. All of `after` is in the parts that are
 * `same` or `added`, all of `before` in those that are `same` or `removed`, in order.
 * Source: longest common subsequence by dynamic programming, after the common start and end are set aside.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const old = wordsOf(before);
  const now = wordsOf(after);
  const start = countWhile(Math.min(old.length, now.length), (index) => old[index] === now[index]);
  const rest = Math.min(old.length, now.length) - start;
  const end = countWhile(rest, (index) => old[old.length - 1 - index] === now[now.length - 1 - index]);
  const middle = diffMiddle(old.slice(start, old.length - end), now.slice(start, now.length - end));
  return joined([
    { kind: 'same', text: old.slice(0, start).join('') },
    ...middle,
    { kind: 'same', text: old.slice(old.length - end).join('') },
  ]);
}

function wordsOf(text: string): string[] {
  return text.match(/\s*\S+\s*/g) ?? (text === '' ? [] : [text]);
}

function countWhile(limit: number, holds: (index: number) => boolean): number {
  let count = 0;
  while (count < limit && holds(count)) count += 1;
  return count;
}

function diffMiddle(old: readonly string[], now: readonly string[]): DiffPart[] {
  if (old.length > mostWords || now.length > mostWords) {
    return [
      { kind: 'removed', text: old.join('') },
      { kind: 'added', text: now.join('') },
    ];
  }
  const lengths = commonLengths(old, now);
  const width = now.length + 1;
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const [removed, added] = [old[i], now[j]];
    if (removed !== undefined && removed === added) {
      parts.push({ kind: 'same', text: removed });
      i += 1;
      j += 1;
    } else if (removed !== undefined && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) {
      parts.push({ kind: 'removed', text: removed });
      i += 1;
    } else {
      parts.push({ kind: 'added', text: added ?? '' });
      j += 1;
    }
  }
  return parts;
}

/** At `i * (now.length + 1) + j`: how long the longest common subsequence of what is left from i and j on is. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint16Array {
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const next = (lengths[(i + 1) * width + j + 1] ?? 0) + 1;
      const skip = Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
      lengths[i * width + j] = old[i] === now[j] ? next : skip;
    }
  }
  return lengths;
}

/** Neighbours of one kind become one part, and a run of changes shows what was removed before what was added. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed) result.push({ kind: 'removed', text: removed });
    if (added) result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const { kind, text } of parts) {
    if (text === '') continue;
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') last.text += text;
      else result.push({ kind, text });
    }
  }
  flush();
  return result;
}
