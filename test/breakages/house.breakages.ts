import type { Breakage } from './breakage.ts';

const architecture = { spec: 'test/architecture.spec.ts' };
const compose = { file: 'docker-compose.yml', spec: 'test/check/compose.spec.ts' };
const accessRows = { file: 'libs/evaluation/access.ts', spec: 'test/access.spec.ts', test: 'evaluation.(approve|save|submit)$' };

export const houseBreakages: readonly Breakage[] = [
  {
    ...architecture, name: 'house: forbidden import of a lower room', file: 'libs/plan/domain/plan.ts',
    find: "import type { Label } from '../../kernel/label.ts';",
    replace: "import type { Label } from '../../kernel/label.ts';\nexport type { Sheet } from '../../evaluation/domain/sheet.ts';",
  },
  {
    ...architecture, name: 'house: forbidden import of an app', file: 'libs/platform/room.ts',
    find: "import type { Type } from '@nestjs/common';", replace: "import type { Type } from '@nestjs/common';\nexport { rooms } from '../../apps/api/rooms.ts';",
  },
  {
    ...architecture, name: 'house: forbidden import of a framework in a decider', file: 'libs/evaluation/domain/approval-line/approve.ts',
    find: "import type { Asked } from '../../../kernel/asked.ts';",
    replace: "import { Injectable } from '@nestjs/common';\nimport type { Asked } from '../../../kernel/asked.ts';\nexport const never = Injectable;",
  },
  {
    ...architecture, name: 'house: a decider that looks at the clock', file: 'libs/evaluation/domain/judge.ts',
    find: 'late: now > deadline.at', replace: 'late: new Date().toISOString() > deadline.at',
  },
  {
    ...accessRows, name: 'access: dropped row', find: "...mayAsk('evaluation.approve', deciders),", replace: "...mayAsk('evaluation.approve', { chair: ownSection }),",
  },
  {
    ...accessRows, name: 'access: a row for one section taken for all', find: "...mayAsk('evaluation.save', { staff: ownSection }),",
    replace: "...mayAsk('evaluation.save', { staff: anywhere }),",
  },
  {
    ...accessRows, name: 'access: a row too many', find: "...mayAsk('evaluation.submit', { staff: ownSection }),",
    replace: "...mayAsk('evaluation.submit', { staff: ownSection, auditor: anywhere }),",
  },
  {
    name: 'documents: the API changed and its document not', file: 'libs/municipality/http/municipality.controller.ts', spec: 'test/check/open-api.spec.ts',
    find: "@Get('who-am-i')", replace: "@Get('whoami')",
  },
  { ...compose, name: 'documents: compose sets what is no setting', find: 'MEGURI_DATA_DIR: /data', replace: 'MEGURI_DATA: /data' },
  { ...compose, name: 'documents: compose publishes another port', find: 'PORT: "3000"', replace: 'PORT: "3001"' },
  {
    name: 'events: a version raised without lifting the old one', file: 'libs/evaluation/domain/sheet.events.ts', spec: 'test/stored-events.spec.ts',
    find: '  FieldsSaved: { version: 1 },', replace: '  FieldsSaved: { version: 2 },',
  },
  {
    name: 'events: a member renamed', file: 'libs/cycle/domain/open.ts', spec: 'test/stored-events.spec.ts',
    find: "type: 'CycleOpened', year, aboutYear, plans,", replace: "type: 'CycleOpened', year, about: aboutYear, plans,",
  },
];
