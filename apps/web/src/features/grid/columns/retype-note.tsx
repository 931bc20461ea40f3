import type { RetypeCount } from './commands.ts';

/** What the change of type would do to what stands in the column. */
export function RetypeNote({ preview: { kept, changed, lost, samples } }: { preview: RetypeCount }) {
  return (
    <div className="g-note" role="status" data-tone={lost > 0 ? 'danger' : undefined}>
      <p>
        {kept.toLocaleString()} kept, {changed.toLocaleString()} changed,{' '}
        <strong>{lost.toLocaleString()} lost</strong>
        {lost > 0 ? '. You can undo this.' : '.'}
      </p>
      {samples.length > 0 ? (
        <ul>
          {samples.map(({ before, after }, i) => (
            <li key={`${i}${before}`}>
              <span>{before}</span> → {after === null ? <em>empty</em> : <span>{after}</span>}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
