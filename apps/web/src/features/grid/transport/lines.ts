/** The lines of a byte stream as text, as soon as each is complete; a last line without a break counts too. */
export async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  // Pieces of a line that is not complete yet; joined once, since a line may be megabytes in many pieces.
  let pieces: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const text = done ? decoder.decode() : decoder.decode(value, { stream: true });
      let start = 0;
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
        pieces.push(text.slice(start, end));
        const line = pieces.join('');
        pieces = [];
        start = end + 1;
        if (line !== '') yield line;
      }
      if (start < text.length) pieces.push(text.slice(start));
      if (done) break;
    }
    const last = pieces.join('');
    if (last !== '') yield last;
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
