import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { errorCode, errorSentence } from '../../../app/errors.ts';
import { checkSession, useMe } from '../../../app/session.ts';
import { queryClient } from '../../../rpc.ts';
import { announce } from '../../../ui/announce.ts';
import { defaultKey } from '../mapping/default-key.ts';
import { countKeys } from '../mapping/key-facts.ts';
import { withKnownAnswers } from '../mapping/questions.ts';
import { sheetColumnsQuery } from '../mapping/sheet-columns.ts';
import { withDistinctNames, withNames } from '../mapping/targets.ts';
import { importPath } from '../parts/address.ts';
import { keepDraft } from '../parts/draft.ts';
import { fileProblem } from './file-problem.ts';
import { base64Of, sendFile } from './upload.ts';

export type Upload =
  | { state: 'idle' }
  | { state: 'sending'; file: File; share: number }
  | { state: 'failed'; file: File | null; sentence: string };

/** Takes a file to the server and goes on to its columns, or says in one sentence why it cannot. */
export function useUpload() {
  const { me } = useMe();
  const [, navigate] = useLocation();
  const [upload, setUpload] = useState<Upload>({ state: 'idle' });
  const control = useRef<AbortController>(undefined);
  useEffect(() => () => control.current?.abort(), []);

  const fail = (file: File | null, sentence: string) => setUpload({ state: 'failed', file, sentence });

  const send = async (files: readonly File[]) => {
    control.current?.abort();
    const problem = fileProblem(files);
    const [file] = files;
    if (problem !== null || !file) return fail(null, problem ?? '');
    const { signal } = (control.current = new AbortController());
    setUpload({ state: 'sending', file, share: 0 });
    announce(`Reading ${file.name}`);
    try {
      const base64 = await base64Of(file).catch(() => null);
      if (signal.aborted) return;
      if (base64 === null) {
        return fail(file, `“${file.name}” cannot be read: it may have been moved, or it is a folder.`);
      }
      const onProgress = (share: number) => {
        if (!signal.aborted) setUpload({ state: 'sending', file, share });
      };
      const [begun, keys, columns] = await Promise.all([
        sendFile({ fileName: file.name, base64 }, { onProgress, signal }),
        countKeys(file),
        queryClient.fetchQuery(sheetColumnsQuery),
      ]);
      if (signal.aborted) return;
      const taken = columns.filter((column) => column.deletedAt === null).map(({ name }) => name);
      const named = withDistinctNames(withNames(begun.mapping, columns), taken);
      const mapping = withKnownAnswers(named, begun.columns, columns);
      const mergeKey = defaultKey(begun.mergeKey, begun.columns, mapping, columns);
      keepDraft({ user: me.id, begun, mapping, mergeKey, keys });
      navigate(importPath(begun.id));
    } catch (error) {
      if (signal.aborted) return;
      if (errorCode(error) === 'UNAUTHENTICATED') void checkSession();
      fail(file, errorSentence(error));
    }
  };
  const cancel = () => {
    control.current?.abort();
    setUpload({ state: 'idle' });
    announce('Cancelled');
  };
  return { upload, send: (files: readonly File[]) => void send(files), cancel };
}
