import { useSyncExternalStore } from 'react';
import { Avatar } from '../../ui/avatar.tsx';
import { useGrid } from './model/use-model.ts';
import { personHue } from './surface/chips.ts';

const MOST = 5;

/** Who else has the sheet open. A click goes to where they are. */
export function Here() {
  const model = useGrid();
  const key = useSyncExternalStore(
    (listener) => model.session.onPresence(listener),
    () =>
      model.session
        .presence()
        .map(({ clientId, userId, cell }) =>
          [clientId, model.context().person(userId)?.name, cell?.row, cell?.col].join(' '),
        )
        .join(),
  );
  if (key === '') return null;
  const people = [...new Map(model.session.presence().map((one) => [one.userId, one])).values()];
  return (
    <span className="g-here">
      {people.slice(0, MOST).map(({ userId, cell }) => {
        const name = model.context().person(userId)?.name ?? 'Someone';
        return (
          <button
            key={userId}
            type="button"
            data-tip={`${name} is here`}
            aria-label={`Go to where ${name} is`}
            onClick={() => cell && model.selectCell(cell.row, cell.col)}
          >
            <Avatar name={name} hue={personHue(userId)} size={24} />
          </button>
        );
      })}
      {people.length > MOST ? <span className="g-count">+{people.length - MOST}</span> : null}
    </span>
  );
}
