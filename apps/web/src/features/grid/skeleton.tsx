const ROWS = 18;
const WIDTHS = [180, 120, 90, 140, 100, 220];

/** The shape of the sheet before its first rows are here. */
export function Skeleton() {
  return (
    <div className="g-frame g-skeleton" role="status" aria-label="Opening the sheet">
      {Array.from({ length: ROWS }, (_, row) => (
        <div key={row} className="g-skeleton-row" aria-hidden>
          {WIDTHS.map((width, i) => (
            <span key={i} style={{ width: width - ((row * 37 + i * 23) % 50) }} />
          ))}
        </div>
      ))}
    </div>
  );
}
