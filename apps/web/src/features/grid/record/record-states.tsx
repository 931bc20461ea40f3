import type { InvestorId } from '@crm/shared';
import { Archive } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import { LoadingLines } from '../../../ui/progress.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { restoreRow } from '../commands/rows.ts';
import { useGrid } from '../model/use-model.ts';
import css from './record.module.css';

/** Shown over a record whose row is not in the sheet any more. */
export function ArchivedNotice({ row }: { row: InvestorId }) {
  const model = useGrid();
  return (
    <div className={css.archived} role="status">
      <Archive size={16} aria-hidden />
      <span>This investor is archived. Restore it to change it.</span>
      <Button size="s" onClick={() => restoreRow(model, row)}>
        Restore
      </Button>
    </div>
  );
}

/** In place of a record that is not there, or not yet. */
export function MissingRecord({ loading, onClose }: { loading: boolean; onClose: () => void }) {
  if (loading) {
    return (
      <div className={css.missing}>
        <LoadingLines label="Opening the record" lines={6} />
      </div>
    );
  }
  return (
    <ErrorState
      title="There is no such investor"
      action={<Button onClick={onClose}>Back to the grid</Button>}
    >
      The link may be cut off, or come from another workspace. Nothing was changed.
    </ErrorState>
  );
}
