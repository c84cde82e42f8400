import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from './picture.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const grey = { colourType: 0, samples: 1 };
const colour = { colourType: 2, samples: 3 };

/** A picture as a PNG, opaque; one that has no colour in it takes a third of the room. */
export function encodePng({ width, height, rgba }: Picture): Uint8Array<ArrayBuffer> {
  const { colourType, samples } = isGrey(rgba) ? grey : colour;
  const lineLength = width * samples + 1;
  const lines = new Uint8Array(lineLength * height);
  for (let y = 0; y < height; y += 1) {
    // Each line begins with its filter: 2 says that it is written as the difference from the line above.
    const to = y * lineLength;
    lines[to] = 2;
    for (let x = 0; x < width; x += 1) {
      for (let sample = 0; sample < samples; sample += 1) {
        const from = (y * width + x) * 4 + sample;
        const above = y === 0 ? 0 : (rgba[from - width * 4] ?? 0);
        lines[to + 1 + x * samples + sample] = (rgba[from] ?? 0) - above;
      }
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, colourType, 0, 0, 0], 8);
  const chunks = [chunk('IHDR', head), chunk('IDAT', deflateSync(lines, { level: 6 })), chunk('IEND')];
  return Uint8Array.from(Buffer.concat([Uint8Array.from(signature), ...chunks]));
}

function isGrey(rgba: Uint8Array): boolean {
  for (let at = 0; at < rgba.length; at += 4)
    if (rgba[at] !== rgba[at + 1] || rgba[at] !== rgba[at + 2]) return false;
  return true;
}

function chunk(name: string, data: Uint8Array = new Uint8Array()): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(named, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
