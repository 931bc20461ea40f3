import type { OptionId, SelectOption } from '@crm/shared';
import { ArrowDownAZ, Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/button.tsx';
import { ChoiceRow } from './choice-row.tsx';
import { addLines, choicesProblem, moveChoice, newChoice } from './choices.ts';
import css from './columns-ui.module.css';

/** The choices of a select column: names, hues, and their order, by dragging or by Alt and the arrows. */
export function ChoicesEditor(props: {
  choices: readonly SelectOption[];
  /** How many cells hold each choice; absent for a new column. */
  use?: ReadonlyMap<string, number> | undefined;
  /** Whether to say what is wrong. */
  tried: boolean;
  onChange: (choices: SelectOption[]) => void;
}) {
  const { choices, use, onChange } = props;
  const [dragged, setDragged] = useState<OptionId | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const problem = props.tried ? choicesProblem(choices) : null;
  const focusName = (at: number) =>
    requestAnimationFrame(() => {
      const input = list.current?.querySelectorAll<HTMLInputElement>('input')[at];
      input?.focus();
      input?.scrollIntoView({ block: 'nearest' });
    });
  const move = (from: number, to: number) => {
    if (to < 0 || to >= choices.length) return;
    onChange(moveChoice(choices, from, to));
    announce(`${choices[from]?.name ?? 'Choice'} is now ${to + 1} of ${choices.length}`);
  };
  const add = (at: number) => {
    const fresh = newChoice('', choices.length);
    onChange(choices.toSpliced(at, 0, fresh));
    focusName(at);
  };
  const remove = (at: number) => {
    onChange(choices.toSpliced(at, 1));
    focusName(Math.max(0, at - 1));
  };
  return (
    <div className={css.choices}>
      <div className={css.choicesHead}>
        <span className={css.choicesTitle}>Choices</span>
        {choices.length > 1 ? (
          <Button
            size="s"
            variant="quiet"
            icon={<ArrowDownAZ size={14} aria-hidden />}
            onClick={() =>
              onChange(choices.toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true })))
            }
          >
            Sort by name
          </Button>
        ) : null}
      </div>
      <ul ref={list} className={css.choiceList} aria-label="Choices">
        {choices.map((choice, at) => (
          <ChoiceRow
            key={choice.id}
            choice={choice}
            use={use?.get(choice.id) ?? 0}
            problem={problem?.id === choice.id ? problem.problem : null}
            dragging={dragged === choice.id}
            onChange={(next) => onChange(choices.with(at, next))}
            onRemove={() => remove(at)}
            onEnter={() => add(at + 1)}
            onStep={(by) => move(at, at + by)}
            onPaste={(text) => {
              if (!/[\r\n\t]/.test(text)) return false;
              onChange(
                addLines(
                  choices.filter((one) => one.id !== choice.id || one.name.trim() !== ''),
                  text,
                ),
              );
              return true;
            }}
            onDrag={(phase) => {
              if (phase === 'start') setDragged(choice.id);
              else if (phase === 'end') setDragged(null);
              else {
                const from = choices.findIndex((one) => one.id === dragged);
                if (from >= 0 && from !== at) onChange(moveChoice(choices, from, at));
              }
            }}
          />
        ))}
      </ul>
      <Button
        size="s"
        icon={<Plus size={14} aria-hidden />}
        disabled={choices.length >= 1000}
        onClick={() => add(choices.length)}
      >
        Add a choice
      </Button>
      {choices.length === 0 ? (
        <p className={css.hint}>Choices can also be added later, by typing a new one into a cell.</p>
      ) : (
        <p className={css.hint}>
          Enter adds the next one, a pasted list adds all its lines, Alt and the arrows move one.
        </p>
      )}
    </div>
  );
}
