import type { Localized } from '#wasl/kernel';

/** Stands for the link until the mail leaves: a mail that waits holds nothing with which one could get in. */
export const LINK_PLACE = 'https://link.invalid/set-password';

/** From whom staff are told about their own accounts. */
export const STAFF_SENDER: Localized = { ar: 'وصل', en: 'Wasl' };
