import type { Communication } from '@crm/shared';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { TypeIcon } from '../../log/type-icon.tsx';
import { TYPE_WORDS } from '../../log/words.ts';
import { useGrid } from '../../model/use-model.ts';
import css from './communications.module.css';

/** A body longer than this is folded. */
const FOLD = 320;

/** A day as the person writes it, with the year only when it is another one. */
function dayWords(day: string, now: Date): string {
  const sameYear = day.startsWith(String(now.getFullYear()));
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' as const }),
    timeZone: 'UTC',
  });
}

/** One communication. */
export function CommunicationItem(props: {
  item: Communication;
  /** Logged by the person who is here: they may change it. */
  own: boolean;
  onEdit: () => void;
  onDelete: () => void;
}) {
  const { item } = props;
  const ctx = useGrid().context();
  const [open, setOpen] = useState(false);
  const long = item.body.length > FOLD;
  const author = item.createdBy ? (ctx.person(item.createdBy)?.name ?? 'Former member') : 'The program';
  const word = TYPE_WORDS[item.type];
  const what = `the ${word.toLowerCase()} of ${item.occurredOn}`;
  return (
    <li className={css.item}>
      <span className={css.icon}>
        <TypeIcon type={item.type} />
      </span>
      <div className={css.words}>
        <p className={css.meta}>
          <span className={css.type}>{word}</span>
          <time dateTime={item.occurredOn} title={item.occurredOn}>
            {dayWords(item.occurredOn, ctx.now)}
          </time>
          <span>{author}</span>
        </p>
        {item.subject ? <p className={css.subject}>{item.subject}</p> : null}
        {item.body ? (
          <p className={css.body}>{long && !open ? `${item.body.slice(0, FOLD).trimEnd()}…` : item.body}</p>
        ) : null}
        {long ? (
          <button type="button" className={css.more} aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Show less' : 'Show all'}
          </button>
        ) : null}
        {item.outcome ? (
          <p className={css.extra}>
            <span className={css.extraLabel}>Outcome</span> {item.outcome}
          </p>
        ) : null}
        {item.nextStep ? (
          <p className={css.extra}>
            <span className={css.extraLabel}>Next step</span> {item.nextStep}
          </p>
        ) : null}
      </div>
      {props.own ? (
        <div className={css.tools}>
          <IconButton
            label={`Edit ${what}`}
            size="s"
            icon={<Pencil size={14} aria-hidden />}
            onClick={props.onEdit}
          />
          <IconButton
            label={`Delete ${what}`}
            size="s"
            icon={<Trash2 size={14} aria-hidden />}
            onClick={props.onDelete}
          />
        </div>
      ) : null}
    </li>
  );
}
