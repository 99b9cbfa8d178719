import { Module } from '@nestjs/common';
import { ConnectionWatch } from './connection-watch.js';
import { LiveServer } from './live-server.js';
import { Rooms } from './rooms.js';
import { Subscriptions } from './subscriptions.js';
import { Viewers } from './viewers.js';

@Module({ providers: [ConnectionWatch, LiveServer, Rooms, Subscriptions, Viewers], exports: [LiveServer] })
export class LiveModule {}
