import { kindOf } from '@crm/grid/columns';
import { Problem } from './problem.tsx';
import { useFocus } from './use-focus.ts';
import { useTextDraft } from './text-draft.ts';
import type { EditorProps } from './types.ts';

/** One line of text: text, numbers, money, addresses. */
export function LineEditor(props: EditorProps) {
  const draft = useTextDraft(props);
  const input = useFocus<HTMLInputElement>();
  const end = kindOf(props.column.type).align === 'end';
  return (
    <>
      <input
        ref={input}
        className="g-input"
        data-end={end || undefined}
        aria-label={props.column.name}
        aria-invalid={draft.problem !== null || undefined}
        value={draft.text}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => draft.type(event.target.value)}
        onKeyDown={(event) => void draft.onKey(event)}
        onBlur={() => draft.submit('stay')}
      />
      <Problem text={draft.problem} />
    </>
  );
}
