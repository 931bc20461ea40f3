import type { Column } from '@crm/shared';
import { COMPUTED_TYPES } from '@crm/shared';
import type { ColumnMapping } from '@crm/shared/contract/importing';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useMe } from '../../../app/session.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/button.tsx';
import { LoadingLines } from '../../../ui/progress.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { useFileDrop } from '../choose/use-file-drop.ts';
import { CHOOSE, checkPath } from '../parts/address.ts';
import { changeDraft, type Draft } from '../parts/draft.ts';
import { Notice } from '../parts/notice.tsx';
import { StepHeading } from '../parts/step-heading.tsx';
import { Part, StepPage } from '../parts/step-page.tsx';
import parts from '../parts/parts.module.css';
import { count } from '../parts/words.ts';
import { checkMapping, isReady } from './check-mapping.ts';
import { ColumnRow } from './column-row.tsx';
import css from './column-row.module.css';
import { MergeKey } from './merge-key.tsx';
import { PreviewTable } from './preview-table.tsx';
import { sheetColumnsQuery } from './sheet-columns.ts';
import { givesNames, nameColumn } from './targets.ts';

const NONE: Column[] = [];

/** The second step: what the columns of the file are, where they go, and how rows are known again. */
export function MappingStep({ draft }: { draft: Draft }) {
  const { begun, mapping, mergeKey } = draft;
  const { workspace } = useMe();
  const [, navigate] = useLocation();
  const [strict, setStrict] = useState(false);
  const sheet = useQuery(sheetColumnsQuery);
  useFileDrop(null);
  const all = sheet.data ?? NONE;
  const columns = useMemo(
    () => all.filter(({ deletedAt, type }) => deletedAt === null && !COMPUTED_TYPES.has(type)),
    [all],
  );
  const columnsById = useMemo(
    () => new Map<string, Column>(columns.map((column) => [column.id, column])),
    [columns],
  );
  const problems = useMemo(
    () => checkMapping(begun.columns, mapping, mergeKey, all),
    [begun.columns, mapping, mergeKey, all],
  );
  const change = useCallback((index: number, next: ColumnMapping) => {
    changeDraft(({ mapping: now }) => ({ mapping: now.map((one, i) => (i === index ? next : one)) }));
  }, []);

  const open =
    problems.columns.filter((problem) => problem !== null).length + (problems.key === null ? 0 : 1);
  const goOn = () => {
    if (isReady(problems)) return navigate(checkPath(begun.id));
    setStrict(true);
    announce(problems.whole ?? `${count(open, 'thing needs', 'things need')} an answer first`, 'assertive');
    const first = problems.columns.findIndex((problem) => problem !== null);
    focusIn(first >= 0 ? `import-column-${first}` : 'import-merge-key');
  };

  return (
    <StepPage
      actions={
        <>
          <Link href={CHOOSE}>Choose another file</Link>
          {open > 0 ? (
            <span className={parts.actionNote}>{count(open, 'thing needs', 'things need')} an answer</span>
          ) : null}
          <Button variant="primary" disabled={!sheet.data} onClick={goOn}>
            Check what will change
          </Button>
        </>
      }
    >
      <StepHeading title={begun.fileName}>
        {count(begun.rows, 'row', 'rows')}, {count(begun.columns.length, 'column', 'columns')}. Say where each
        column goes; nothing is changed yet.
      </StepHeading>
      {begun.warnings.map((warning) => (
        <Notice key={warning} tone="attention">
          {warning}
        </Notice>
      ))}
      {problems.whole === null ? null : <Notice tone="danger">{problems.whole}</Notice>}
      {sheet.data ? (
        <>
          <MergeKey
            columns={begun.columns}
            mapping={mapping}
            mergeKey={mergeKey}
            rows={begun.rows}
            keys={draft.keys}
            problem={problems.key}
            onChange={(key) => changeDraft(() => ({ mergeKey: key }))}
          />
          {givesNames(mapping, all) ? null : (
            <Notice tone="attention">
              No column goes to “{nameColumn(all)?.name}”, so new investors would have no name in the sheet.
            </Notice>
          )}
          <Part title="Columns">
            <div>
              <div className={css.head} aria-hidden="true">
                <span>In the file</span>
                <span>Seems to be</span>
                <span>Goes to</span>
              </div>
              <ul className={css.list}>
                {begun.columns.map((column) => (
                  <ColumnRow
                    key={column.index}
                    column={column}
                    proposed={begun.mapping[column.index]}
                    mapping={mapping[column.index] ?? SKIP}
                    columns={columns}
                    columnsById={columnsById}
                    rows={begun.rows}
                    selects={begun.columns.length}
                    isKey={column.index === mergeKey}
                    currency={workspace.currency}
                    problem={problems.columns[column.index] ?? null}
                    strict={strict}
                    onChange={change}
                  />
                ))}
              </ul>
            </div>
          </Part>
          {begun.preview.length > 0 ? (
            <Part
              title={begun.rows > begun.preview.length ? `First ${begun.preview.length} rows` : 'All rows'}
            >
              <PreviewTable columns={begun.columns} rows={begun.preview} />
            </Part>
          ) : null}
        </>
      ) : sheet.error ? (
        <ErrorState title="The columns of the sheet could not be read" onRetry={() => void sheet.refetch()}>
          <p>Your choices are kept. Check the connection and try again.</p>
        </ErrorState>
      ) : (
        <LoadingLines label="Reading the columns of the sheet" lines={8} />
      )}
    </StepPage>
  );
}

const SKIP: ColumnMapping = { to: 'skip' };

/** Goes to the first thing to be answered in a part of the page. */
function focusIn(id: string): void {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: 'center' });
  const wanted =
    part?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
    part?.querySelector<HTMLElement>('input[type="radio"]') ??
    part?.querySelector<HTMLElement>('select, input');
  wanted?.focus({ preventScroll: true });
}
