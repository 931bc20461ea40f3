import { AppError } from '@crm/shared';
import { MAX_IMPORT_BYTES } from '@crm/shared/contract/importing';

/** The text of a file, and what about its bytes is worth a word. */
export interface DecodedFile {
  readonly text: string;
  readonly warnings: readonly string[];
}

/**
 * The text of a CSV file; a byte order mark is taken off. Throws an `AppError` whose message is one clear sentence when the
 * file is empty, too large, no text, or not in UTF-8.
 */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  if (bytes.length > MAX_IMPORT_BYTES) {
    const size = Math.ceil(bytes.length / 1024 / 1024);
    const most = MAX_IMPORT_BYTES / 1024 / 1024;
    throw new AppError('TOO_LARGE', `The file has ${size} MB; at most ${most} MB can be imported at once.`);
  }
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) {
    throw bad('This is an Excel workbook or an archive, not a CSV file: save it as “CSV UTF-8” first.');
  }
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw bad('The file is in UTF-16: save it as “CSV UTF-8” first.');
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    throw bad(`Line ${lineOf(bytes, nul)} holds a NUL character: the file is damaged or not a text.`);
  }
  const text = decodeUtf8(bytes);
  if (text.trim() === '') throw bad('The file is empty.');
  return { text, warnings: warningsOf(text) };
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw bad(
      'The file is not in UTF-8, so its letters cannot be told for certain: save it as “CSV UTF-8” first.',
    );
  }
}

function lineOf(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i += 1) if (bytes[i] === 10) line += 1;
  return line;
}

/** Airtable ends rows with LF and writes none after the last: anything else has been through another program. */
function warningsOf(text: string): string[] {
  if (!text.includes('\r\n') && !text.endsWith('\n')) return [];
  return [
    'The line ends are not those of an Airtable export: the file may have been saved again by a program that changes dates and numbers.',
  ];
}

/** A refusal of the file as it is. */
export function bad(message: string): AppError {
  return new AppError('BAD_INPUT', message);
}
