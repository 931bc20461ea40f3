/*
 * A note is a text of blocks, each written by one append. Blocks may hold line breaks, so that removing one looks for
 * the same run of whole lines.
 */

/** The text with a block added at its end. */
export function appendLine(text: string, block: string): string {
  return text === '' ? block : `${text}\n${block}`;
}

/** The text without the last run of whole lines that equals `block`, or undefined when there is none. */
export function removeLine(text: string, block: string): string | undefined {
  if (text === block) return '';
  if (text.endsWith(`\n${block}`)) return text.slice(0, -(block.length + 1));
  const inside = text.lastIndexOf(`\n${block}\n`);
  if (inside >= 0) return text.slice(0, inside) + text.slice(inside + block.length + 1);
  return text.startsWith(`${block}\n`) ? text.slice(block.length + 1) : undefined;
}
