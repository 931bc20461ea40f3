import { Download, FileClock } from 'lucide-react';
import { Link } from 'wouter';
import { useMe } from '../../../app/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Part, StepPage } from '../parts/step-page.tsx';
import { importPath } from '../parts/address.ts';
import { useDraft } from '../parts/draft.ts';
import { Notice } from '../parts/notice.tsx';
import { StepHeading } from '../parts/step-heading.tsx';
import { count } from '../parts/words.ts';
import { DropZone } from './drop-zone.tsx';
import { ImportList } from './import-list.tsx';
import { useUpload } from './use-upload.ts';

/** The first step: a file, or an import of before. */
export function ChooseStep(props: { onExport(): void }) {
  const { me } = useMe();
  const draft = useDraft(me.id);
  const { upload, send, cancel } = useUpload();
  return (
    <StepPage>
      <StepHeading title="Import investors from a file">
        Bring a table over from Airtable or a spreadsheet, or bring a newer copy of one: rows that are here
        already are updated, not doubled.
      </StepHeading>
      {draft && upload.state !== 'sending' ? (
        <Notice end={<Link href={importPath(draft.begun.id)}>Continue</Link>}>
          “{draft.begun.fileName}” with {count(draft.begun.rows, 'row', 'rows')} is opened and not imported
          yet.
        </Notice>
      ) : null}
      <DropZone upload={upload} onFiles={send} onCancel={cancel} />
      <Part title="Imports so far">
        <ImportList />
      </Part>
      <Part
        title="Export"
        note="The whole sheet, or what a view shows of it, as CSV or JSON."
        end={
          <Button icon={<Download size={16} aria-hidden />} onClick={props.onExport}>
            Export the sheet
          </Button>
        }
      >
        {null}
      </Part>
    </StepPage>
  );
}

/** For an import whose choices this tab no longer has: the file is opened once more. */
export function ReopenStep(props: { title: string; words: string }) {
  const { upload, send, cancel } = useUpload();
  return (
    <StepPage>
      <StepHeading title={props.title} end={<FileClock size={24} aria-hidden />}>
        {props.words}
      </StepHeading>
      <DropZone upload={upload} onFiles={send} onCancel={cancel} />
    </StepPage>
  );
}
