import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { describeSettings, readSettings } from '../../libs/platform/settings.ts';

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>> & { readonly api: Service };
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly networks: Readonly<Record<string, unknown>>;
}

const top = fileURLToPath(new URL('../..', import.meta.url));
const text = readFileSync(join(top, 'docker-compose.yml'), 'utf8');
const compose = parse(text) as Compose;
const { api } = compose.services;
const known = describeSettings(readSettings({})).map(({ name }) => name);

describe('docker-compose.yml', () => {
  it('sets for the api only what `meguri settings` knows, to values that it takes', () => {
    expect(Object.keys(api.environment ?? {}).filter((name) => !known.includes(name))).toEqual([]);
    expect(() => readSettings(api.environment ?? {})).not.toThrow();
    expect(Object.values(api.environment ?? {}).filter((value) => typeof value !== 'string')).toEqual([]);
  });

  it('asks whoever starts it for nothing that is no setting', () => {
    const asked = [...text.matchAll(/\$\{?(\w+)/g)].map(([, name]) => name as string);
    expect(asked.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('publishes the port, keeps the directory and names the server that the settings say', () => {
    const { PORT, MEGURI_DATA_DIR, KURRENTDB_URL } = readSettings(api.environment ?? {});
    expect(api.ports).toEqual([`127.0.0.1:${PORT}:${PORT}`]);
    expect(api.volumes?.map((volume) => volume.split(':')[1])).toEqual([MEGURI_DATA_DIR]);
    expect(Object.keys(compose.services)).toContain(new URL(KURRENTDB_URL ?? '').hostname);
    expect(Object.keys(api.depends_on ?? {})).toContain(new URL(KURRENTDB_URL ?? '').hostname);
  });

  it.each(Object.entries(compose.services))('gives %s only what is there', (_name, { image, build, volumes = [], networks = [], depends_on = {} }) => {
    expect(image === undefined && build === undefined).toBe(false);
    if (build === undefined) expect(image).toMatch(/:[\w.-]*\d[\w.-]*$/);
    else expect(existsSync(join(top, build.context, build.dockerfile))).toBe(true);
    expect(volumes.map((volume) => volume.split(':')[0] as string).filter((volume) => !(volume in compose.volumes))).toEqual([]);
    expect(networks.filter((network) => !(network in compose.networks))).toEqual([]);
    expect(Object.keys(depends_on).filter((service) => !(service in compose.services))).toEqual([]);
  });

  it('is taken by docker compose, where there is one', () => {
    const [command, ...before] = composeHere() ?? [];
    if (command === undefined) {
      process.stderr.write('docker compose (version 2 or later) is not on this machine: docker-compose.yml was parsed, but not shown to it\n');
      return;
    }
    execFileSync(command, [...before, '--file', join(top, 'docker-compose.yml'), 'config', '--quiet'], { stdio: ['ignore', 'ignore', 'inherit'] });
  });
});

describe('the image', () => {
  it('sets only what `meguri settings` knows', () => {
    const dockerfile = readFileSync(join(top, api.build?.dockerfile ?? ''), 'utf8');
    const set = [...dockerfile.matchAll(/^ENV (.*)$/gm)].flatMap(([, line = '']) => line.split(' ').map((pair) => pair.split('=') as [string, string]));
    const ours = set.filter(([name]) => name !== 'NODE_ENV');
    expect(ours.length).toBeGreaterThan(0);
    expect(ours.map(([name]) => name).filter((name) => !known.includes(name))).toEqual([]);
    expect(() => readSettings(Object.fromEntries(ours))).not.toThrow();
  });
});

/** How compose is called on this machine. Version 1 has been given up by its makers and does not know our file. */
function composeHere(): readonly string[] | undefined {
  return [['docker', 'compose'], ['docker-compose']].find(([command = '', ...rest]) => {
    try {
      const version = execFileSync(command, [...rest, 'version', '--short'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      return Number.parseInt(version.replace(/^v/, ''), 10) >= 2;
    } catch {
      return false;
    }
  });
}
