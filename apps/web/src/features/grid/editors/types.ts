import type { CellValue, Column, InvestorId, Op } from '@crm/shared';
import type { Leave } from '../commands/editing.ts';

/** What every editor is given. One editor is one component; it keeps its own draft. */
export interface EditorProps {
  readonly row: InvestorId;
  readonly column: Column;
  readonly value: CellValue;
  /** True when the person began by typing: the draft starts empty. */
  readonly replace: boolean;
  readonly wide: boolean;
  /** Reads and writes text, and closes. Returns why not, when it cannot be read. */
  submitText(text: string, leave: Leave): string | null;
  /** Writes a value, after the ops that it needs, and closes unless told to stay open. */
  submitValue(value: CellValue, leave: Leave, before?: readonly Op[]): void;
  /** Writes a value and stays open, for lists. */
  change(value: CellValue, before?: readonly Op[]): void;
  close(leave: Leave): void;
}
