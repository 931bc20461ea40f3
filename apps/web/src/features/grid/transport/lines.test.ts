import { expect, it } from 'vitest';
import { linesOf } from './lines.ts';

async function read(pieces: Uint8Array[]): Promise<string[]> {
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  const lines: string[] = [];
  for await (const line of linesOf(stream)) lines.push(line);
  return lines;
}

it('reads whole lines however the bytes were cut, also within a character', async () => {
  const text = '{"a":"é😀"}\n\n{"b":2}\n{"c":3}';
  const bytes = new TextEncoder().encode(text);
  for (let size = 1; size <= bytes.length; size += 1) {
    const pieces = [];
    for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.slice(at, at + size));
    expect(await read(pieces), `pieces of ${size} bytes`).toEqual(['{"a":"é😀"}', '{"b":2}', '{"c":3}']);
  }
});
