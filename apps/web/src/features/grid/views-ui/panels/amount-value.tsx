import { useId, useState } from 'react';
import { Input } from '../../../../ui/field.tsx';
import { amountInput, amountText, readAmount } from '../words/amount.ts';
import css from './filter-panel.module.css';
import { useTyped } from './use-typed.ts';
import type { ValueProps } from './value-editor.tsx';

/** A number, an amount or a percentage, read as the column's cells are. What cannot be read changes nothing and says why. */
export function AmountValue({ model, column, condition, describedBy, onChange }: ValueProps) {
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const ctx = model.context();
  const value = typeof condition.value === 'number' ? condition.value : null;
  const typed = useTyped(amountText(value, column, ctx), (text) => {
    const read = readAmount(text, column, ctx);
    setProblem(read.ok ? null : read.reason);
    if (read.ok && read.value !== value) onChange(read.value);
  });
  return (
    <div>
      <Input
        aria-label="Value"
        aria-describedby={problem ? id : describedBy}
        aria-invalid={problem !== null || undefined}
        inputMode="decimal"
        placeholder="Enter a number"
        maxLength={60}
        value={typed.text}
        onFocus={() => typed.begin(amountInput(value, column, ctx))}
        onChange={(event) => typed.type(event.target.value)}
        onBlur={() => {
          typed.leave();
          setProblem(null);
        }}
      />
      {problem ? (
        <p className={css.problem} id={id} role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
