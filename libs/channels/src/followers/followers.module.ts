import { Global, Module } from '@nestjs/common';
import { FollowReports } from './follow-reports.service.js';
import { NearbyReports } from './nearby-reports.service.js';
import { PublicReports } from './public-reports.service.js';
import { ReportLinks } from './report-links.service.js';

const SERVICES = [FollowReports, NearbyReports, PublicReports, ReportLinks];

@Global()
@Module({ providers: SERVICES, exports: SERVICES })
export class FollowersModule {}
