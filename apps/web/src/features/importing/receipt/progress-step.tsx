import type { ImportStatus } from '@crm/shared/contract/importing';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { Progress } from '../../../ui/progress.tsx';
import { useFileDrop } from '../choose/use-file-drop.ts';
import { StepHeading } from '../parts/step-heading.tsx';
import { StepPage } from '../parts/step-page.tsx';
import { progressWords, rateOf, type Sample, withSample } from './pace.ts';

/** While an import is under way: how far it is. It goes on without this page. */
export function ProgressStep({ run, at }: { run: ImportStatus; at: number }) {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const { done, total } = run;
  useFileDrop(null);
  useEffect(() => setSamples((before) => withSample(before, { at, done })), [at, done]);
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
