import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type CallAction, CallControls, ScreenPops } from '#wasl/channels';
import { Recordings, WrapUp } from '#wasl/interactions';
import { invalidField } from '#wasl/kernel';
import { CurrentPrincipal, type Principal, RequiresPermission } from '#wasl/platform';
import { CallControlBody, CallRecordingBody, CallsNow, WrapUpBody } from './cti.dto.js';

/** Calls of the signed-in agent. */
@ApiTags('phone')
@Controller('api/v1/me/calls')
export class MyCallsController {
  constructor(
    @Inject(ScreenPops) private readonly pops: ScreenPops,
    @Inject(WrapUp) private readonly wrapUp: WrapUp,
    @Inject(CallControls) private readonly controls: CallControls,
    @Inject(Recordings) private readonly recordings: Recordings,
  ) {}

  /** Ringing and active calls, each with its screen pop. */
  @Get()
  @RequiresPermission('call.own')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: CallsNow })
  async list(@CurrentPrincipal() caller: Principal): Promise<CallsNow> {
    return { data: await this.pops.ringingFor(caller.id) };
  }

  /** Records the wrap-up code of the agent's own call. */
  @Post(':id/wrap-up')
  @HttpCode(204)
  @RequiresPermission('call.own')
  async recordOutcome(
    @Param('id') id: string,
    @Body() { code }: WrapUpBody,
    @CurrentPrincipal() caller: Principal,
  ): Promise<void> {
    await this.wrapUp.record(id, code, caller.id);
  }

  /** Holds, resumes, transfers or ends the agent's own call where the PBX supports it; the result arrives in the live room. */
  @Post(':id/control')
  @HttpCode(202)
  @RequiresPermission('call.own')
  async control(
    @Param('id') id: string,
    @Body() { action, to }: CallControlBody,
    @CurrentPrincipal() caller: Principal,
  ): Promise<void> {
    await this.controls.requestAction(id, caller.id, action as CallAction, to ?? null);
  }

  /**
   * Starts, pauses, resumes or ends the recording of the agent's own call. Starting needs the caller's consent, which is
   * stored with the time and the agent who asked.
   */
  @Post(':id/recording')
  @HttpCode(202)
  @RequiresPermission('call.own')
  async record(
    @Param('id') id: string,
    @Body() { action, consent, reference }: CallRecordingBody,
    @CurrentPrincipal() caller: Principal,
  ): Promise<void> {
    if (consent || action === 'consent') await this.recordings.consent(id, caller.id);
    if (action === 'consent') return;
    if (action === 'refer') {
      if (!reference) throw invalidField('reference', 'required');
      return this.recordings.attachReference(id, caller.id, reference);
    }
    if (action === 'start') await this.recordings.requireConsent(id, caller.id);
    await this.controls.requestAction(id, caller.id, RECORDING_ACTIONS[action]);
  }
}

const RECORDING_ACTIONS = {
  start: 'record',
  pause: 'pause_recording',
  resume: 'resume_recording',
  stop: 'stop_recording',
} as const;
