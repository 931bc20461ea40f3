/** What a person typed as a contact's addresses. */
export type Addresses = { readonly addresses: readonly string[] } & (
  { readonly ok: true } | { readonly ok: false; readonly reason: string }
);

/** Reads addresses, one on each line or between commas; the same one twice, in whatever case, counts once. */
export function readAddresses(text: string): Addresses {
  const seen = new Set<string>();
  const addresses: string[] = [];
  for (const part of text.split(/[\s,;]+/)) {
    const address = part.replace(/^<|>$/g, '');
    if (address === '' || seen.has(address.toLowerCase())) continue;
    seen.add(address.toLowerCase());
    addresses.push(address);
  }
  const wrong = addresses.find((address) => !/^[^\s@]+@[^\s@]+$/.test(address) || address.length > 320);
  if (wrong !== undefined)
    return { ok: false, addresses, reason: `“${wrong.slice(0, 60)}” is not an e-mail address.` };
  if (addresses.length > 50) return { ok: false, addresses, reason: 'A contact has at most 50 addresses.' };
  return { ok: true, addresses };
}
