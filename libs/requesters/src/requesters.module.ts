import { Global, Module } from '@nestjs/common';
import { FindRequesters } from './find-requesters.js';
import { FlagRequester } from './flag-requester.service.js';
import { MatchRequester } from './match-requester.js';

@Global()
@Module({
  providers: [FindRequesters, FlagRequester, MatchRequester],
  exports: [FindRequesters, FlagRequester, MatchRequester],
})
export class RequestersModule {}
