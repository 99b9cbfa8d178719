import { AUDIENCES, type Audience, TICKET_KINDS, type TicketKind } from '#wasl/contracts';
import { Choice, Decimal, Email, NestedObject, ResponseField, Text, TextList } from '#wasl/platform';
import { MAX_UPLOADS_PER_TICKET } from '#wasl/selfservice';

export class FilingRequesterDto {
  @Text({ max: 200, optional: true }) name?: string | null;
  @Text({ max: 40, optional: true, description: 'in any digits' }) phone?: string | null;
  @Email({ optional: true }) email?: string | null;
  @Choice(AUDIENCES, { description: 'of someone anonymous no name, telephone or e-mail address is kept' })
  audience: Audience;
}

export class FilingLocationDto {
  @Decimal({ min: -90, max: 90, optional: true }) lat?: number | null;
  @Decimal({ min: -180, max: 180, optional: true }) long?: number | null;
  @Text({ max: 500, optional: true }) address?: string | null;
}

export class FileTicketDto {
  @Choice(TICKET_KINDS) kind: TicketKind;
  @Text({ max: 200 }) subject: string;
  @Text({ max: 10_000, lines: true }) description: string;
  @Text({ max: 60, optional: true, description: "a service's code" }) service?: string | null;
  @Text({ max: 2, min: 2, description: "one of the country's languages, ar or en", example: 'ar' })
  language: string;
  @NestedObject(() => FilingRequesterDto) requester: FilingRequesterDto;
  @NestedObject(() => FilingLocationDto, { optional: true }) location?: FilingLocationDto | null;
  @TextList({ max: 100, maxItems: MAX_UPLOADS_PER_TICKET, optional: true, description: 'ids of uploads' })
  attachments?: string[] | null;
}

export class FiledTicketDto {
  @ResponseField({ example: '2648-1937-0521' }) number: string;
  @ResponseField({ example: 'K7Q2M9XD' }) trackingCode: string;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) expectedAt: string | null;
  @ResponseField({ description: "the ticket's page; asks for the tracking code" }) trackUrl: string;
}

export class UploadDto {
  @ResponseField({ description: 'give it in `attachments`; good for one use within a day' }) id: string;
  @ResponseField() name: string;
  @ResponseField({ type: 'integer' }) size: number;
  @ResponseField({ description: 'by content' }) type: string;
}
