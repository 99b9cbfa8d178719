import { ResponseField } from '#wasl/platform';
import { LocalizedName } from '../agents/agents.dto.js';

export class ReadyReplyAnswer {
  @ResponseField() key: string;
  @ResponseField() title: LocalizedName;
  @ResponseField({ description: 'of the text: the requester’s, or the nearest in which it is written' })
  language: string;
  @ResponseField({ description: 'with everything filled in' }) text: string;
}
export class ReadyReplyList {
  @ResponseField({ type: [ReadyReplyAnswer] }) data: ReadyReplyAnswer[];
}
