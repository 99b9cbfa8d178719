import { Shown } from '#wasl/platform';
import { LocalizedName } from '../agents/agents.dto.js';

export class ReadyReplyAnswer {
  @Shown() key: string;
  @Shown() title: LocalizedName;
  @Shown({ description: 'of the text: the requester’s, or the nearest in which it is written' })
  language: string;
  @Shown({ description: 'with everything filled in' }) text: string;
}
export class ReadyReplyList {
  @Shown({ type: [ReadyReplyAnswer] }) data: ReadyReplyAnswer[];
}
