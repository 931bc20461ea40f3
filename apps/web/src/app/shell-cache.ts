/** In the built app, keeps the page's own files for opening without a network. Data is never kept there. */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').catch(() => {
      // Private windows and insecure addresses have no workers: the app works, it only needs the network to open.
    });
  });
}
