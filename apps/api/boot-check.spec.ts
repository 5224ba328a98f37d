import { Module, type Type } from '@nestjs/common';
import { afterEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { newDirectory } from '../../libs/event-store/contract/given-directory.ts';
import { MemoryEventStore } from '../../libs/event-store/memory/memory-event-store.ts';
import { anywhere, mayAsk } from '../../libs/platform/access/access-table.ts';
import { handlesCommands } from '../../libs/platform/buses.ts';
import { Installation } from '../../libs/platform/installation.ts';
import type { Room } from '../../libs/platform/room.ts';
import { AdoptScheme } from '../../libs/scheme/commands.ts';
import { SchemeController } from '../../libs/scheme/http/scheme.controller.ts';
import { rooms } from './rooms.ts';
import { buildServer } from './server.ts';

const place = newDirectory();
const ends: (() => Promise<void>)[] = [];
afterEach(async () => { for (const end of ends.splice(0)) await end(); });

const clock = { now: () => '2026-05-20T01:00:00.000Z' };

/** The house as it is, but for one room. */
async function build(name: string, change: (room: Room) => Partial<Room>): Promise<void> {
  const installation = new Installation({
    rooms: rooms.map((room) => (room.name === name ? { ...room, ...change(room) } : room)),
    store: new MemoryEventStore(), privateStorePath: ':memory:', modelDirectory: place.file('read-models'),
    attachmentDirectory: place.file('attachments'), editionDirectory: place.file('editions'), digestKey: 'key', clock, clocks: clock, log: pino({ level: 'silent' }),
  });
  ends.push(() => installation.stop());
  const app = await buildServer(installation);
  ends.push(() => app.close());
}

@Module({ controllers: [SchemeController] })
class WithoutHandlers {}

@Module({ providers: handlesCommands(AdoptScheme) })
class AnotherHandler {}

describe('a house that does not fit together does not start', () => {
  it('and one that does, does', async () => {
    await expect(build('scheme', () => ({}))).resolves.toBeUndefined();
  });

  it.each<[string, string, (room: Room) => Partial<Room>, string]>([
    ['nobody handles a command', 'scheme', () => ({ modules: [WithoutHandlers as Type] }), 'SchemeController.adopt: nothing handles scheme.adopt'],
    ['two handle one command', 'scheme', ({ modules }) => ({ modules: [...modules, AnotherHandler as Type] }), 'scheme.adopt has more than one handler'],
    ['a command has no access row', 'plan', ({ access }) => ({ access: access.filter(({ what }) => what !== 'plan.adopt') }), 'plan.adopt has no access row'],
    ['a stream of changes has no access row', 'evaluation',
      ({ access }) => ({ access: access.filter(({ what }) => what !== 'evaluation.watch-changes') }), 'ChangesController.watch: nothing handles evaluation.watch-changes'],
    ['an access row speaks of nothing', 'plan', ({ access }) => ({ access: [...access, ...mayAsk('plan.burn', { staff: anywhere })] }), 'an access row speaks of plan.burn'],
  ])('%s', async (_what, room, change, fault) => {
    await expect(build(room, change)).rejects.toThrow(fault);
  });
});
