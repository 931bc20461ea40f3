import { parseHtmlTable, type ParseHtml } from './html.ts';
import { parseTsv, type Block } from './tsv.ts';

/**
 * The block of cells on a clipboard. Plain text is the more exact of the two as long as it has the shape of the table; text
 * copied from a web page has line breaks within cells that only the HTML tells from those between rows.
 */
export function readClipboard(
  clipboard: { readonly text: string; readonly html: string },
  parseHtml: ParseHtml,
): Block {
  const plain = parseTsv(clipboard.text);
  const table = clipboard.html === '' ? null : parseHtmlTable(clipboard.html, parseHtml);
  if (!table) return plain;
  const alike = plain.length === table.length && plain[0]?.length === table[0]?.length;
  return alike ? plain : table;
}
