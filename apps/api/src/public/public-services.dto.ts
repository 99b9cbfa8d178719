import { TICKET_KINDS, type TicketKind } from '#wasl/contracts';
import { ResponseField } from '#wasl/platform';

export class ServiceEntityDto {
  @ResponseField() key: string;
  @ResponseField() name: string;
}

export class ServiceDto {
  @ResponseField({ description: 'give it as `service` when filing' }) code: string;
  @ResponseField() name: string;
  @ResponseField() description: string;
  @ResponseField({ enum: [...TICKET_KINDS] }) kind: TicketKind;
  @ResponseField({ type: ServiceEntityDto }) entity: ServiceEntityDto;
  @ResponseField({ type: 'integer', description: 'working time promised' }) firstResponseMinutes: number;
  @ResponseField({ type: 'integer', description: 'working time promised' }) resolutionMinutes: number;
}

export class CompleteListDto {
  @ResponseField() hasMore: boolean;
  @ResponseField({ type: String, nullable: true }) after: string | null;
}

export class ServiceListDto {
  @ResponseField({ type: [ServiceDto] }) data: ServiceDto[];
  @ResponseField({ type: CompleteListDto }) meta: CompleteListDto;
}
