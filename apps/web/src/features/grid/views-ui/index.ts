/**
 * The views of the grid. `const views = useViews(model)` once per page; `<ViewTabs model views/>` in the bar,
 * `<Toolbar model views/>` under it, `<SummaryMenu model column/>` in each footer cell. The stream's `changed: views`
 * calls `views.refresh()`.
 */
export { footerFunctions, footerLabel } from './words/summaries.ts';
export { SummaryMenu, summaryEntries } from './summary-menu.tsx';
export { ViewTabs } from './tabs/view-tabs.tsx';
export { Toolbar } from './toolbar/toolbar.tsx';
export { useViews, type Views } from './use-views.ts';
