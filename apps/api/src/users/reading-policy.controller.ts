import { Body, Controller, Get, Header, Inject, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Choice, CurrentPrincipal, type Principal, RequiresPermission, ResponseField } from '#wasl/platform';
import { AGENTS_READ, type AgentsRead, ReadingPolicy } from '#wasl/tickets';

export class ReadingPolicyBody {
  @Choice(AGENTS_READ, { description: 'everything, or only the tickets of the queues they serve' })
  agentsRead: AgentsRead;
}

export class ReadingPolicyAnswer {
  @ResponseField({ enum: AGENTS_READ }) agentsRead: AgentsRead;
}

/** What agents of the centre may read. */
@ApiTags('administration')
@Controller('api/v1/admin/reading-policy')
export class ReadingPolicyController {
  constructor(@Inject(ReadingPolicy) private readonly policy: ReadingPolicy) {}

  @Get()
  @RequiresPermission('admin.users')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: ReadingPolicyAnswer })
  async read(): Promise<ReadingPolicyAnswer> {
    return { agentsRead: await this.policy.agentsRead() };
  }

  /** Takes effect within seconds. Whoever has `ticket.read_all` is not limited. */
  @Put()
  @RequiresPermission('admin.users')
  @ApiOkResponse({ type: ReadingPolicyAnswer })
  async choose(
    @Body() { agentsRead }: ReadingPolicyBody,
    @CurrentPrincipal() caller: Principal,
  ): Promise<ReadingPolicyAnswer> {
    await this.policy.choose(agentsRead, caller.id);
    return { agentsRead };
  }
}
