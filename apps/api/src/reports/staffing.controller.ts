import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequiresPermission } from '#wasl/platform';
import { computeStaffing } from '#wasl/reporting';
import { StaffingBody, StaffingDayBody, StaffingDayShown, StaffingShown } from './staffing.dto.js';

/** Calculates the number of agents needed. Nothing is stored. */
@ApiTags('reports')
@Controller('api/v1/staffing')
export class StaffingController {
  @Post()
  @HttpCode(200)
  @RequiresPermission('report.read')
  @ApiOkResponse({ type: StaffingShown })
  ask(@Body() body: StaffingBody): StaffingShown {
    return computeStaffing(body);
  }

  /** For a whole day: the fewest agents per interval. */
  @Post('day')
  @HttpCode(200)
  @RequiresPermission('report.read')
  @ApiOkResponse({ type: StaffingDayShown })
  askForDay(@Body() { calls, ...terms }: StaffingDayBody): StaffingDayShown {
    return { data: calls.map((count) => computeStaffing({ ...terms, calls: count })) };
  }
}
