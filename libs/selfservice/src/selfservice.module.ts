import { Global, Module } from '@nestjs/common';
import { CitizenProvider } from './account/citizen-provider.service.js';
import { RequesterMatters } from './account/requester-matters.service.js';
import { RequesterSessions } from './account/requester-sessions.service.js';
import { RequesterSignIn } from './account/requester-sign-in.service.js';
import { SignInCodes } from './account/sign-in-codes.service.js';
import { ConfirmContact } from './confirm-contact.service.js';
import { SubmitTicket } from './submit-ticket.service.js';
import { TrackTicket } from './track-ticket.service.js';
import { PhotoCleaner } from './photo-cleaner.service.js';
import { PublicServices } from './public-services.service.js';
import { PublicUploads } from './public-uploads.service.js';
import { RequestCode } from './request-code.service.js';
import { UploadRetention } from './upload-retention.js';
import { ChunkedUploads } from './chunked-uploads.service.js';

const SERVICES = [
  CitizenProvider,
  RequesterMatters,
  RequesterSessions,
  RequesterSignIn,
  SignInCodes,
  ConfirmContact,
  SubmitTicket,
  TrackTicket,
  PublicServices,
  PublicUploads,
  RequestCode,
  ChunkedUploads,
];

@Global()
@Module({ providers: [...SERVICES, PhotoCleaner, UploadRetention], exports: SERVICES })
export class SelfServiceModule {}
