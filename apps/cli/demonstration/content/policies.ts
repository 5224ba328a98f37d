import { childhood } from './childhood.ts';
import { environment } from './environment.ts';
import { health } from './health.ts';
import { industry } from './industry.ts';
import { learning } from './learning.ts';
import type { PolicyContent } from './policy.ts';

/** The plan of みほん市, policy by policy. */
export const policies: readonly PolicyContent[] = [industry, childhood, health, environment, learning];
