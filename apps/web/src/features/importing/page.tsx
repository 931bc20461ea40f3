import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { NotFound } from '../../app/not-found.tsx';
import { useMe } from '../../app/session.ts';
import { TopBar } from '../../app/top-bar.tsx';
import { api } from '../../rpc.ts';
import { ChooseStep } from './choose/choose-step.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { CHOOSE, EXPORT, type ImportPlace, placeOf } from './parts/address.ts';
import { Steps } from './parts/steps.tsx';
import { Run } from './run.tsx';

/** Bringing tables in and taking the sheet out. The address says which import, and how far it is. */
export function ImportPage() {
  const { workspace } = useMe();
  const [path, navigate] = useLocation();
  const place = placeOf(path);
  useEffect(() => {
    document.title = `Import · ${workspace.name}`;
  }, [workspace.name]);
  if (place.at === 'nowhere') return <NotFound />;
  return (
    <>
      <TopBar
        title="Import"
        tabs={<StepsAt place={place} />}
        end={<Link href="/grid">Back to the sheet</Link>}
      />
      {place.at === 'choose' ? (
        <ChooseStep onExport={() => navigate(EXPORT)} />
      ) : (
        <Run key={place.id} id={place.id} checking={place.checking} />
      )}
      <ExportDialog
        open={place.at === 'choose' && place.exporting}
        onOpenChange={(open) => {
          if (!open) navigate(CHOOSE, { replace: true });
        }}
      />
    </>
  );
}

function StepsAt({ place }: { place: ImportPlace }) {
  return place.at === 'import' ? <StepsOf place={place} /> : <Steps at="File" />;
}

function StepsOf({ place }: { place: Extract<ImportPlace, { at: 'import' }> }) {
  // The page beneath asks; this only follows its answers.
  const run = useQuery(api.importing.status.queryOptions({ id: place.id }, { enabled: false }));
  const preparing = run.data === undefined || run.data.state === 'draft';
  if (run.data?.state === 'discarded') return <Steps at="File" />;
  return <Steps at={!preparing ? 'Receipt' : place.checking ? 'Check' : 'Columns'} />;
}
