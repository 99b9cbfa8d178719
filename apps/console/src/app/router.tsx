import { createBrowserRouter } from 'react-router';
import { withTexts } from '../i18n/i18n.js';
import { Home } from './Home.js';
import { SignedIn } from './SignedIn.js';
import { NotFound, PageError } from './PageError.js';

export const router = createBrowserRouter([
  {
    path: 'set-password',
    errorElement: <PageError />,
    hydrateFallbackElement: <></>,
    lazy: async () => ({ Component: (await withTexts(import('../session/SetPassword.js'))).SetPassword }),
  },
  {
    path: 'setup',
    errorElement: <PageError />,
    hydrateFallbackElement: <></>,
    lazy: async () => ({ Component: (await withTexts(import('../session/SetupPage.js'))).SetupPage }),
  },
  {
    path: 'counter/receipt/:id',
    errorElement: <PageError />,
    hydrateFallbackElement: <></>,
    lazy: async () => ({ Component: (await withTexts(import('../counter/ReceiptPage.js'))).ReceiptPage }),
  },
  {
    element: <SignedIn />,
    errorElement: <PageError />,
    hydrateFallbackElement: <></>,
    children: [
      { index: true, element: <Home /> },
      {
        path: 'tickets/:number?',
        lazy: async () => ({ Component: (await import('../tickets/TicketsPage.js')).TicketsPage }),
      },
      {
        path: 'referrals/:id?',
        lazy: async () => ({ Component: (await import('../referrals/ReferralsPage.js')).ReferralsPage }),
      },
      {
        path: 'reports',
        lazy: async () => ({ Component: (await import('../reports/ReportsPage.js')).ReportsPage }),
      },
      {
        path: 'calls',
        lazy: async () => ({ Component: (await import('../calls/CallLogPage.js')).CallLogPage }),
      },
      {
        path: 'counter',
        lazy: async () => ({ Component: (await import('../counter/CounterPage.js')).CounterPage }),
      },
      { path: 'board', lazy: async () => ({ Component: (await import('../board/BoardPage.js')).BoardPage }) },
      {
        path: 'account',
        lazy: async () => ({ Component: (await import('../account/AccountPage.js')).AccountPage }),
      },
      { path: 'admin', lazy: async () => (await import('../admin/routes.js')).administration },
      {
        path: 'admin/:page',
        lazy: async () => (await import('../admin/routes.js')).administration,
      },
      { path: '*', element: <NotFound /> },
    ],
  },
]);
