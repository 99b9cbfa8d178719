import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { SetupLinks } from '#wasl/identity';
import { Public, RateLimited, SETTINGS, type RuntimeSettings, sourceOf } from '#wasl/platform';
import { SetupBody, SetupLinkBody } from './setup.dto.js';
import { setDeviceCookie, signInFrom } from './sign-in-from.js';

/** The first administrator, by the one-time link that the machine printed. */
@ApiTags('session')
@Controller('api/v1/setup')
export class SetupController {
  constructor(
    @Inject(SetupLinks) private readonly links: SetupLinks,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  /** 204 when the link is good. */
  @Post('link')
  @HttpCode(204)
  @Public('the link holds a secret token; limited per address')
  @RateLimited(60)
  look(@Body() body: SetupLinkBody, @Req() request: Request): Promise<void> {
    return this.links.check(body.token, sourceOf(request.ip));
  }

  @Post()
  @HttpCode(204)
  @Public('the link holds a secret token; limited per address')
  @RateLimited(60)
  async use(
    @Body() body: SetupBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { token, ...person } = body;
    const { device } = await this.links.use(token, person, signInFrom(request));
    setDeviceCookie(response, this.settings, device);
  }
}
