import { Controller, Header, HttpCode, Inject, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { DomainError } from '#wasl/kernel';
import { CreatedWithoutLocation, Public, RateLimited } from '#wasl/platform';
import { PublicUploads, MAX_UPLOAD_MEGABYTES } from '#wasl/selfservice';
import { UploadDto } from './public-tickets.dto.js';

const LIMITS = {
  fileSize: MAX_UPLOAD_MEGABYTES * 1024 * 1024,
  files: 1,
  fields: 0,
  parts: 2,
  headerPairs: 20,
};

@ApiTags('public')
@Controller('api/v1/public/attachments')
export class PublicAttachmentsController {
  constructor(@Inject(PublicUploads) private readonly uploads: PublicUploads) {}

  /** One photograph, document or text, to be named in a filing or reply. Where and when a photograph was taken is removed; one longer than 2,560 pixels is made smaller. */
  @Post()
  @HttpCode(201)
  @Public('types and sizes are limited; the id is signed and given to the uploader alone')
  @RateLimited(60)
  @Header('Cache-Control', 'no-store')
  @UseInterceptors(FileInterceptor('file', { limits: LIMITS, defParamCharset: 'utf8' }))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      properties: { file: { type: 'string', format: 'binary' } },
      required: ['file'],
    },
  })
  @CreatedWithoutLocation('files of the public are shown to staff only')
  @ApiCreatedResponse({ type: UploadDto })
  async upload(@UploadedFile() file?: { originalname: string; buffer: Buffer }): Promise<UploadDto> {
    if (!file) throw new DomainError('invalid', 'attachment.missing');
    return this.uploads.upload({ name: file.originalname, content: file.buffer });
  }
}
