/** The lines of a stream of text, as soon as each is complete. Whoever stops early stops the stream. */
export async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  // Pieces of a line that is not complete yet; joined once, since a line may be long.
  let pieces: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const texts = (done ? decoder.decode() : decoder.decode(value, { stream: true })).split('\n');
      for (const text of texts.slice(0, -1)) {
        yield [...pieces, text].join('');
        pieces = [];
      }
      pieces.push(texts.at(-1) ?? '');
      if (done) break;
    }
    const last = pieces.join('');
    if (last !== '') yield last;
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
