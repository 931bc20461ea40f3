import { CircleAlert, Cloud, CloudOff, LoaderCircle, RotateCw } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import { announce } from '../../ui/announce.ts';
import { useGrid } from './model/use-model.ts';
import { statusWords } from './status-words.ts';

const ICONS = {
  saved: Cloud,
  saving: LoaderCircle,
  offline: CloudOff,
  attention: CircleAlert,
  reload: RotateCw,
  unsaved: CircleAlert,
} as const;

/** Whether edits are safe, in one word or two; opens the tray when something waits for an answer. */
export function StatusPill() {
  const model = useGrid();
  const key = useSyncExternalStore(
    (listener) => model.session.onStatus(listener),
    () => JSON.stringify(model.session.status()),
  );
  const status = model.session.status();
  const words = statusWords(status);
  useEffect(() => {
    if (status.state !== 'saving' && status.state !== 'saved')
      announce(words, status.state === 'unsaved' ? 'assertive' : 'polite');
  }, [words, status.state]);
  useEffect(() => {
    if (status.pending === 0) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [status.pending, key]);
  const Icon = ICONS[status.state];
  const detail = status.problem ?? (status.state === 'saved' ? 'All edits are on the server' : undefined);
  return (
    <button
      type="button"
      className="g-status-pill"
      data-state={status.state}
      data-tip={detail}
      aria-label={status.attention > 0 ? `${words}. Open what needs attention` : words}
      onClick={() => {
        if (status.state === 'reload') location.reload();
        else model.panel.set(model.panel.get()?.kind === 'tray' ? null : { kind: 'tray' });
      }}
    >
      <Icon size={14} aria-hidden />
      {words}
      {status.attention > 0 && status.state !== 'attention' ? (
        <span className="g-count">{status.attention}</span>
      ) : null}
    </button>
  );
}
