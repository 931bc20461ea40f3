import type { CellValue, ColumnOptions } from '@crm/shared';
import type { ColumnContext, ParseResult } from '../types.ts';
import { formatDay, parseDay } from './date-text.ts';
import { dayIn, dayText, instantOf, localTime } from './day.ts';
import { shorten } from './money.ts';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})$/i;
const TIME = /^(.*?)[ ,T]\s*(\d{1,2})(?:[:.](\d{2}))?(?::(\d{2})(?:\.(\d{1,3}))?)?\s*([ap]\.?m\.?)?$/i;
/** Letters behind a time that are no am or pm: the exporter's own language, e.g. `2:30siang`. */
const OTHER_LANGUAGE =
  /\d{1,2}:\d{2}(?::\d{2})?\s*(?![ap]\.?m)[^\d\s:.+Z-]+|[^\d\s:,./+-]+\s*\d{1,2}:\d{2}/iu;

/** The zone in which a column's times are read and shown. */
export function zoneOf(options: ColumnOptions, ctx: ColumnContext): string {
  return options.timeZone ?? ctx.timeZone;
}

/** Milliseconds of the instant a cell holds; null when it holds none. */
export function instantMs(value: CellValue): number | null {
  if (typeof value !== 'string') return null;
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? null : ms;
}

/** Reads a date with a time. With an offset it is that instant, else the time is read in the column's zone. */
export function parseInstant(text: string, options: ColumnOptions, ctx: ColumnContext): ParseResult {
  const s = text.trim().replace(/[\u00a0\u202f]/g, ' ');
  if (s === '') return { ok: true, value: null };
  const refused = { ok: false, reason: `“${shorten(text)}” is not a date with a time.` } as const;
  if (INSTANT.test(s)) {
    const ms = Date.parse(s.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
    return Number.isNaN(ms) ? refused : { ok: true, value: new Date(ms).toISOString() };
  }
  const zone = zoneOf(options, ctx);
  const today = dayIn(zone, ctx.now.getTime());
  if (s.toLowerCase() === 'now') return { ok: true, value: ctx.now.toISOString() };
  const format = options.dateFormat ?? 'local';
  const time = TIME.exec(s);
  const dated = time ? parseDay((time[1] ?? '').replace(/,$/, ''), format, ctx.locale, today) : null;
  if (!time || !dated?.ok) {
    const day = parseDay(s, format, ctx.locale, today);
    if (day.ok) return at(day.day, 0, zone, day.guessed);
    return OTHER_LANGUAGE.test(s)
      ? {
          ok: false,
          reason: `“${shorten(text)}” names the part of the day in another language; write am or pm.`,
        }
      : refused;
  }
  const ms = timeOfDay(time[2], time[3], time[4], time[5], time[6]);
  return ms === null ? refused : at(dated.day, ms, zone, dated.guessed);
}

function at(day: number, ms: number, zone: string, guessed: boolean): ParseResult {
  const value = new Date(instantOf(zone, day * 86_400_000 + ms)).toISOString();
  return guessed ? { ok: true, value, note: 'The year was not written.' } : { ok: true, value };
}

function timeOfDay(
  hours: string | undefined,
  minutes: string | undefined,
  seconds = '0',
  fraction = '0',
  half: string | undefined,
): number | null {
  // “12” alone may be anything; “12 pm” is a time.
  if (minutes === undefined && half === undefined) return null;
  let h = Number(hours);
  const m = Number(minutes ?? '0');
  if (half) {
    if (h < 1 || h > 12) return null;
    h = (h % 12) + (/^p/i.test(half) ? 12 : 0);
  }
  if (h > 23 || m > 59 || Number(seconds) > 59) return null;
  return ((h * 60 + m) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
}

/** The instant in the column's zone, as its date and time formats write it. */
export function formatInstant(value: CellValue, options: ColumnOptions, ctx: ColumnContext): string {
  const ms = instantMs(value);
  if (ms === null) return '';
  const local = new Date(localTime(zoneOf(options, ctx), ms)).toISOString();
  const day = formatDay(local.slice(0, 10), options.dateFormat ?? 'local', ctx.locale);
  const hours = Number(local.slice(11, 13));
  const minutes = local.slice(14, 16);
  if (options.timeFormat !== '12hour') return `${day} ${local.slice(11, 16)}`;
  return `${day} ${hours % 12 || 12}:${minutes}${hours < 12 ? 'am' : 'pm'}`;
}

/** `YYYY-MM-DD HH:mm` in the column's zone; the bare instant where that would not give the same one back. */
export function instantText(value: CellValue, options: ColumnOptions, ctx: ColumnContext): string {
  const ms = instantMs(value);
  if (ms === null) return '';
  const zone = zoneOf(options, ctx);
  const local = localTime(zone, ms);
  if (ms % 60_000 !== 0 || instantOf(zone, local) !== ms) return new Date(ms).toISOString();
  return `${dayText(Math.floor(local / 86_400_000))} ${new Date(local).toISOString().slice(11, 16)}`;
}
