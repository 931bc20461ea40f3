import type { AppRouter } from '@crm/server/router';
import type { BeginOutput } from '@crm/shared/contract/importing';
import { createTRPCClient, httpLink } from '@trpc/client';
import type { z } from 'zod';

export type Begun = z.infer<typeof BeginOutput>;

/** A file's bytes as base64. Rejects when the file cannot be read, as when it was moved since. */
export function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve(url.slice(url.indexOf(',') + 1));
    };
    reader.onerror = () => reject(new Error('unreadable'));
    reader.readAsDataURL(file);
  });
}

/** Sends a file to be looked at; `onProgress` hears the share that has gone, 0 to 1. Nothing is changed by it. */
export function sendFile(
  input: { fileName: string; base64: string },
  options: { onProgress(share: number): void; signal: AbortSignal },
): Promise<Begun> {
  const link = httpLink({
    url: '/trpc',
    fetch: (url, init) =>
      post(
        url instanceof Request ? url.url : String(url),
        typeof init?.body === 'string' ? init.body : '',
        options,
      ),
  });
  return createTRPCClient<AppRouter>({ links: [link] }).importing.begin.mutate(input);
}

/** A request that tells how much of its body has gone, which `fetch` does not. */
function post(
  url: string,
  body: string,
  { onProgress, signal }: { onProgress(share: number): void; signal: AbortSignal },
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    signal.addEventListener('abort', abort, { once: true });
    request.open('POST', url);
    request.setRequestHeader('content-type', 'application/json');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => resolve(new Response(request.responseText, { status: request.status }));
    request.onerror = () => reject(new TypeError('The request did not arrive.'));
    request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'));
    request.onloadend = () => signal.removeEventListener('abort', abort);
    request.send(body);
  });
}
