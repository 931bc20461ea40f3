export { decodeFile, type DecodedFile } from './decode.ts';
export { exportCsv, writeCsv, type CsvExport, type CsvMode } from './export.ts';
export { inferColumns } from './infer.ts';
export { planImport, planImportSteps } from './plan.ts';
export type {
  ImportBase,
  ImportInput,
  ImportPlan,
  ImportRow,
  ImportState,
  PlannedRow,
  RowBase,
} from './plan-types.ts';
export { proposeMapping, proposeMergeKey } from './propose.ts';
export { parseTable, type CsvTable } from './table.ts';
