import { Global, Module } from '@nestjs/common';
import { FindRequesters } from './find-requesters.js';
import { MatchRequester } from './match-requester.js';
import { RequesterReader } from './requester-reader.js';

@Global()
@Module({
  providers: [FindRequesters, MatchRequester, RequesterReader],
  exports: [FindRequesters, MatchRequester, RequesterReader],
})
export class RequestersModule {}
