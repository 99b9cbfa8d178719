import type { Channel } from '#wasl/contracts';
import type { Localized } from '#wasl/kernel';
import type { Dimension } from './breakdown.js';

/** Headings of the first column. */
export const DIMENSION_NAMES: Record<Dimension, Localized> = {
  queue: { ar: 'قائمة الانتظار', en: 'Queue' },
  channel: { ar: 'القناة', en: 'Channel' },
  entity: { ar: 'الجهة', en: 'Entity' },
  service: { ar: 'الخدمة', en: 'Service' },
  agent: { ar: 'الموظف', en: 'Agent' },
};

export const NO_SERVICE_NAMES: Localized = { ar: 'بلا خدمة', en: 'Of no service' };

export const CHANNEL_NAMES: Record<Channel, Localized> = {
  phone: { ar: 'هاتف', en: 'Phone' },
  email: { ar: 'بريد إلكتروني', en: 'Email' },
  web: { ar: 'الموقع الإلكتروني', en: 'Web' },
  mobile: { ar: 'تطبيق الهاتف', en: 'Mobile' },
  counter: { ar: 'مركز خدمة', en: 'Counter' },
  chat: { ar: 'محادثة', en: 'Chat' },
  open311: { ar: 'Open311', en: 'Open311' },
  api: { ar: 'نظام آخر', en: 'Another system' },
};
