const DAY = 86_400_000;

const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The six weeks that show a month, as `YYYY-MM-DD`, from a Monday on. `day` is any day of the month. */
export function monthDays(day: string): string[] {
  const first = Date.parse(`${day.slice(0, 7)}-01T00:00:00Z`);
  const back = (new Date(first).getUTCDay() + 6) % 7;
  return Array.from({ length: 42 }, (_, i) => iso(first + (i - back) * DAY));
}

/** The day `by` days later. */
export function addDays(day: string, by: number): string {
  return iso(Date.parse(`${day}T00:00:00Z`) + by * DAY);
}

/** The same day `by` months later, or the month's last. */
export function addMonths(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + by);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return iso(date.getTime());
}
