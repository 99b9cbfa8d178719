import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { queryKeys } from '../api/query-keys.js';
import { queryClient } from '../api/query-client.js';
import type { Ticket } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { switchLanguage } from '../i18n/i18n.js';
import { LANGUAGE_NAMES } from '../i18n/languages.js';
import { usePermission } from '../session/session.js';
import { useTabs } from '../tickets/tabs.js';
import { useOfferedViews } from '../tickets/use-offered-views.js';
import { viewParam, useListSettings, type View } from '../tickets/views.js';
import type { Action } from '../ui/actions.js';

/** Global navigation actions: open tickets, lists, pages, and the other language. */
export function useNavigationActions(): () => Action[] {
  const { t } = useTranslation();
  const { language, localized } = useFormats();
  const navigate = useNavigate();
  const { views, queues } = useOfferedViews();
  const mayWatch = usePermission('board.read');
  const mayReadCalls = usePermission('call.log');
  const mayReport = usePermission('report.read');
  const mayAdminister = usePermission('admin.users');
  const mayRefer = usePermission('referral.send');
  const mayWorkReferrals = usePermission('referral.work');
  const mayAudit = usePermission('audit.read');
  const other = language === 'ar' ? 'en' : 'ar';
  const go = (to: string) => () => void navigate(to);
  const list = (view: View, name: string): Action => ({
    label: t('palette.list', { name }),
    icon: 'inbox',
    run: () => {
      useListSettings.setState({ search: '' });
      void navigate(`/tickets?view=${encodeURIComponent(viewParam(view))}`);
    },
  });
  return () => [
    ...useTabs.getState().numbers.map((number): Action => {
      const subject = queryClient.getQueryData<Ticket>(queryKeys.ticket(number))?.subject ?? '';
      const isolated = `\u2066${number}\u2069 \u2068${subject}\u2069`;
      return {
        label: t('palette.openTicket', { number: isolated }),
        icon: 'ticket',
        run: go(`/tickets/${number}`),
      };
    }),
    ...views.map(({ view, name }) => list(view, name)),
    ...queues.map((queue) => list({ name: 'queue', key: queue.key }, localized(queue.name))),
    ...(mayRefer || mayWorkReferrals
      ? [{ label: t('referral.title'), icon: 'refer' as const, run: go('/referrals') }]
      : []),
    ...(mayWatch ? [{ label: t('palette.board'), icon: 'board' as const, run: go('/board') }] : []),
    ...(mayReadCalls ? [{ label: t('callLog.title'), icon: 'phone' as const, run: go('/calls') }] : []),
    ...(mayReport ? [{ label: t('palette.reports'), icon: 'chart' as const, run: go('/reports') }] : []),
    ...(mayAdminister ? [{ label: t('palette.admin'), icon: 'people' as const, run: go('/admin') }] : []),
    ...(mayAudit && !mayAdminister
      ? [{ label: t('admin.page.audit'), icon: 'history' as const, run: go('/admin/audit') }]
      : []),
    { label: t('palette.account'), icon: 'person', run: go('/account') },
    { label: LANGUAGE_NAMES[other], icon: 'web', run: () => void switchLanguage(other) },
  ];
}
