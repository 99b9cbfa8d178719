import { Controller, Get, Header, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { notFound } from '#wasl/kernel';
import { RequiresPermission } from '#wasl/platform';
import { ChannelCheckAnswer, ChannelList } from './admin.dto.js';
import { ChannelContacts } from './channel-contacts.reader.js';
import { CHANNEL_PARTS, type ChannelPart, ChannelChecks } from './channel-checks.service.js';

/** Channels: whether each is configured and works now. */
@ApiTags('administration')
@Controller('api/v1/admin/channels')
export class ChannelsController {
  constructor(
    @Inject(ChannelChecks) private readonly checks: ChannelChecks,
    @Inject(ChannelContacts) private readonly contacts: ChannelContacts,
  ) {}

  @Get()
  @RequiresPermission('admin.channels')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: ChannelList })
  async list(): Promise<ChannelList> {
    return {
      data: CHANNEL_PARTS.map((channel) => ({ channel, isSet: this.checks.isSet(channel) })),
      contacts: await this.contacts.read(),
    };
  }

  /** Connects to the channel's server without sending anything to people. */
  @Post(':channel/test')
  @HttpCode(200)
  @RequiresPermission('admin.channels')
  @Header('Cache-Control', 'no-store')
  @ApiParam({ name: 'channel', enum: CHANNEL_PARTS })
  @ApiOkResponse({ type: ChannelCheckAnswer })
  test(@Param('channel') channel: string): Promise<ChannelCheckAnswer> {
    if (!CHANNEL_PARTS.includes(channel as ChannelPart)) throw notFound('channel.not_set');
    return this.checks.check(channel as ChannelPart);
  }
}
