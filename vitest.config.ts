import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** A slow machine is no fault of what is tested: these end only what would never end. */
const patient = { testTimeout: 1_200_000, hookTimeout: 1_200_000 };

const site = {
	...patient,
	globalSetup: ['tests/site/global-setup.ts'],
	// What a touch or a message from a frame does comes a moment after it; how long a moment is depends on the machine.
	expect: { poll: { timeout: 1_100_000 } },
};

/**
 * Unit tests stand beside their source and read no content of this site. `content` holds what is tested on the whole of
 * it, or on thousands of spoilt ones; tests of the built site and in a browser share one build of it.
 */
export default defineConfig({
	test: {
		// Two at a time at least: of two cores, Vitest would leave one idle.
		maxWorkers: Math.max(2, availableParallelism() - 1),
		projects: [
			{
				test: {
					...patient,
					name: 'unit',
					include: ['src/**/*.test.ts', 'tests/{charts,desk,house}/**/*.test.ts'],
					snapshotEnvironment: './tests/support/goldens.ts',
					// Pure code keeps nothing that another file could spoil: what it imports is read once for all of them.
					isolate: false,
				},
			},
			{ test: { ...patient, name: 'content', isolate: false, include: ['tests/content/**/*.test.ts'] } },
			// Pages are read and parsed once for all files of a worker: no test changes what it is given.
			{ test: { ...site, name: 'site', isolate: false, include: ['tests/site/**/*.test.ts'] } },
			{
				test: {
					...site,
					name: 'browser',
					isolate: false,
					include: ['tests/{browser,chart-client,reading}/**/*.test.ts'],
				},
			},
			// More of the made-up texts: only with `npm run fuzz`.
			{
				test: {
					testTimeout: 0,
					name: 'fuzz',
					env: { FUZZ_RUNS: '200000' },
					include: ['tests/content/parsers.test.ts'],
				},
			},
			// Builds beside the one that is shared, whole, spoilt and broken off: only with `npm test -- --all`.
			{ test: { ...site, name: 'whole', include: ['tests/whole/**/*.test.ts'] } },
		],
	},
});
