import { Global, Module } from '@nestjs/common';
import { FindRequesters } from './find-requesters.js';
import { MatchRequester } from './match-requester.js';

@Global()
@Module({
  providers: [FindRequesters, MatchRequester],
  exports: [FindRequesters, MatchRequester],
})
export class RequestersModule {}
