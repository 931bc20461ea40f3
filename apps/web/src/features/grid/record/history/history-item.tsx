import { kindOf, validateCell } from '@crm/grid/columns';
import { sameValue } from '@crm/shared';
import type { InvestorId } from '@crm/shared';
import { ArrowRight, Undo2 } from 'lucide-react';
import { Avatar } from '../../../../ui/avatar.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { TimeAgo } from '../../../../ui/time-ago.tsx';
import { toast } from '../../../../ui/toasts.ts';
import { undo } from '../../commands/undo.ts';
import { useGrid } from '../../model/use-model.ts';
import { personHue } from '../../surface/chips.ts';
import { causeWords } from './cause-words.ts';
import { changeOf, pastText, type Change, type Entry } from './entry-change.ts';
import css from './history.module.css';

/** A longer text is cut; the whole stands in the title. */
const MOST = 160;
const cut = (text: string) => (text.length > MOST ? `${text.slice(0, MOST - 1).trimEnd()}…` : text);

function Value({ text }: { text: string }) {
  return text === '' ? (
    <span className={css.empty}>empty</span>
  ) : (
    <span className={css.value} title={text.length > MOST ? text : undefined}>
      {cut(text)}
    </span>
  );
}

function ChangeWords({ change, name }: { change: Change; name: string }) {
  if (change.what === 'row') return null;
  if (change.what === 'line') {
    return (
      <p className={css.change}>
        <span className={css.column}>{name}</span>
        <span>{change.added ? 'added' : 'took away'}</span>
        <Value text={change.text} />
      </p>
    );
  }
  return (
    <p className={css.change}>
      <span className={css.column}>{name}</span>
      <Value text={change.before} />
      <ArrowRight size={14} aria-label="became" />
      <Value text={change.after} />
    </p>
  );
}

/** One change, and the way to put back what it replaced. */
export function HistoryItem({ row, entry }: { row: InvestorId; entry: Entry }) {
  const model = useGrid();
  const { view, session } = model;
  const ctx = model.context();
  const slot = view.slotOf(row) ?? -1;
  const column = entry.col === null ? undefined : view.column(entry.col);
  const change = changeOf(entry, column, ctx);
  const name = column ? (column.deletedAt === null ? column.name : `${column.name} (deleted)`) : 'A field';
  const person = entry.by === null ? null : (ctx.person(entry.by)?.name ?? 'Former member');
  const cause = causeWords(entry.cause);
  const restorable =
    column?.deletedAt === null &&
    !kindOf(column.type).computed &&
    view.isLive(slot) &&
    validateCell(column, entry.old) === null &&
    !sameValue(view.value(slot, column.id), entry.old)
      ? column
      : null;
  const old = pastText(entry.old, column, ctx);
  const restore = () => {
    if (!restorable) return;
    model.hold([slot]);
    session.commit(
      [
        {
          t: 'cell.set',
          row,
          col: restorable.id,
          value: entry.old,
          ifVer: view.version(slot, restorable.id),
        },
      ],
      `Restore ${restorable.name}`,
    );
    toast({ title: `Restored ${restorable.name}`, undo: () => undo(model) });
  };
  return (
    <li className={css.item}>
      <Avatar name={person ?? 'Venture CRM'} hue={entry.by ? personHue(entry.by) : 'gray'} />
      <div className={css.words}>
        <p className={css.meta}>
          <span className={css.person}>{person ?? 'The program'}</span>
          {change.what === 'row' ? <span>{change.words}</span> : null}
          {cause ? <span>{cause}</span> : null}
          <TimeAgo at={entry.at} />
        </p>
        <ChangeWords change={change} name={name} />
      </div>
      {restorable ? (
        <IconButton
          label={old === '' ? `Make ${name} empty again` : `Put ${name} back to “${cut(old)}”`}
          size="s"
          icon={<Undo2 size={14} aria-hidden />}
          onClick={restore}
        />
      ) : null}
    </li>
  );
}
