import { MAX_IMPORT_BYTES } from '@crm/shared/contract/importing';
import { fileSize } from '../parts/words.ts';

const MOST_MB = MAX_IMPORT_BYTES / 1024 / 1024;

/** Why what was dropped or picked cannot be sent at all, in one sentence; null when it can. The server judges the rest. */
export function fileProblem(files: readonly File[]): string | null {
  const [file] = files;
  if (!file) return 'That was not a file: drop a CSV file from a folder of your computer.';
  if (files.length > 1) return `Those were ${files.length} files: import one at a time.`;
  if (file.size > MAX_IMPORT_BYTES) {
    return `“${file.name}” has ${fileSize(file.size)}; at most ${MOST_MB} MB can be imported at once. Split it into several files.`;
  }
  if (file.name.length > 255) return 'The name of the file is too long: rename it.';
  return null;
}
