export type ZoneGroup = { region: string; zones: { id: string; label: string }[] };

/** The zone's distance from UTC on a day, e.g. `GMT+05:30`. */
function offsetOf(zone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longOffset',
  }).formatToParts(at);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  return name === 'GMT' ? 'GMT+00:00' : name;
}

/**
 * Every zone by region, each with its city and its present distance from UTC.
 * @param ids IANA names; `chosen` is added when it is not among them (an older name, or UTC)
 */
export function zoneGroups(ids: readonly string[], chosen: string, at: Date): ZoneGroup[] {
  const all = new Set([...ids, 'UTC', ...(chosen ? [chosen] : [])]);
  const groups = Map.groupBy([...all].toSorted(), (id) =>
    id.includes('/') ? (id.split('/')[0] ?? id) : 'Other',
  );
  return [...groups].map(([region, zones]) => ({
    region,
    zones: zones.map((id) => {
      const city = id.split('/').slice(1).toReversed().join(', ').replaceAll('_', ' ');
      return { id, label: `${city || id} (${offsetOf(id, at)})` };
    }),
  }));
}
