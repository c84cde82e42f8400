import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { invariant } from '../shared/assert.ts';
import { App } from './App.tsx';

const root = document.getElementById('root');
invariant(root, 'index.html has a root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
