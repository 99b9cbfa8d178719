import { Body, Controller, Head, HttpCode, Inject, Param, Patch, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DomainError, invalidField, notFound, type UiLanguage } from '#wasl/kernel';
import { RateLimited, Public, sourceOf } from '#wasl/platform';
import { CHUNK_BYTES, type Upload, ChunkedUploads } from '#wasl/selfservice';
import { serializePendingFile } from '../forms/draft.js';
import { FormTokens } from '../forms/form-tokens.js';
import { rejectionTextOf } from '../forms/form-file-receiver.js';
import { LANGUAGE_PATHS, PageLanguage } from '../http/page-language.js';
import { readChunk } from '../http/read-chunk.js';
import { TEXTS } from '../texts/index.js';

const LONGEST_NAME = 255;

/**
 * Chunked uploads by a page's script while the form is still being filled in. The page shows the answers next to the
 * file field; finished uploads become pending files of the form. Every call names the form's token, which
 * other sites cannot read.
 */
@Public('for whoever holds a form of ours; limited per form and address')
@Controller(LANGUAGE_PATHS.map((language) => `${language}/uploads`))
export class UploadsController {
  constructor(
    @Inject(ChunkedUploads) private readonly uploads: ChunkedUploads,
    @Inject(FormTokens) private readonly tokens: FormTokens,
  ) {}

  @Post()
  @HttpCode(201)
  @RateLimited(120)
  async begin(
    @PageLanguage() language: UiLanguage,
    @Body() body: { name?: unknown; size?: unknown } | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const form = this.formOf(request);
    const { name, size } = body ?? {};
    if (typeof name !== 'string' || name === '') throw invalidField('name', 'required');
    if (!Number.isSafeInteger(size) || Number(size) <= 0) throw invalidField('size', 'number');
    const file = { name: name.slice(-LONGEST_NAME), size: Number(size) };
    await this.answering(response, language, file.name, () =>
      this.uploads.begin(form, sourceOf(request.ip), file),
    );
  }

  /** The current offset, where the script resumes after a broken connection. */
  @Head(':id')
  @RateLimited(600)
  async offset(@Param('id') id: string, @Req() request: Request, @Res() response: Response) {
    const { received, size } = await this.uploads.get(this.formOf(request), id);
    response
      .set({ 'Cache-Control': 'no-store', 'Upload-Offset': String(received), 'Upload-Length': String(size) })
      .end();
  }

  @Patch(':id')
  @RateLimited(600)
  async append(
    @PageLanguage() language: UiLanguage,
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const form = this.formOf(request);
    const offset = /^\d{1,10}$/.test(request.get('upload-offset') ?? '')
      ? Number(request.get('upload-offset'))
      : null;
    if (offset === null) throw invalidField('Upload-Offset', 'number');
    // Only after checking that the upload exists.
    const { name } = await this.uploads.get(form, id);
    const content = await readChunk(request, CHUNK_BYTES);
    await this.answering(response, language, name, () => this.uploads.append(form, id, offset, content));
  }

  /** Errors about the file are worded in the page's language; all others have only a status. */
  private async answering(
    response: Response,
    language: UiLanguage,
    name: string,
    work: () => Promise<Upload>,
  ): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    try {
      this.answer(response, language, await work());
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.kind === 'conflict') return void response.status(409).json({});
      const why = error.kind === 'unavailable' ? null : rejectionTextOf(error, TEXTS[language]);
      if (!why) throw error;
      response.status(422).json({ error: why(name.slice(0, 80)) });
    }
  }

  private answer(response: Response, language: UiLanguage, upload: Upload): void {
    const { id, received, size, file, refusal, name } = upload;
    response.setHeader('Upload-Offset', String(received));
    const why = refusal && rejectionTextOf(refusal, TEXTS[language]);
    if (why) {
      response.status(422).json({ error: why(name.slice(0, 80)) });
      return;
    }
    // Complete, but another process is still checking it: the script asks again.
    if (received === size && !file) response.status(202).setHeader('Retry-After', '1');
    response.json({
      id,
      offset: received,
      ...(file && { held: serializePendingFile(file), name: file.name, size: file.size }),
    });
  }

  private formOf(request: Request): string {
    const token = this.tokens.read(request.get('upload-form') ?? '');
    if (!token) throw notFound('upload.not_found');
    return token.nonce;
  }
}
