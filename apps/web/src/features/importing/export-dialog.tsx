import type { ExportInput } from '@crm/shared/contract/fundraising';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { z } from 'zod';
import { errorSentence } from '../../app/errors.ts';
import { api, rpc } from '../../rpc.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Problem } from '../../ui/states.tsx';
import css from './export-dialog.module.css';

type Format = z.infer<typeof ExportInput>['format'];

const FORMATS: { format: Format; name: string; words: string }[] = [
  {
    format: 'csv',
    name: 'CSV',
    words:
      'For Excel, Numbers and Google Sheets. A text that a spreadsheet would run as a formula is made harmless.',
  },
  {
    format: 'airtable',
    name: 'CSV as Airtable writes it',
    words:
      'The same bytes as an export of Airtable, for programs that read those. Texts stay exactly as they are.',
  },
  {
    format: 'json',
    name: 'JSON',
    words:
      'Columns with their types, investors and contacts with their ids, for other programs and for keeping.',
  },
];

/** Saves the sheet, or what a view shows of it, as a file. */
export function ExportDialog(props: { open: boolean; onOpenChange(open: boolean): void }) {
  const [format, setFormat] = useState<Format>('csv');
  const [viewId, setViewId] = useState('');
  const name = useId();
  const views = useQuery(api.views.list.queryOptions(undefined, { enabled: props.open }));
  const close = () => props.onOpenChange(false);
  const save = useMutation({
    mutationFn: () => rpc.fundraising.export.query({ format, ...(viewId === '' ? {} : { viewId }) }),
    onSuccess: ({ fileName, mime, text }) => {
      saveFile(fileName, text, mime);
      announce(`${fileName} is saved`);
      close();
    },
  });
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title="Export the sheet"
      description="Archived investors and deleted columns are left out."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button variant="primary" busy={save.isPending} onClick={() => save.mutate()}>
            Save the file
          </Button>
        </>
      }
    >
      <div className={css.form}>
        {save.error ? <Problem>{errorSentence(save.error)}</Problem> : null}
        <Field label="What">
          <Select value={viewId} onChange={(event) => setViewId(event.target.value)}>
            <option value="">The whole sheet</option>
            {views.data?.map((view) => (
              <option key={view.id} value={view.id}>
                What “{view.name}” shows
              </option>
            ))}
          </Select>
        </Field>
        <fieldset className={css.formats}>
          <legend className={css.legend}>As</legend>
          {FORMATS.map((one) => (
            <label key={one.format} className={css.format}>
              <input
                type="radio"
                name={name}
                checked={format === one.format}
                onChange={() => setFormat(one.format)}
              />
              <span>
                <span className={css.name}>{one.name}</span>
                <span className={css.words}>{one.words}</span>
              </span>
            </label>
          ))}
        </fieldset>
      </div>
    </Dialog>
  );
}
