import { TICKET_KINDS, type TicketKind } from '#wasl/contracts';
import { Shown } from '#wasl/platform';

export class ServiceEntityDto {
  @Shown() key: string;
  @Shown() name: string;
}

export class ServiceDto {
  @Shown({ description: 'give it as `service` when filing' }) code: string;
  @Shown() name: string;
  @Shown() description: string;
  @Shown({ enum: [...TICKET_KINDS] }) kind: TicketKind;
  @Shown({ type: ServiceEntityDto }) entity: ServiceEntityDto;
  @Shown({ type: 'integer', description: 'working time promised' }) firstResponseMinutes: number;
  @Shown({ type: 'integer', description: 'working time promised' }) resolutionMinutes: number;
}

export class WholeListDto {
  @Shown() hasMore: boolean;
  @Shown({ type: String, nullable: true }) after: string | null;
}

export class ServiceListDto {
  @Shown({ type: [ServiceDto] }) data: ServiceDto[];
  @Shown({ type: WholeListDto }) meta: WholeListDto;
}
