import { expect, it } from 'vitest';
import { parseHtmlTable, writeHtml, type HtmlNode } from './html.ts';
import { readClipboard } from './read.ts';

const VOID = new Set(['BR', 'META', 'COL', 'IMG']);
const NAMED: Record<string, string> = { nbsp: '\u00a0', amp: '&', lt: '<', gt: '>', quot: '"' };

/** A reader of well-formed HTML, in the place of the browser's. */
function parse(html: string): HtmlNode {
  const root = element('#document', '');
  const open = [root];
  for (const [token, close, name = '', attributes = ''] of html.matchAll(/<(\/?)([a-z]+)([^>]*)>|[^<]+/gi)) {
    const parent = open.at(-1) ?? root;
    if (!token.startsWith('<')) parent.childNodes.push(textNode(token));
    else if (close) open.pop();
    else {
      const node = element(name.toUpperCase(), attributes);
      parent.childNodes.push(node);
      if (!VOID.has(node.nodeName)) open.push(node);
    }
  }
  return root;
}

function element(nodeName: string, attributes: string): HtmlNode & { childNodes: HtmlNode[] } {
  const getAttribute = (name: string) => new RegExp(`${name}="?(\\d+)`).exec(attributes)?.[1] ?? null;
  return { nodeName, nodeValue: null, childNodes: [], getAttribute };
}

function textNode(text: string): HtmlNode {
  const nodeValue = text.replace(/&(\w+);/g, (_, name: string) => NAMED[name] ?? '');
  return { nodeName: '#text', nodeValue, childNodes: [] };
}

it('reads the table of a spreadsheet', () => {
  const excel = `<html><head><style>td {}</style></head><body><table><col width=64>
    <tr height=20><td class=xl65>a&amp;b</td><td>  two
      words<br style="mso-data-placement:same-cell;">line 2</td></tr>
    <tr><td>&nbsp;x</td><td></td></tr></table></body></html>`;
  expect(parseHtmlTable(excel, parse)).toEqual([
    ['a&b', 'two words\nline 2'],
    ['x', ''],
  ]);
});

it('places cells beside merged ones', () => {
  const html =
    '<table><thead><tr><th colspan=2>h</th><th>i</th></tr></thead>' +
    '<tr><td rowspan="2">a</td><td>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>';
  expect(parseHtmlTable(html, parse)).toEqual([
    ['h', '', 'i'],
    ['a', 'b', 'c'],
    ['', 'd', 'e'],
  ]);
});

it('reads paragraphs of a cell as lines, and the first table only', () => {
  const html =
    '<div>note</div><table><tr><td><p>one</p><p>two</p></td></tr></table><table><tr><td>no</td></tr></table>';
  expect(parseHtmlTable(html, parse)).toEqual([['one\ntwo']]);
  expect(parseHtmlTable('<p>no table</p>', parse)).toBeNull();
});

it('gives back what it wrote, with nothing read as markup', () => {
  const block = [
    ['<b>&"x"', 'a\nb'],
    ['', '5'],
  ];
  expect(writeHtml(block)).not.toContain('<b>');
  expect(parseHtmlTable(writeHtml(block), parse)).toEqual(block);
});

it('takes plain text unless the table has another shape', () => {
  const html = '<table><tr><td>$5.0</td><td>b</td></tr></table>';
  expect(readClipboard({ text: '$5.00\tb', html }, parse)).toEqual([['$5.00', 'b']]);
  expect(readClipboard({ text: '$5.00\nmore\tb', html }, parse)).toEqual([['$5.0', 'b']]);
  expect(readClipboard({ text: 'x', html: '' }, parse)).toEqual([['x']]);
});
