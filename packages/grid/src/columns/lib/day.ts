import { tzOffset } from '@date-fns/tz/tzOffset';

const DAY_MS = 86_400_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01 of a calendar day `YYYY-MM-DD`; null when the text is no such day. */
export function dayNumber(day: string): number | null {
  const match = DAY.exec(day);
  if (!match) return null;
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Days since 1970-01-01; null when there is no such day (30 February). Years 1 to 9999. */
export function dayOf(year: number, month: number, day: number): number | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCDate() === day ? Math.round(date.getTime() / DAY_MS) : null;
}

/** `YYYY-MM-DD` of a day number. */
export function dayText(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The day `months` later or earlier; the last day of the month where that month is shorter. */
export function addMonths(number: number, months: number): number {
  const date = new Date(number * DAY_MS);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return first / DAY_MS + Math.min(date.getUTCDate(), last) - 1;
}

/** The Monday of the day's week: weeks are Monday to Sunday everywhere in the program. */
export function weekStart(number: number): number {
  return number - ((((number + 3) % 7) + 7) % 7);
}

/** The calendar day on which an instant falls in a zone, as a day number. */
export function dayIn(timeZone: string, instant: number): number {
  return Math.floor((instant + offsetMs(timeZone, instant)) / DAY_MS);
}

/**
 * The instant (ms since 1970) of a wall-clock time: `local` is that time as if it were UTC. Of a time that occurs twice the
 * first is taken; one that a clock change skips is moved past the gap.
 */
export function instantOf(timeZone: string, local: number): number {
  const early = local - offsetMs(timeZone, local - DAY_MS);
  if (early + offsetMs(timeZone, early) === local) return early;
  const late = local - offsetMs(timeZone, local + DAY_MS);
  if (late + offsetMs(timeZone, late) === local) return late;
  return early;
}

/** The instant at which a day begins in a zone. */
export function dayStart(timeZone: string, day: number): number {
  return instantOf(timeZone, day * DAY_MS);
}

/** The wall-clock time of an instant in a zone, as if it were UTC. */
export function localTime(timeZone: string, instant: number): number {
  return instant + offsetMs(timeZone, instant);
}

function offsetMs(timeZone: string, instant: number): number {
  const minutes = tzOffset(timeZone, new Date(instant));
  return Number.isNaN(minutes) ? 0 : minutes * 60_000;
}
