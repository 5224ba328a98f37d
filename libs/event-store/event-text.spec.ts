import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.ts';
import type { EventHeader, EventPayload } from './event-store.ts';
import { payloadDigest, writeEvent } from './event-text.ts';
import type { HeaderDraft } from './event-text.ts';

const text = fc.string({ unit: 'binary', maxLength: 20 }).filter((value) => value.isWellFormed());
const draft: fc.Arbitrary<HeaderDraft> = fc.record({
  actor: text,
  appointment: text,
  causation: text,
  command: text,
  commandDigest: text,
  correlation: text,
  id: text,
  municipality: text,
  onBehalfOf: text,
  recordedAt: text,
  revision: fc.nat(),
  stream: text,
  type: text,
  version: fc.nat(),
}, {
  requiredKeys: [
    'actor', 'command', 'commandDigest', 'correlation', 'id', 'municipality', 'recordedAt', 'revision', 'stream', 'type', 'version',
  ],
}) as fc.Arbitrary<HeaderDraft>;
const members = fc.dictionary(text, fc.jsonValue({ noUnicodeString: false }), { maxKeys: 5 })
  .filter((value) => canonicalize(value)?.isWellFormed() ?? false)
  .filter((value) => Object.keys(value).every((key) => key > '$salt'));

describe('the text of an event', () => {
  it('has the canonical JSON of its header, members left out or not', () => {
    fc.assert(fc.property(draft, members, (given, payload) => {
      const event = writeEvent(given, payload);
      const header: EventHeader = { ...given, payloadSha256: createHash('sha256').update(event.payload, 'utf8').digest('hex') };
      expect(event.header).toBe(canonicalJson(header));
      expect(event.header).toBe(canonicalize(header));
      expect({ id: event.id, type: event.type }).toEqual({ id: given.id, type: given.type });
    }));
  });

  it('has the canonical JSON of its payload, salt first', () => {
    fc.assert(fc.property(members, (payload) => {
      const written = writeEvent(example, payload).payload;
      const parsed = JSON.parse(written) as EventPayload;
      expect(written).toBe(canonicalize(parsed));
      expect(written.startsWith('{"$salt":"')).toBe(true);
      expect(Buffer.from(String(parsed['$salt']), 'base64url')).toHaveLength(16);
      const { $salt: _, ...rest } = parsed;
      expect(canonicalJson(rest)).toBe(canonicalJson(payload));
    }));
  });

  it('never has the same salt twice', () => {
    const salts = Array.from({ length: 1_000 }, () => (JSON.parse(writeEvent(example, {}).payload) as EventPayload)['$salt']);
    expect(new Set(salts).size).toBe(salts.length);
  });

  it('is digested as UTF-8', () => {
    expect(payloadDigest('{"note":"巡り𠮷"}')).toBe(createHash('sha256').update('{"note":"巡り𠮷"}', 'utf8').digest('hex'));
  });
});

const example: HeaderDraft = {
  actor: 'person-1',
  command: 'command-1',
  commandDigest: 'digest',
  correlation: 'command-1',
  id: 'event-1',
  municipality: 'mihon',
  recordedAt: '2026-04-01T00:00:00.000Z',
  revision: 0,
  stream: 'sheet-1',
  type: 'NoteTaken',
  version: 1,
};
