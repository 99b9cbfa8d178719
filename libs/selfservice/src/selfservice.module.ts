import { Global, Module } from '@nestjs/common';
import { ConfirmContact } from './confirm-contact.service.js';
import { FileMatter } from './file-matter.service.js';
import { FollowTicket } from './follow-ticket.service.js';
import { PhotoIntake } from './photo-intake.service.js';
import { PublicServices } from './public-services.service.js';
import { PublicUploads } from './public-uploads.service.js';
import { RequestCode } from './request-code.service.js';
import { UploadRetention } from './upload-retention.js';
import { UploadsInPieces } from './uploads-in-pieces.service.js';

const SERVICES = [
  ConfirmContact,
  FileMatter,
  FollowTicket,
  PublicServices,
  PublicUploads,
  RequestCode,
  UploadsInPieces,
];

@Global()
@Module({ providers: [...SERVICES, PhotoIntake, UploadRetention], exports: SERVICES })
export class SelfServiceModule {}
