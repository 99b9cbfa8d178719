import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { DELIVERY_STATES, type DeliveryState } from '#wasl/contracts';
import { invalidField } from '#wasl/kernel';
import {
  CurrentPrincipal,
  ExpectedVersion,
  Idempotency,
  type IdempotencyClaim,
  pageRequest,
  type Principal,
  RequiresPermission,
} from '#wasl/platform';
import { WebhookAdmin, WebhookDeliveries } from '#wasl/webhooks';
import {
  NewWebhookAnswer,
  NewWebhookBody,
  ReplayAnswer,
  ReplayBody,
  RotatedSecretAnswer,
  TestDeliveryAnswer,
  WebhookAnswer,
  WebhookDeliveryPage,
  WebhookPage,
  WebhookPatchBody,
} from './webhooks.dto.js';

/** Webhooks, by Standard Webhooks: programs outside that are told of what happens to tickets. */
@ApiTags('administration')
@Controller('api/v1/admin/webhooks')
export class WebhooksController {
  constructor(
    @Inject(WebhookAdmin) private readonly webhooks: WebhookAdmin,
    @Inject(WebhookDeliveries) private readonly sent: WebhookDeliveries,
  ) {}

  @Get()
  @RequiresPermission('admin.webhooks')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiOkResponse({ type: WebhookPage })
  list(@Query() query: Record<string, unknown>): Promise<WebhookPage> {
    return this.webhooks.list(pageRequest(query));
  }

  @Post()
  @RequiresPermission('admin.webhooks')
  @Header('Cache-Control', 'no-store')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: NewWebhookAnswer })
  create(
    @Body() { url, events, entity }: NewWebhookBody,
    @CurrentPrincipal() caller: Principal,
    @Idempotency() claim: IdempotencyClaim | undefined,
  ): Promise<NewWebhookAnswer> {
    return this.webhooks.create({ url, events, entity: entity ?? null }, caller.id, claim);
  }

  @Patch(':id')
  @RequiresPermission('admin.webhooks')
  @Header('Cache-Control', 'no-store')
  @ApiHeader({ name: 'If-Match', required: true, description: 'the version last seen, in quotes' })
  @ApiOkResponse({ type: WebhookAnswer })
  change(
    @Param('id') id: string,
    @Body() { url, events, enabled }: WebhookPatchBody,
    @ExpectedVersion() version: number,
    @CurrentPrincipal() caller: Principal,
  ): Promise<WebhookAnswer> {
    const patch = { url: url ?? undefined, events: events ?? undefined, enabled: enabled ?? undefined };
    return this.webhooks.change(id, patch, version, caller.id);
  }

  @Delete(':id')
  @HttpCode(204)
  @RequiresPermission('admin.webhooks')
  async remove(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<void> {
    await this.webhooks.remove(id, caller.id);
  }

  @Post(':id/rotate')
  @HttpCode(200)
  @RequiresPermission('admin.webhooks')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: RotatedSecretAnswer })
  rotate(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<RotatedSecretAnswer> {
    return this.webhooks.rotate(id, caller.id);
  }

  /** Queues a message of the type `webhook.test`; its delivery says how it went. */
  @Post(':id/test')
  @HttpCode(202)
  @RequiresPermission('admin.webhooks')
  @ApiAcceptedResponse({ type: TestDeliveryAnswer })
  async test(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<TestDeliveryAnswer> {
    return { id: await this.sent.test(id, caller.id) };
  }

  @Get(':id/deliveries')
  @RequiresPermission('admin.webhooks')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiQuery({ name: 'state', required: false, enum: DELIVERY_STATES })
  @ApiOkResponse({ type: WebhookDeliveryPage })
  deliveries(@Param('id') id: string, @Query() query: Record<string, unknown>): Promise<WebhookDeliveryPage> {
    const { state = null } = query;
    if (state !== null && !DELIVERY_STATES.includes(state as DeliveryState))
      throw invalidField('state', 'choice');
    return this.sent.list(id, state as DeliveryState | null, pageRequest(query));
  }

  @Post('deliveries/:id/retry')
  @HttpCode(204)
  @RequiresPermission('admin.webhooks')
  async retry(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<void> {
    await this.sent.retry(id, caller.id);
  }

  @Post(':id/replay')
  @HttpCode(202)
  @RequiresPermission('admin.webhooks')
  @ApiAcceptedResponse({ type: ReplayAnswer })
  async replay(
    @Param('id') id: string,
    @Body() { since }: ReplayBody,
    @CurrentPrincipal() caller: Principal,
  ): Promise<ReplayAnswer> {
    return { events: await this.sent.replay(id, new Date(since), caller.id) };
  }
}
