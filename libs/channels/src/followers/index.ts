export { type Stage, stageOf, stageSql, STAGES } from './domain/stage.js';
export {
  countFollowers,
  type FollowerAddress,
  FollowReports,
  markNotified,
} from './follow-reports.service.js';
export * from './followers.module.js';
export { MAX_NEARBY, type NearbyReport, NearbyReports } from './nearby-reports.service.js';
export { type PublicReport, PublicReports, type ReportStep } from './public-reports.service.js';
export { type FollowerLinkPurpose, ReportLinks } from './report-links.service.js';
