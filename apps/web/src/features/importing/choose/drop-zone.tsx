import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { Problem } from '../../../ui/states.tsx';
import { MAX_IMPORT_BYTES } from '@crm/shared/contract/importing';
import { fileSize } from '../parts/words.ts';
import css from './drop-zone.module.css';
import { useFileDrop } from './use-file-drop.ts';
import type { Upload } from './use-upload.ts';

/** Where a file is chosen or dropped; the whole window takes a dropped file. */
export function DropZone(props: { upload: Upload; onFiles(files: readonly File[]): void; onCancel(): void }) {
  const { upload, onFiles } = props;
  const input = useRef<HTMLInputElement>(null);
  const sending = upload.state === 'sending';
  const over = useFileDrop(sending ? null : onFiles);
  return (
    <div className={css.zone} data-over={over || undefined}>
      {upload.state === 'sending' ? (
        <div className={css.sending}>
          <Progress
            label={upload.file.name}
            {...(upload.share < 1 ? { value: upload.share, max: 1 } : {})}
            detail={
              upload.share < 1
                ? `${Math.round(upload.share * 100)} % of ${fileSize(upload.file.size)}`
                : `${fileSize(upload.file.size)}, looking at what is in it`
            }
          />
          <Button size="s" onClick={props.onCancel}>
            Cancel
          </Button>
        </div>
      ) : (
        <>
          <FileUp className={css.icon} size={24} aria-hidden />
          <p className={css.words}>
            {over ? 'Drop the file to open it' : 'Drop a CSV file anywhere on this page, or'}
          </p>
          <Button variant="primary" onClick={() => input.current?.click()}>
            Choose a file
          </Button>
          <p className={css.note}>
            As Airtable, Excel (“CSV UTF-8”) or Google Sheets write it, up to {MAX_IMPORT_BYTES / 1024 / 1024}{' '}
            MB. Nothing is changed before you have seen what would be.
          </p>
        </>
      )}
      {upload.state === 'failed' ? (
        <div className={css.failed}>
          <Problem>
            {upload.file ? `${upload.file.name} (${fileSize(upload.file.size)}): ` : null}
            {upload.sentence}
          </Problem>
          <p className={css.note}>
            Nothing was changed. Choose another file, or mend this one and choose it again.
          </p>
        </div>
      ) : null}
      <input
        ref={input}
        className={css.input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        aria-label="CSV file"
        tabIndex={-1}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file may be chosen again after it was mended.
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </div>
  );
}
