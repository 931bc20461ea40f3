import { squared, type Block } from './tsv.ts';

/** The part of a parsed HTML tree that reading a table needs; the browser's own nodes are such. */
export interface HtmlNode {
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<HtmlNode>;
  getAttribute?(name: string): string | null;
}

/** Turns HTML text into its tree without running or loading anything of it: `DOMParser` in a browser. */
export type ParseHtml = (html: string) => HtmlNode;

const BLOCKS = new Set(['P', 'DIV', 'LI']);
const SKIPPED = new Set(['STYLE', 'SCRIPT', 'HEAD', 'TEMPLATE', '#comment']);
/** A merged cell wider or taller than this is a mistake or an attack. */
const MAX_SPAN = 1000;

/** The cells of the first table in the HTML; null when there is none. A merged cell fills its first place only. */
export function parseHtmlTable(html: string, parse: ParseHtml): Block | null {
  const table = find(parse(html), 'TABLE');
  if (!table) return null;
  const rows: string[][] = [];
  const taken: number[] = [];
  for (const tr of rowsOf(table)) {
    const row: string[] = [];
    const skip = () => {
      while ((taken[row.length] ?? 0) > 0) {
        taken[row.length] = (taken[row.length] ?? 0) - 1;
        row.push('');
      }
    };
    for (const cell of tr.childNodes) {
      if (cell.nodeName !== 'TD' && cell.nodeName !== 'TH') continue;
      skip();
      const across = span(cell, 'colspan');
      const down = span(cell, 'rowspan') - 1;
      for (let i = 0; i < across; i += 1) {
        taken[row.length] = down;
        row.push(i === 0 ? cellText(cell) : '');
      }
    }
    skip();
    rows.push(row);
  }
  return rows.length > 0 ? squared(rows) : null;
}

function find(node: HtmlNode, name: string): HtmlNode | null {
  if (node.nodeName === name) return node;
  for (const child of node.childNodes) {
    const found = find(child, name);
    if (found) return found;
  }
  return null;
}

function* rowsOf(node: HtmlNode): Generator<HtmlNode> {
  for (const child of node.childNodes) {
    if (child.nodeName === 'TR') yield child;
    else if (['THEAD', 'TBODY', 'TFOOT'].includes(child.nodeName)) yield* rowsOf(child);
  }
}

function span(cell: HtmlNode, name: string): number {
  const value = Number(cell.getAttribute?.(name) ?? 1);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, MAX_SPAN) : 1;
}

function cellText(cell: HtmlNode): string {
  const parts: string[] = [];
  collect(cell, parts);
  return parts
    .join('')
    .replace(/[^\S\n\u00a0]*\n[^\S\n\u00a0]*/g, '\n')
    .replaceAll('\u00a0', ' ')
    .replace(/^[\n ]+|[\n ]+$/g, '');
}

function collect(node: HtmlNode, parts: string[]): void {
  for (const child of node.childNodes) {
    if (SKIPPED.has(child.nodeName)) continue;
    if (child.nodeName === '#text') parts.push((child.nodeValue ?? '').replace(/[^\S\u00a0]+/g, ' '));
    else if (child.nodeName === 'BR') parts.push('\n');
    else {
      const block = BLOCKS.has(child.nodeName);
      if (block && parts.length > 0 && !parts.at(-1)?.endsWith('\n')) parts.push('\n');
      collect(child, parts);
    }
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The block as an HTML table; nothing in the cells is read as markup. */
export function writeHtml(block: Block): string {
  const rows = block.map((row) => `<tr>${row.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`);
  return `<meta charset="utf-8"><table><tbody>${rows.join('')}</tbody></table>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign).replaceAll('\n', '<br>');
}
