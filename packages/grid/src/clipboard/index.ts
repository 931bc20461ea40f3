export { CellReader, type CellReading } from './cell-reader.ts';
export { planClear, planCut } from './clear.ts';
export { planFill, type FillMode } from './fill.ts';
export { parseHtmlTable, writeHtml, type HtmlNode, type ParseHtml } from './html.ts';
export { planPaste, type PasteInput, type PastePlan } from './paste.ts';
export { readClipboard } from './read.ts';
export { copyBlock, sizeOf, type CellProblem, type SelectedSheet, type Selection } from './selection.ts';
export { parseTsv, writeTsv, type Block } from './tsv.ts';
