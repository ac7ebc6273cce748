import { format } from 'node:util';
import { afterAll, afterEach } from 'vitest';

// A warning nobody expected is a bug nobody has seen yet: it fails the test during which it was written. A test that
// expects one replaces the method itself: vi.spyOn(console, 'error').mockImplementation(() => undefined).
const unexpected: string[] = [];

for (const method of ['error', 'warn'] as const) {
  console[method] = (...parts: unknown[]) => {
    unexpected.push(`console.${method}: ${format(...parts)}`);
  };
}

function requireSilence(): void {
  const lines = unexpected.splice(0);
  if (lines.length > 0) throw new Error(`Unexpected output:\n${lines.join('\n')}`);
}

afterEach(requireSilence);
afterAll(requireSilence);
