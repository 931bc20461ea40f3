import { MAX_VALUE_BYTES } from '@crm/shared';

const encoder = new TextEncoder();

/** Bytes of a value's JSON in UTF-8. */
export function jsonBytes(value: unknown): number {
  return encoder.encode(JSON.stringify(value)).length;
}

/** Whether a value is larger than a cell may hold (protocol §10). A short text is not encoded to find out. */
export function isTooLarge(value: unknown): boolean {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return false;
  if (typeof value === 'string' && value.length * 6 + 2 <= MAX_VALUE_BYTES) return false;
  return jsonBytes(value) > MAX_VALUE_BYTES;
}
