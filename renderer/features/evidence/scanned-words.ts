import type { ScannedWord } from '../../../shared/domain/scan.ts';

/** The words of a scanned page as they stand in its layer, in one text. */
export const scannedText = (words: readonly ScannedWord[]): string =>
  words.map(([word]) => `${word} `).join('');

type Size = { readonly width: number; readonly height: number };

const wholePage = 10_000;

/** Lays words that were read from a picture over it, unseen but to be selected, found and marked. */
export function layScannedWords(
  layer: HTMLElement,
  words: readonly ScannedWord[],
  { width, height }: Size,
): void {
  const ruler = document.createElement('canvas').getContext('2d');
  const spans = words.map(([word, x, y, wordWidth, wordHeight]) => {
    const span = document.createElement('span');
    const fontSize = Math.max(1, (wordHeight / wholePage) * height);
    if (ruler) ruler.font = `${fontSize}px sans-serif`;
    const natural = ruler?.measureText(word).width || 1;
    span.textContent = `${word} `;
    span.style.left = `${(x / wholePage) * 100}%`;
    span.style.top = `${(y / wholePage) * 100}%`;
    span.style.fontSize = `${fontSize}px`;
    span.style.transform = `scaleX(${((wordWidth / wholePage) * width) / natural})`;
    return span;
  });
  const container = document.createElement('div');
  container.className = 'pdf-words scanned-words';
  container.append(...spans);
  layer.append(container);
}
