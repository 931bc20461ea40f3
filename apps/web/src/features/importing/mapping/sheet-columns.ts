import { Column } from '@crm/shared';
import { z } from 'zod';

/** The first line of the sheet's snapshot; only its columns are wanted here. */
const Head = z.object({ t: z.literal('meta'), columns: z.array(Column) });

/** The columns of the sheet, deleted ones too: the first line of the snapshot, whose rest is not fetched. */
export async function readSheetColumns(signal?: AbortSignal): Promise<Column[]> {
  const answer = await fetch('/sheet/snapshot', {
    credentials: 'same-origin',
    ...(signal ? { signal } : {}),
  });
  if (!answer.ok || !answer.body) throw new Error('The sheet could not be read.');
  const reader = answer.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      text += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const end = text.indexOf('\n');
      if (end >= 0 || done) return Head.parse(JSON.parse(end < 0 ? text : text.slice(0, end))).columns;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** How the columns are asked for by React Query. */
export const sheetColumnsQuery = {
  queryKey: ['importing', 'columns'],
  queryFn: ({ signal }: { signal: AbortSignal }) => readSheetColumns(signal),
  staleTime: 0,
};
