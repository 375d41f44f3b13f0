/** All root causes the simulator knows. */
import type { Scenario } from '../scenario';
import { controlPlaneScenarios } from './controlPlane';
import { networkScenarios } from './network';
import { resourceScenarios } from './resources';
import { runtimeScenarios } from './runtime';
import { storageScenarios } from './storage';

export const scenarios: readonly Scenario[] = [
  ...runtimeScenarios,
  ...storageScenarios,
  ...resourceScenarios,
  ...networkScenarios,
  ...controlPlaneScenarios,
];
