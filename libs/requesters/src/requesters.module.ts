import { Global, Module } from '@nestjs/common';
import { MatchRequester } from './match-requester.js';
import { RequesterReader } from './requester-reader.js';

@Global()
@Module({ providers: [MatchRequester, RequesterReader], exports: [MatchRequester, RequesterReader] })
export class RequestersModule {}
