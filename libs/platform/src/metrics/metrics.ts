import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** The metrics of a process, served at /metrics. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  readonly httpSeconds = new Histogram({
    name: 'wasl_http_request_seconds',
    help: 'Time to answer an HTTP request, by method, route pattern and status class',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });
  readonly jobSeconds = new Histogram({
    name: 'wasl_job_seconds',
    help: 'Time to work off a job, by job queue',
    labelNames: ['queue'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers: [this.registry],
  });
  readonly jobsFailed = new Counter({
    name: 'wasl_jobs_failed_total',
    help: 'Job attempts that ended in an error, by job queue',
    labelNames: ['queue'],
    registers: [this.registry],
  });
  readonly taskSeconds = new Histogram({
    name: 'wasl_periodic_task_seconds',
    help: 'Time that a periodic task took, by task',
    labelNames: ['task'],
    buckets: [0.005, 0.025, 0.1, 0.5, 2.5, 15, 60],
    registers: [this.registry],
  });
  readonly tasksFailed = new Counter({
    name: 'wasl_periodic_tasks_failed_total',
    help: 'Runs of periodic tasks that ended in an error, by task',
    labelNames: ['task'],
    registers: [this.registry],
  });
  readonly taskSucceeded = new Gauge({
    name: 'wasl_periodic_task_last_success_timestamp_seconds',
    help: 'When a run of a periodic task in this process last ended well, by task; absent before the first',
    labelNames: ['task'],
    registers: [this.registry],
  });
  readonly taskInterval = new Gauge({
    name: 'wasl_periodic_task_interval_seconds',
    help: 'How often a periodic task should run, by task',
    labelNames: ['task'],
    registers: [this.registry],
  });
  readonly outboxMoved = new Counter({
    name: 'wasl_outbox_moved_total',
    help: 'Events moved out of the outbox',
    registers: [this.registry],
  });
  readonly leaderEpoch = new Gauge({
    name: 'wasl_leader_epoch',
    help: 'Number of the leadership that this process has, by what it leads; 0 when another leads',
    labelNames: ['leader'],
    registers: [this.registry],
  });
  readonly liveEvents = new Counter({
    name: 'wasl_live_events_total',
    help: 'Live messages published, by type',
    labelNames: ['type'],
    registers: [this.registry],
  });
  readonly mail = new Counter({
    name: 'wasl_mail_total',
    help: 'Mail handled, by direction and outcome',
    labelNames: ['direction', 'outcome'],
    registers: [this.registry],
  });
  readonly texts = new Counter({
    name: 'wasl_texts_total',
    help: 'SMS and WhatsApp messages handled, by direction and outcome',
    labelNames: ['direction', 'outcome'],
    registers: [this.registry],
  });
  readonly webhooks = new Counter({
    name: 'wasl_webhook_attempts_total',
    help: 'Attempts to deliver to webhooks, by what followed: delivered, retry, failed, gone, exhausted',
    labelNames: ['outcome'],
    registers: [this.registry],
  });

  readonly recordings = new Counter({
    name: 'wasl_recording_fetches_total',
    help: 'Attempts to fetch recordings of calls, by what followed: stored, retry, failed',
    labelNames: ['outcome'],
    registers: [this.registry],
  });

  readonly noticesWithheld = new Counter({
    name: 'wasl_notices_withheld_total',
    help: 'Notices to unverified addresses that a limit kept back, by limit',
    labelNames: ['limit'],
    registers: [this.registry],
  });

  readonly searchIndexDone = new Gauge({
    name: 'wasl_search_index_done_ratio',
    help: 'Share of the search index that is written anew after an upgrade, in this process',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'wasl_' });
  }
}
