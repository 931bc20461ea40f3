import { linkOf } from '@crm/grid/columns';
import { ExternalLink, Mail, Phone } from 'lucide-react';
import type { CellValue, ColumnType } from '@crm/shared';
import type { HTMLAttributes } from 'react';
import css from './fields.module.css';
import { Overtaken } from './overtaken.tsx';
import type { FieldProps } from './use-cell.ts';
import { useDraft } from './use-draft.ts';

const MODES: Partial<Record<ColumnType, HTMLAttributes<HTMLInputElement>['inputMode']>> = {
  number: 'decimal',
  currency: 'decimal',
  percent: 'decimal',
  email: 'email',
  phone: 'tel',
  url: 'url',
};

/** Where a text leads: a page, a mail, a call. */
function follow(type: ColumnType, value: CellValue) {
  if (typeof value !== 'string' || value === '') return null;
  if (type === 'email') return { href: `mailto:${value}`, label: `Write to ${value}`, Icon: Mail };
  if (type === 'phone')
    return { href: `tel:${value.replace(/[^\d+]/g, '')}`, label: `Call ${value}`, Icon: Phone };
  const link = type === 'url' ? linkOf(value) : null;
  return link ? { href: link, label: `Open ${value}`, Icon: ExternalLink } : null;
}

/** One line of text: words, numbers, money, addresses, dates with a time. */
export function LineField(props: FieldProps) {
  const draft = useDraft(props);
  const { column } = props;
  const link = follow(column.type, draft.cell.value);
  return (
    <>
      <div className={css.line}>
        <input
          id={props.id}
          className={css.control}
          value={draft.text}
          inputMode={MODES[column.type]}
          readOnly={props.locked}
          autoComplete="off"
          spellCheck={column.type === 'text'}
          aria-describedby={props.describedBy}
          onChange={(event) => draft.type(event.target.value)}
          onFocus={draft.onFocus}
          onBlur={draft.onBlur}
          onKeyDown={(event) => draft.onKeyDown(event, true)}
        />
        {link ? (
          <a
            className={css.follow}
            href={link.href}
            aria-label={link.label}
            data-tip={link.label}
            {...(column.type === 'url' ? { target: '_blank', rel: 'noreferrer noopener' } : {})}
          >
            <link.Icon size={14} aria-hidden />
          </a>
        ) : null}
      </div>
      <Overtaken show={draft.overtaken} now={draft.cell.shown} />
    </>
  );
}
