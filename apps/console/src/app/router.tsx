import { createBrowserRouter, Navigate } from 'react-router';
import { SignedIn } from './SignedIn.js';
import { NotFound, PageFailed } from './PageFailed.js';

export const router = createBrowserRouter([
  {
    element: <SignedIn />,
    errorElement: <PageFailed />,
    hydrateFallbackElement: <></>,
    children: [
      { index: true, element: <Navigate to="/tickets" replace /> },
      {
        path: 'tickets/:number?',
        lazy: async () => ({ Component: (await import('../tickets/TicketsPage.js')).TicketsPage }),
      },
      {
        path: 'reports',
        lazy: async () => ({ Component: (await import('../reports/ReportsPage.js')).ReportsPage }),
      },
      { path: 'board', lazy: async () => ({ Component: (await import('../board/BoardPage.js')).BoardPage }) },
      {
        path: 'admin/api-keys',
        lazy: async () => ({ Component: (await import('../admin/ApiKeysPage.js')).ApiKeysPage }),
      },
      { path: '*', element: <NotFound /> },
    ],
  },
]);
