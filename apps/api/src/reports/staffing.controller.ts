import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '#wasl/platform';
import { staff } from '#wasl/reporting';
import { StaffingBody, StaffingDayBody, StaffingDayShown, StaffingShown } from './staffing.dto.js';

/** How many agents it takes. Nothing is stored: a question and its answer. */
@ApiTags('reports')
@Controller('api/v1/staffing')
export class StaffingController {
  @Post()
  @HttpCode(200)
  @Requires('report.read')
  @ApiOkResponse({ type: StaffingShown })
  ask(@Body() body: StaffingBody): StaffingShown {
    return staff(body);
  }

  /** What if a day looked like this: the fewest agents of each interval. */
  @Post('day')
  @HttpCode(200)
  @Requires('report.read')
  @ApiOkResponse({ type: StaffingDayShown })
  askForDay(@Body() { calls, ...terms }: StaffingDayBody): StaffingDayShown {
    return { data: calls.map((count) => staff({ ...terms, calls: count })) };
  }
}
