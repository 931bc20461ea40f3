import { ImportId, newId } from '@crm/shared';
import { describe, expect, it } from 'vitest';
import { checkPath, importPath, placeOf } from './address.ts';

const id = newId(ImportId);

describe('placeOf', () => {
  it('reads what the paths were made of', () => {
    expect(placeOf('/import')).toEqual({ at: 'choose', exporting: false });
    expect(placeOf('/import/')).toEqual({ at: 'choose', exporting: false });
    expect(placeOf('/import/export')).toEqual({ at: 'choose', exporting: true });
    expect(placeOf(importPath(id))).toEqual({ at: 'import', id, checking: false });
    expect(placeOf(checkPath(id))).toEqual({ at: 'import', id, checking: true });
  });

  it.each(['/import/nothing', `/import/${id}/other`, `/import/${id}/check/more`, '/import/export/more'])(
    'knows no %s',
    (path) => expect(placeOf(path)).toEqual({ at: 'nowhere' }),
  );
});
