/** A view that shows everything in the sheet's own order. */
export const EMPTY = {
  filter: { conjunction: 'and', conditions: [] },
  sorts: [],
  hidden: [],
  order: [],
  widths: {},
  frozen: 1,
  rowHeight: 'short',
  summaries: {},
};
