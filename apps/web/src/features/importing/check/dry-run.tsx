import { Link } from 'wouter';
import { importPath } from '../parts/address.ts';
import type { Draft } from '../parts/draft.ts';
import { Notice } from '../parts/notice.tsx';
import { Part } from '../parts/step-page.tsx';
import { count, titleOf } from '../parts/words.ts';
import type { Plan } from './account.ts';
import { Changes } from './changes.tsx';
import { CellEquation, RowCounts } from './counts.tsx';

/** What a dry run found. */
export function DryRun(props: { draft: Draft; plan: Plan; nothing: boolean; making: number }) {
  const { draft, plan, making } = props;
  const { receipt, conflicts } = plan;
  const { begun, mapping, mergeKey } = draft;
  const leftOut = begun.columns
    .filter(({ index }) => mapping[index]?.to === 'skip')
    .reduce((sum, { filled }) => sum + filled, 0);
  const key = begun.columns.find(({ index }) => index === mergeKey);
  return (
    <>
      {props.nothing ? (
        <Notice tone="success">
          <strong>0 changes.</strong>{' '}
          {receipt.cells.rejected === 0
            ? 'Everything in this file is in the sheet already.'
            : 'What of this file can be taken is in the sheet already.'}
        </Notice>
      ) : null}
      <Part title="Rows">
        <RowCounts rows={receipt.rows} />
      </Part>
      {conflicts > 0 ? (
        <Notice tone="attention">
          {count(conflicts, 'cell was edited', 'cells were edited')} here since the last import and differ
          {conflicts === 1 ? 's' : ''} from the file. {conflicts === 1 ? 'It is' : 'They are'} left as{' '}
          {conflicts === 1 ? 'it is' : 'they are'} and listed under “Edited here”.
        </Notice>
      ) : null}
      {receipt.rows.problem > 0 && key ? (
        <Notice tone="attention" end={<Link href={importPath(begun.id)}>Choose another column</Link>}>
          {count(receipt.rows.problem, 'row', 'rows')} cannot be told apart by “{titleOf(key.name)}”, or{' '}
          {receipt.rows.problem === 1 ? 'was' : 'were'} deleted here: nothing of{' '}
          {receipt.rows.problem === 1 ? 'it' : 'them'} is taken. The reasons stand under “Rejected”.
        </Notice>
      ) : null}
      {making > 0 ? (
        <Notice>
          {count(making, 'column is', 'columns are')} added to the sheet:{' '}
          {mapping
            .flatMap((one) => (one.to === 'new' || one.to === 'fund' ? [`“${one.name.trim()}”`] : []))
            .join(', ')}
          .
        </Notice>
      ) : null}
      <Part title="Cells">
        <CellEquation cells={receipt.cells} leftOut={leftOut} />
      </Part>
      <Changes diff={plan.diff} total={plan.diffTotal} problems={receipt.problems} />
    </>
  );
}
