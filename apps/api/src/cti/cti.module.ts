import { type MiddlewareConsumer, Module, type NestModule, RequestMethod } from '@nestjs/common';
import { BlockedCallersController } from './blocked-callers.controller.js';
import { CallbacksController } from './callbacks.controller.js';
import { CallLogController } from './call-log.controller.js';
import { readCtiBody } from './cti-body.js';
import { CtiController } from './cti.controller.js';
import { MyCallsController } from './my-calls.controller.js';
import { OutboundRoutesController } from './outbound-routes.controller.js';
import { RecordingsController } from './recordings.controller.js';

@Module({
  controllers: [
    BlockedCallersController,
    OutboundRoutesController,
    RecordingsController,
    CallbacksController,
    CallLogController,
    CtiController,
    MyCallsController,
  ],
})
export class CtiModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer
      .apply(readCtiBody)
      .forRoutes(
        { path: 'api/v1/cti/:token', method: RequestMethod.POST },
        { path: 'api/v1/cti/:token/callback', method: RequestMethod.POST },
      );
  }
}
