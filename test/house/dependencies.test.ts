import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { projectRoot } from '~/db/project-root';

const manifestSchema = z.object({
  engines: z.object({ node: z.string() }).partial().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  devDependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      optional: z.boolean().optional(),
      engines: z.union([z.object({ node: z.string().optional() }), z.array(z.string())]).optional(),
    }),
  ),
});

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(projectRoot, file), 'utf8'));
const manifest = manifestSchema.parse(read('package.json'));
const lock = lockSchema.parse(read('package-lock.json'));

type Version = readonly [number, number, number];
/** The oldest Node that is supported. */
const oldest: Version = [20, 19, 0];

/** Whether a version fits a range as `engines` has them: `>=18`, `^18.0.0 || >=20`, `20.x`, `>= 18.12 < 23`. */
function fits(range: string, version: Version): boolean {
  return range.split('||').some((part) => {
    const comparators = [
      ...part.matchAll(/(>=|<=|>|<|\^|~|=)?\s*v?(\d+|\*|x)(?:\.(\d+|x|\*))?(?:\.(\d+|x|\*))?[\w.-]*/g),
    ];
    return comparators.every(([, operator = '', ...parts]) => satisfies(operator, parts, version));
  });
}

function satisfies(operator: string, parts: (string | undefined)[], version: Version): boolean {
  const given = parts.map((part) => (part === undefined || /[x*]/.test(part) ? null : Number(part)));
  const [major = null, minor = null, patch = null] = given;
  if (major === null) return true;
  const difference = compare(version, [major, minor ?? 0, patch ?? 0]);
  if (operator === '>=') return difference >= 0;
  if (operator === '>') return difference > 0;
  if (operator === '<') return difference < 0;
  if (operator === '<=') return difference <= 0;
  if (operator === '^') return version[0] === major && difference >= 0;
  if (operator === '~') return version[0] === major && (minor === null || version[1] === minor) && difference >= 0;
  return version[0] === major && (minor === null || version[1] === minor) && (patch === null || version[2] === patch);
}

function compare(left: Version, right: Version): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

test.each([
  ['>=18', true],
  ['^18.0.0 || >=20.0.0', true],
  ['^20.19.0 || >=22.12.0', true],
  ['>=22', false],
  ['^18 || ^22', false],
  ['20 || >=22', true],
  ['>=20.20', false],
  ['>= 18.12 < 20', false],
  ['20.x', true],
  ['*', true],
])('the range %s fits Node 20.19: %s', (range, expected) => {
  expect(fits(range, oldest)).toBe(expected);
});

describe('packages', () => {
  test('run on the oldest Node that we support, ours included', () => {
    expect(manifest.engines?.node).toBe('>=20.19');
    const refusing = Object.entries(lock.packages).filter(([, { engines, optional }]) => {
      // npm leaves out an optional one that does not fit.
      if (optional) return false;
      const range = Array.isArray(engines) ? undefined : engines?.node;
      return range !== undefined && !fits(range, oldest);
    });
    expect(refusing.map(([name, { engines }]) => `${name}: ${JSON.stringify(engines)}`)).toEqual([]);
  });

  test('are declared by one exact version', () => {
    const declared = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    expect(Object.entries(declared).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test('are locked by their content, and come from the registry only', () => {
    const loose = Object.entries(lock.packages).filter(
      ([name, { integrity, resolved }]) =>
        name !== '' && (!integrity?.startsWith('sha512-') || /^(?:git|http:|file:)/.test(resolved ?? '')),
    );
    expect(loose.map(([name]) => name)).toEqual([]);
  });

  test('that we use directly are each explained', () => {
    const file = path.join(projectRoot, 'docs', 'dependencies.md');
    expect(existsSync(file)).toBe(true);
    const text = readFileSync(file, 'utf8');
    const names = Object.keys({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    });
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});
