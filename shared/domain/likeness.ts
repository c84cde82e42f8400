/** The smallest marks of all the runs of words of a text, in order: enough to tell how much two texts have in common. */
export type Sketch = Uint32Array;

const runLength = 4;
const marksKept = 128;
/** A text with fewer runs of words than this says too little to be like another. */
const fewestRuns = 20;

/** From here on two texts are called much alike: a new draft, a copy with another cover, a scan of the same paper. */
export const muchAlike = 0.6;

/** Sketches a text by every run of four words, whatever its case, punctuation and line breaks; null for a very short one. */
export function sketchOf(text: string): Sketch | null {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(hashOf);
  if (words.length < fewestRuns + runLength - 1) return null;
  const runs = new Set<number>();
  for (let at = 0; at + runLength <= words.length; at += 1) {
    let run = 0;
    for (let word = 0; word < runLength; word += 1) run = mixed(run ^ (words[at + word] ?? 0));
    runs.add(run);
  }
  return Uint32Array.from(runs).sort().slice(0, marksKept);
}

/**
 * How much two texts have in common, from 0 to 1: the runs of words in both, of those in either. An estimate for long
 * texts (Broder 1997, "On the resemblance and containment of documents"), exact for short ones.
 */
export function likeness(one: Sketch, other: Sketch): number {
  let [at, against, both, either] = [0, 0, 0, 0];
  while (either < marksKept && (at < one.length || against < other.length)) {
    const a = one[at] ?? Number.POSITIVE_INFINITY;
    const b = other[against] ?? Number.POSITIVE_INFINITY;
    if (a === b) both += 1;
    if (a <= b) at += 1;
    if (b <= a) against += 1;
    either += 1;
  }
  return either === 0 ? 0 : both / either;
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** Spreads the bits of a number, so that small ones are as likely for any run of words. */
function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
