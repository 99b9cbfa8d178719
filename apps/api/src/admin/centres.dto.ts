import { Flag, NestedObject, Key, ResponseField, Text, TextList } from '#wasl/platform';
import { PageMeta } from '../tickets/ticket.dto.js';
import { NameBody, OptionalTextBody } from './directory.dto.js';

const QUEUES = {
  max: 40,
  maxItems: 20,
  description: 'keys of the queues it serves; the first takes what names no service',
};
const DESKS = { max: 20, maxItems: 200, description: 'labels of its desks, in their order' };
const CALENDAR = { max: 40, min: 0, description: 'key of a calendar; empty: around the clock' };

export class CentrePatchBody {
  @NestedObject(() => NameBody, { optional: true }) name?: NameBody;
  @NestedObject(() => OptionalTextBody, { optional: true }) address?: OptionalTextBody;
  @Text({ max: 2, optional: true, description: 'one or two capital letters, before call-up numbers' })
  letter?: string;
  @Text({ ...CALENDAR, optional: true }) calendar?: string;
  @TextList({ ...QUEUES, optional: true }) queues?: string[];
  @TextList({ ...DESKS, optional: true }) desks?: string[];
  @Flag({ optional: true, description: 'false retires it' }) active?: boolean;
}
export class CentreBody extends CentrePatchBody {
  @Key({ max: 40 }) key: string;
  @NestedObject(() => NameBody) declare name: NameBody;
  @TextList(QUEUES) declare queues: string[];
  @TextList(DESKS) declare desks: string[];
}

export class CentreRecordAnswer {
  @ResponseField() key: string;
  @ResponseField() name: NameBody;
  @ResponseField() address: OptionalTextBody;
  @ResponseField() letter: string;
  @ResponseField({ type: String, nullable: true }) calendar: string | null;
  @ResponseField({ type: [String] }) queues: string[];
  @ResponseField({ type: [String] }) desks: string[];
  @ResponseField() active: boolean;
  @ResponseField({ type: 'integer' }) version: number;
}
export class CentreRecordPage {
  @ResponseField({ type: [CentreRecordAnswer] }) data: CentreRecordAnswer[];
  @ResponseField() meta: PageMeta;
}
