import type { ImportId } from '@crm/shared';
import type { UndoOutput } from '@crm/shared/contract/importing';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { z } from 'zod';
import { errorSentence } from '../../../app/errors.ts';
import { api, queryClient, rpc } from '../../../rpc.ts';
import { announce } from '../../../ui/announce.ts';
import { Confirm } from '../../../ui/confirm.tsx';
import { Problem } from '../../../ui/states.tsx';
import { importPath } from '../parts/address.ts';
import { count } from '../parts/words.ts';

export type Undone = z.infer<typeof UndoOutput>;

/** Where what an undo did is kept for the receipt, until the page is reloaded. */
export const undoneKey = (id: ImportId) => ['importing', 'undone', id];

/** Asks before an import is taken back, takes it back, and goes to its receipt, which says what was left. */
export function UndoQuestion(props: { id: ImportId; fileName: string; onClose(): void }) {
  const { id } = props;
  const [, navigate] = useLocation();
  const undo = useMutation({
    mutationFn: () => rpc.importing.undo.mutate({ id }),
    onSuccess: (outcome) => {
      queryClient.setQueryData(undoneKey(id), outcome);
      announce(
        `The import is undone: ${count(outcome.reverted, 'change', 'changes')} taken back, ${outcome.skipped.length} left`,
      );
      props.onClose();
      navigate(importPath(id));
    },
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: api.importing.list.queryKey() }),
        queryClient.invalidateQueries({ queryKey: api.importing.status.queryKey({ id }) }),
      ]),
  });
  return (
    <Confirm
      open
      onOpenChange={props.onClose}
      title="Undo this import?"
      action="Undo the import"
      busy={undo.isPending}
      onConfirm={() => undo.mutate()}
    >
      <p>
        What “{props.fileName}” added is taken away, and what it changed gets its earlier value back.
        Investors and cells that somebody has edited since stay as they are, and are listed.
      </p>
      {undo.error ? <Problem>{errorSentence(undo.error)}</Problem> : null}
    </Confirm>
  );
}
