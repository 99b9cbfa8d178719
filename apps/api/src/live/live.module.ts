import { Module } from '@nestjs/common';
import { LiveServer } from './live-server.js';
import { Rooms } from './rooms.js';
import { Viewers } from './viewers.js';

@Module({ providers: [LiveServer, Rooms, Viewers], exports: [LiveServer] })
export class LiveModule {}
