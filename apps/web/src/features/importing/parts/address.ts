import { ImportId } from '@crm/shared';

/** Where in the import pages an address leads. */
export type ImportPlace =
  | { at: 'choose'; exporting: boolean }
  | { at: 'import'; id: ImportId; checking: boolean }
  | { at: 'nowhere' };

export const CHOOSE = '/import';
export const EXPORT = '/import/export';

/** The page of an import: its columns while it is prepared, then its progress, then its receipt. */
export function importPath(id: ImportId): string {
  return `${CHOOSE}/${id}`;
}

/** The dry run of an import. */
export function checkPath(id: ImportId): string {
  return `${CHOOSE}/${id}/check`;
}

/** Reads a path such as `/import/<id>/check`. */
export function placeOf(path: string): ImportPlace {
  const [, , first, second, ...rest] = path.replace(/\/+$/, '').split('/');
  if (first === undefined) return { at: 'choose', exporting: false };
  if (first === 'export' && second === undefined) return { at: 'choose', exporting: true };
  const id = ImportId.safeParse(first);
  const known = second === undefined || (second === 'check' && rest.length === 0);
  return id.success && known
    ? { at: 'import', id: id.data, checking: second === 'check' }
    : { at: 'nowhere' };
}
