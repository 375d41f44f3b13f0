/** `kubectl get nodes`: the 58 machines of production and the 60 virtual ones of the second environment in one pool. */
import { lastingNode } from './plan';
import { joinLines, listedColumns } from './text';

const machines = Array.from({ length: 58 }, (_, index) => `paas-10-239-40-${110 + index}`);
const virtualMachines = Array.from({ length: 60 }, (_, index) => `env2-10-239-44-${11 + index}`);

/** The pool at the time of the collection, when one of the sick nodes had recovered. */
export function nodeList(): string {
  const row = (name: string, age: string): string[] => [
    name,
    name === lastingNode.host ? 'NotReady' : 'Ready',
    '<none>',
    age,
    'v1.8.6',
  ];
  return joinLines(
    listedColumns([
      ['NAME', 'STATUS', 'ROLES', 'AGE', 'VERSION'],
      ...virtualMachines.map((name) => row(name, '96d')),
      ...machines.map((name) => row(name, '212d')),
    ]),
  );
}
