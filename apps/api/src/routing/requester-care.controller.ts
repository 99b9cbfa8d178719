import { Body, Controller, HttpCode, Inject, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { notFound } from '#wasl/kernel';
import { Database, RequiresPermission } from '#wasl/platform';
import { CareBody } from './routing.dto.js';

/** Flags requesters who get a head start in their queues. It applies to work that arrives later. */
@ApiTags('requesters')
@Controller('api/v1/requesters')
export class RequesterCareController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Put(':id/care')
  @HttpCode(204)
  @RequiresPermission('requester.flag')
  async flag(@Param('id', ParseUUIDPipe) id: string, @Body() body: CareBody): Promise<void> {
    const [row] = await this.database.query(
      'UPDATE requester SET vip = $2, vulnerable = $3 WHERE id = $1 RETURNING id',
      [id, body.vip, body.vulnerable],
    );
    if (!row) throw notFound('requester.not_found');
  }
}
