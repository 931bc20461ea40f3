import type { ImportId } from '@crm/shared';
import { useMutation } from '@tanstack/react-query';
import { errorSentence } from '../../../app/errors.ts';
import { rpc } from '../../../rpc.ts';
import { announce } from '../../../ui/announce.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { toast } from '../../../ui/toasts.ts';

/** Saves the rows of an import that were not taken whole as a CSV file, each with the reason. */
export function useRejectedDownload() {
  return useMutation({
    mutationFn: (id: ImportId) => rpc.importing.rejected.query({ id }),
    onSuccess: ({ fileName, text }) => {
      saveFile(fileName, text, 'text/csv;charset=utf-8');
      announce('The rows that were not imported are saved as a file');
    },
    onError: (error) =>
      toast({ title: 'The file was not saved', detail: errorSentence(error), tone: 'danger' }),
  });
}
