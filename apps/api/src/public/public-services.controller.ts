import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { UI_LANGUAGES, type UiLanguage } from '#wasl/kernel';
import { RateLimited, Public } from '#wasl/platform';
import { PublicServices } from '#wasl/selfservice';
import { ServiceListDto } from './public-services.dto.js';
import { TextLanguage } from './text-language.js';

@ApiTags('public')
@Controller('api/v1/public/services')
export class PublicServicesController {
  constructor(@Inject(PublicServices) private readonly services: PublicServices) {}

  /** The services that the public can choose; the list is short and not paginated. */
  @Get()
  @Public('names of services only')
  @RateLimited(300)
  @Header('Cache-Control', 'public, max-age=60')
  @Header('Vary', 'Accept-Language')
  @ApiQuery({ name: 'lang', enum: [...UI_LANGUAGES], required: false })
  @ApiOkResponse({ type: ServiceListDto })
  async list(@TextLanguage() language: UiLanguage): Promise<ServiceListDto> {
    const services = await this.services.find(language);
    return { data: services, meta: { hasMore: false, after: null } };
  }
}
