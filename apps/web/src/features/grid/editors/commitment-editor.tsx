import { commitmentOf, minorDigits } from '@crm/grid/columns';
import { CommitmentStatus } from '@crm/shared';
import type { CommitmentStatus as Status } from '@crm/shared';
import { useState } from 'react';
import { announce } from '../../../ui/announce.ts';
import { read } from '../commands/ops.ts';
import { useGrid } from '../model/use-model.ts';
import { STATUS_WORDS } from '../surface/chips.ts';
import { leaveFor } from './leave-keys.ts';
import { Problem } from './problem.tsx';
import type { Leave } from '../commands/editing.ts';
import type { EditorProps } from './types.ts';
import { useFocus } from './use-focus.ts';

/** An amount and how firm it is. */
export function CommitmentEditor(props: EditorProps) {
  const model = useGrid();
  const held = commitmentOf(props.value);
  const [amount, setAmount] = useState(
    held && !props.replace
      ? String(held.amount / 10 ** minorDigits(props.column.options.currency ?? 'USD'))
      : '',
  );
  const [status, setStatus] = useState<Status>(held?.status ?? 'target');
  const [problem, setProblem] = useState<string | null>(null);
  const input = useFocus<HTMLInputElement>();
  const submit = (leave: Leave) => {
    const result = read(model, props.row, props.column, amount.trim() === '' ? '' : `${amount} ${status}`);
    if (result.ok) props.submitValue(result.value, leave, result.before);
    else {
      setProblem(result.reason);
      announce(result.reason, 'assertive');
    }
  };
  return (
    <div
      className="g-commitment"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) submit('stay');
      }}
      onKeyDown={(event) => {
        // Tab goes from the amount to the status before it leaves the cell.
        if (event.key === 'Tab' && !event.shiftKey && event.target === input.current) return;
        const leave = leaveFor(event);
        if (!leave) return;
        event.preventDefault();
        event.stopPropagation();
        if (leave === 'cancel') props.close('stay');
        else submit(leave);
      }}
    >
      <input
        ref={input}
        className="g-input"
        data-end
        inputMode="decimal"
        aria-label={`${props.column.name}, amount`}
        placeholder="Amount, e.g. 2.5M"
        value={amount}
        autoComplete="off"
        onChange={(event) => {
          setAmount(event.target.value);
          setProblem(null);
        }}
      />
      <Problem text={problem} />
      <div className="g-pop g-status" role="radiogroup" aria-label={`${props.column.name}, status`}>
        {CommitmentStatus.options.map((one) => (
          <label key={one} data-on={one === status || undefined}>
            <input type="radio" name="status" checked={one === status} onChange={() => setStatus(one)} />
            {STATUS_WORDS[one]}
          </label>
        ))}
      </div>
    </div>
  );
}
