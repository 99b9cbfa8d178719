import { Module } from '@nestjs/common';
import { ConnectionHeartbeat } from './connection-heartbeat.js';
import { LiveServer } from './live-server.js';
import { Rooms } from './rooms.js';
import { Subscriptions } from './subscriptions.js';
import { Viewers } from './viewers.js';

@Module({
  providers: [ConnectionHeartbeat, LiveServer, Rooms, Subscriptions, Viewers],
  exports: [LiveServer],
})
export class LiveModule {}
