import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Open } from '../../libs/platform/http/desk.ts';
import { Installation } from '../../libs/platform/installation.ts';

@ApiTags('稼働状況 Health')
@Controller()
export class HealthController {
  constructor(private readonly installation: Installation) {}

  /** The process answers. */
  @Get('livez')
  @Open()
  live(): object {
    return { status: 'ok' };
  }

  /** The log can be read and every read model follows it; else 503, and which one does not. */
  @Get('readyz')
  @Open()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const models = this.installation.host.standing().map(({ name, version, state }) => ({ name, version, state }));
    const log = await this.installation.store.lastPosition().then(() => 'ok', () => 'unavailable');
    const ready = log === 'ok' && models.every(({ state }) => state === 'following');
    void reply.status(ready ? 200 : 503).header('cache-control', 'no-store');
    return { status: ready ? 'ok' : 'not ready', log, models };
  }
}
