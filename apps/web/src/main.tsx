import { QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { requireReload } from './app/reload.tsx';
import { keepShell } from './app/shell-cache.ts';
import { Routes } from './routes.tsx';
import { queryClient } from './rpc.ts';
import { LiveRegions } from './ui/live.tsx';
import { Toaster } from './ui/toast.tsx';
import { TooltipLayer } from './ui/tooltip-layer.tsx';
import './ui/tokens.css';
import './ui/base.css';

// The style elements that the dialogs write (scroll lock) carry the nonce of this page's policy.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
if (nonce) setNonce(nonce);

// A part that is gone from the server belongs to an older version than the one installed now.
window.addEventListener('vite:preloadError', (event) => {
  event.preventDefault();
  requireReload();
});

keepShell();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Routes />
      <Toaster />
      <LiveRegions />
      <TooltipLayer />
    </QueryClientProvider>
  </StrictMode>,
);
