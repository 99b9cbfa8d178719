import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../auth/access.js';
import { SETTINGS, type RuntimeSettings } from '../config/settings.js';
import { securityTxt } from './security-txt.js';

/** Well-known URIs (RFC 8615). */
@ApiExcludeController()
@Controller('.well-known')
export class WellKnownController {
  constructor(@Inject(SETTINGS) private readonly settings: RuntimeSettings) {}

  @Get('security.txt')
  @Public('contact for reporting vulnerabilities')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=3600')
  securityTxt(): string {
    return securityTxt(this.settings, new Date());
  }
}
