import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const site = {
	globalSetup: ['tests/site/global-setup.ts'],
	testTimeout: 180_000,
	hookTimeout: 180_000,
	// What a touch or a message from a frame does comes a moment after it; how long a moment is depends on the machine.
	expect: { poll: { timeout: 60_000 } },
};

/** Unit tests stand beside their source; tests of the built site and in a browser share one build of it. */
export default defineConfig({
	test: {
		// Two at a time at least: of two cores, Vitest would leave one idle.
		maxWorkers: Math.max(2, availableParallelism() - 1),
		projects: [
			{
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
					exclude: ['tests/site/**', 'tests/browser/**', 'tests/chart-client/**', 'tests/reading/**', 'tests/whole/**'],
					testTimeout: 120_000,
				},
			},
			// Builds beside the one that is shared, whole, spoilt and broken off: only with `npm test -- --all`.
			{ test: { ...site, name: 'whole', include: ['tests/whole/**/*.test.ts'] } },
			{ test: { ...site, name: 'site', include: ['tests/site/**/*.test.ts'] } },
			{
				test: {
					...site,
					name: 'browser',
					include: ['tests/browser/**/*.test.ts', 'tests/chart-client/**/*.test.ts', 'tests/reading/**/*.test.ts'],
				},
			},
		],
	},
});
