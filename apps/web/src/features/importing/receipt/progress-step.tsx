import type { ImportStatus } from '@crm/shared/contract/importing';
import { useState } from 'react';
import { Link } from 'wouter';
import { Progress } from '../../../ui/progress.tsx';
import { useFileDrop } from '../choose/use-file-drop.ts';
import { StepHeading } from '../parts/step-heading.tsx';
import { StepPage } from '../parts/step-page.tsx';
import { progressWords, rateOf, type Sample, withSample } from './pace.ts';

/** While an import is under way: how far it is. It goes on without this page. */
export function ProgressStep({ run, at }: { run: ImportStatus; at: number }) {
  const { done, total } = run;
  const [samples, setSamples] = useState<readonly Sample[]>([{ at, done }]);
  // Each answer of the server is one sample.
  if (samples.at(-1)?.at !== at) setSamples(withSample(samples, { at, done }));
  useFileDrop(null);
  return (
    <StepPage>
      <StepHeading title={`Importing ${run.fileName}`}>
        The sheet stays usable meanwhile, and you can leave this page: the import goes on, and you find it
        again under Import.
      </StepHeading>
      <Progress
        label="Rows"
        {...(total > 0 ? { value: done, max: total } : {})}
        detail={progressWords(done, total, rateOf(samples))}
      />
      <p>
        <Link href="/grid">Back to the sheet</Link>
      </p>
    </StepPage>
  );
}
