import { MAX_IMPORT_BYTES } from '@crm/shared/contract/importing';
import { describe, expect, it } from 'vitest';
import { fileProblem } from './file-problem.ts';

const file = (bytes: number, name = 'a.csv') => new File([new Uint8Array(bytes)], name);

describe('fileProblem', () => {
  it('lets a file pass, an empty one too: the server has the better sentence', () => {
    expect(fileProblem([file(10)])).toBeNull();
    expect(fileProblem([file(0)])).toBeNull();
    expect(fileProblem([file(MAX_IMPORT_BYTES)])).toBeNull();
  });

  it('says what is wrong before anything is sent', () => {
    expect(fileProblem([])).toMatch(/not a file/);
    expect(fileProblem([file(1), file(1)])).toMatch(/2 files/);
    expect(fileProblem([file(MAX_IMPORT_BYTES + 1)])).toMatch(/at most 10 MB/);
    expect(fileProblem([file(1, 'x'.repeat(256))])).toMatch(/name/);
  });
});
