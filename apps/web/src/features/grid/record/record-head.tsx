import type { Column, InvestorId } from '@crm/shared';
import { Archive, ChevronDown, ChevronUp, Link2, MessageSquarePlus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { announce } from '../../../ui/announce.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { toast } from '../../../ui/toasts.ts';
import { archiveRows } from '../commands/rows.ts';
import { useGrid } from '../model/use-model.ts';
import { chipsOf } from '../surface/chips.ts';
import { useDraft } from './fields/use-draft.ts';
import css from './record.module.css';
import { recordLink } from './record-link.ts';
import type { stepsFrom } from './steps.ts';

async function copyLink(row: InvestorId): Promise<void> {
  const link = recordLink(row, window.location);
  try {
    await navigator.clipboard.writeText(link);
    toast({ title: 'Copied the link to this investor' });
  } catch {
    // No clipboard, as on a plain http address: the link can still be copied by hand.
    toast({ title: 'The link to this investor', detail: link });
  }
}

function NameInput({ row, column }: { row: InvestorId; column: Column }) {
  const id = useId();
  const model = useGrid();
  const [problem, setProblem] = useState<string | null>(null);
  const locked = model.session
    .presence()
    .some((one) => one.editing && one.cell?.row === row && one.cell.col === column.id);
  const draft = useDraft({ row, column, id, describedBy: undefined, complain: setProblem, locked });
  return (
    <>
      <input
        id={id}
        data-record-name
        className={css.name}
        aria-label={column.name}
        aria-describedby={problem ? `${id}-problem` : undefined}
        aria-invalid={problem !== null || undefined}
        placeholder="Name of the investor"
        value={draft.text}
        readOnly={locked}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => draft.type(event.target.value)}
        onFocus={draft.onFocus}
        onBlur={draft.onBlur}
        onKeyDown={(event) => draft.onKeyDown(event, true)}
      />
      {problem ? (
        <p id={`${id}-problem`} className={css.problem} role="alert">
          {problem}
        </p>
      ) : null}
    </>
  );
}

/** The name, the lists it is on, and what can be done with the whole record. */
export function RecordHead(props: {
  row: InvestorId;
  steps: ReturnType<typeof stepsFrom>;
  onStep: (to: InvestorId | null) => void;
  onClose: () => void;
}) {
  const model = useGrid();
  const { row, steps } = props;
  const slot = model.view.slotOf(row) ?? -1;
  const columns = model.view.columns();
  const name = columns.find((column) => column.key === 'name');
  const list = columns.find((column) => column.key === 'list');
  const chips = list ? (chipsOf(model.value(slot, list.id), list, '', model.context()) ?? []) : [];
  const go = (to: InvestorId | null, word: string) => {
    if (to === null) announce(`This is the ${word} investor`);
    props.onStep(to);
  };
  return (
    <header className={css.head}>
      <div className={css.bar}>
        <IconButton
          label="Investor before"
          keys="mod+shift+<"
          size="s"
          icon={<ChevronUp size={16} aria-hidden />}
          disabled={steps.previous === null}
          onClick={() => go(steps.previous, 'first')}
        />
        <IconButton
          label="Investor after"
          keys="mod+shift+>"
          size="s"
          icon={<ChevronDown size={16} aria-hidden />}
          disabled={steps.next === null}
          onClick={() => go(steps.next, 'last')}
        />
        <span className={css.place}>
          {steps.place === null
            ? 'Not in this view'
            : `${steps.place.toLocaleString()} of ${steps.count.toLocaleString()}`}
        </span>
        <IconButton
          label="Copy link"
          size="s"
          icon={<Link2 size={16} aria-hidden />}
          onClick={() => void copyLink(row)}
        />
        {model.view.isLive(slot) ? (
          <IconButton
            label="Archive"
            size="s"
            icon={<Archive size={16} aria-hidden />}
            onClick={() => {
              archiveRows(model, [slot]);
              model.focus();
            }}
          />
        ) : null}
        <IconButton
          label="Close"
          keys="escape"
          size="s"
          icon={<X size={16} aria-hidden />}
          onClick={props.onClose}
        />
      </div>
      {name ? <NameInput row={row} column={name} /> : null}
      <div className={css.facts}>
        {chips.map((chip) => (
          <Badge key={chip.text} hue={chip.hue ?? 'gray'}>
            {chip.text}
          </Badge>
        ))}
        <Button
          className={css.log}
          size="s"
          icon={<MessageSquarePlus size={14} aria-hidden />}
          disabled={!model.view.isLive(slot)}
          onClick={() => model.ask.set({ kind: 'log', row })}
        >
          Log communication
        </Button>
      </div>
    </header>
  );
}
