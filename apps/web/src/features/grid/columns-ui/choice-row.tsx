import { Hue } from '@crm/shared';
import type { SelectOption } from '@crm/shared';
import { GripVertical, X } from 'lucide-react';
import { useId } from 'react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Popover } from '../../../ui/popover.tsx';
import css from './columns-ui.module.css';

/** One choice: its handle, hue, name, and how many cells hold it. */
export function ChoiceRow(props: {
  choice: SelectOption;
  use: number;
  problem: string | null;
  dragging: boolean;
  onChange: (choice: SelectOption) => void;
  onRemove: () => void;
  onEnter: () => void;
  onStep: (by: number) => void;
  /** Whether the pasted text was taken as several choices. */
  onPaste: (text: string) => boolean;
  onDrag: (phase: 'start' | 'over' | 'end') => void;
}) {
  const { choice } = props;
  const id = useId();
  const name = choice.name.trim() || 'New choice';
  return (
    <li>
      <div
        role="presentation"
        className={css.choice}
        data-dragging={props.dragging || undefined}
        onDragEnter={() => props.onDrag('over')}
        onDragOver={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
          event.preventDefault();
          props.onStep(event.key === 'ArrowUp' ? -1 : 1);
        }}
      >
        <span
          className={css.grip}
          draggable
          aria-hidden
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            // Firefox starts no drag without any data.
            event.dataTransfer.setData('text/plain', name);
            props.onDrag('start');
          }}
          onDragEnd={() => props.onDrag('end')}
        >
          <GripVertical size={14} />
        </span>
        <Popover
          label={`Colour of ${name}`}
          trigger={
            <button
              type="button"
              className={css.hue}
              data-hue={choice.hue}
              aria-label={`Colour of ${name}: ${choice.hue}`}
            />
          }
        >
          {(close) => (
            <div className={css.hues}>
              {Hue.options.map((hue) => (
                <button
                  key={hue}
                  type="button"
                  aria-pressed={hue === choice.hue}
                  aria-label={hue}
                  data-tip={hue}
                  data-hue={hue}
                  className={css.hue}
                  onClick={() => {
                    props.onChange({ ...choice, hue });
                    close();
                  }}
                />
              ))}
            </div>
          )}
        </Popover>
        <div className={css.choiceWords}>
          <input
            className={css.choiceName}
            data-hue={choice.hue}
            aria-label="Name of the choice"
            aria-invalid={props.problem !== null || undefined}
            aria-describedby={props.problem ? id : undefined}
            value={choice.name}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => props.onChange({ ...choice, name: event.target.value })}
            onPaste={(event) => {
              if (props.onPaste(event.clipboardData.getData('text/plain'))) event.preventDefault();
            }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) props.onEnter();
              else if (event.key === 'Backspace' && choice.name === '') props.onRemove();
              else return;
              event.preventDefault();
            }}
          />
          {props.problem ? (
            <p id={id} className={css.problem} role="alert">
              {props.problem}
            </p>
          ) : null}
        </div>
        {props.use > 0 ? <span className={css.use}>in {props.use.toLocaleString()}</span> : null}
        <IconButton
          label={`Take ${name} away`}
          size="s"
          icon={<X size={14} aria-hidden />}
          onClick={props.onRemove}
        />
      </div>
    </li>
  );
}
