import { pipeline } from 'node:stream/promises';
import { Controller, Get, Inject, Param, Post, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { DomainError } from '#wasl/kernel';
import { CurrentPrincipal, type Principal, RequiresPermission } from '#wasl/platform';
import { MAX_ATTACHMENT_MEGABYTES, Attachments, THUMBNAIL_TYPE, Thumbnails } from '#wasl/tickets';
import { SANDBOX_HEADERS, sendFile } from './send-file.js';
import { AttachmentAnswer } from './ticket.dto.js';

const LIMITS = {
  fileSize: MAX_ATTACHMENT_MEGABYTES * 1024 * 1024,
  files: 1,
  fields: 0,
  parts: 1,
  headerPairs: 20,
};

@ApiTags('attachments')
@Controller('api/v1/attachments')
export class AttachmentsController {
  constructor(
    @Inject(Attachments) private readonly attachments: Attachments,
    @Inject(Thumbnails) private readonly thumbnails: Thumbnails,
  ) {}

  @Post()
  @RequiresPermission('attachment.upload')
  @UseInterceptors(FileInterceptor('file', { limits: LIMITS }))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiCreatedResponse({ type: AttachmentAnswer })
  upload(
    @UploadedFile() file: Express.Multer.File | undefined,
    @CurrentPrincipal() caller: Principal,
  ): Promise<AttachmentAnswer> {
    if (!file) throw new DomainError('invalid', 'attachment.missing');
    // Browsers send names as UTF-8; the parser decodes them as Latin-1.
    const name = Buffer.from(file.originalname, 'latin1').toString('utf8');
    return this.attachments.upload({ name, content: file.buffer }, caller.id);
  }

  /** Always a sandboxed download, so that uploaded files are never rendered as pages of ours. */
  @Get(':id')
  @RequiresPermission('attachment.read')
  @ApiProduces('application/octet-stream')
  async download(
    @Param('id') id: string,
    @CurrentPrincipal() caller: Principal,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(response, await this.attachments.openFor(id, caller.id));
  }

  /** The thumbnail of an image; 404 until it is generated. */
  @Get(':id/thumbnail')
  @RequiresPermission('attachment.read')
  @ApiProduces(THUMBNAIL_TYPE)
  async thumbnail(
    @Param('id') id: string,
    @CurrentPrincipal() caller: Principal,
    @Res() response: Response,
  ): Promise<void> {
    const content = await this.thumbnails.openFor(id, caller.id);
    response.set({ ...SANDBOX_HEADERS, 'Content-Type': THUMBNAIL_TYPE, 'Content-Disposition': 'attachment' });
    await pipeline(content, response);
  }
}
