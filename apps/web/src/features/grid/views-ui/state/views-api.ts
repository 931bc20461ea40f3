import type { View, ViewId } from '@crm/shared';
import type { CreateViewInput, DraftInput, SaveViewInput, UpdateViewInput } from '@crm/shared/contract/views';
import type { z } from 'zod';

/** What the views ask of the server. Every promise rejects when it was refused or not reached. */
export interface ViewsApi {
  /** Shared views and one's own, in order. */
  list(): Promise<readonly View[]>;
  create(input: z.infer<typeof CreateViewInput>): Promise<unknown>;
  update(input: z.infer<typeof UpdateViewInput>): Promise<unknown>;
  draft(input: z.infer<typeof DraftInput>): Promise<unknown>;
  save(input: z.infer<typeof SaveViewInput>): Promise<unknown>;
  remove(id: ViewId): Promise<unknown>;
  restore(id: ViewId): Promise<unknown>;
}
