import { ChevronRight } from 'lucide-react';
import { Badge } from '../../../ui/badge.tsx';
import type { CardFacts } from './card-facts.ts';
import css from './cards.module.css';

/** Height of a card with the gap under it, in pixels: all are alike, so that a list of any length scrolls at once. */
export const CARD_HEIGHT = 116;

/** One investor as a card. */
export function Card(props: {
  facts: CardFacts;
  /** Its place in the list, from 0, and how many there are. */
  index: number;
  count: number;
  /** Whether Tab leads here. */
  active: boolean;
  onFocus: () => void;
  onOpen: () => void;
}) {
  const { facts } = props;
  const funds = facts.funds.slice(0, 2);
  const more = facts.funds.length - funds.length;
  return (
    <li
      className={css.slot}
      style={{ top: props.index * CARD_HEIGHT, height: CARD_HEIGHT }}
      aria-setsize={props.count}
      aria-posinset={props.index + 1}
    >
      <button
        type="button"
        className={css.card}
        data-card={props.index}
        tabIndex={props.active ? 0 : -1}
        onFocus={props.onFocus}
        onClick={props.onOpen}
      >
        <span className={css.head}>
          <span className={css.name}>{facts.name || 'Investor without a name'}</span>
          <span className={css.lists}>
            {facts.lists.slice(0, 2).map((list) => (
              <Badge key={list.text} hue={list.hue ?? 'gray'}>
                {list.text}
              </Badge>
            ))}
            {facts.lists.length > 2 ? <span className={css.faint}>+{facts.lists.length - 2}</span> : null}
          </span>
          <ChevronRight className={css.chevron} size={16} aria-hidden />
        </span>
        <span className={css.step}>
          {facts.nextStep || <span className={css.faint}>No next step</span>}
          {facts.owner ? <span className={css.owner}> · {facts.owner}</span> : null}
        </span>
        <span className={css.funds}>
          {funds.map((one) => (
            <span key={one.fund} className={css.fund} title={`${one.fund}: ${one.exact}, ${one.status}`}>
              <span className={css.fundName}>{one.fund}</span>
              <span>{one.short}</span>
              <span className={css.faint}>{one.status}</span>
            </span>
          ))}
          {more > 0 ? <span className={css.faint}>+{more}</span> : null}
        </span>
      </button>
    </li>
  );
}
