import { expect, it } from 'vitest';
import type { Actor } from '../ledger/ledger.ts';
import { brokerWords } from './brokers.ts';

const actor = (id: string, name: string, kind: Actor['kind']): Actor => ({
	id,
	name,
	kind,
	gloss: 'who speaks',
	role: 'They speak.',
	sources: [],
});
const torv = actor('torv', 'Torv', 'state');
const vell = actor('vell', 'Vell', 'government');
const [mayor, envoy] = [actor('mayor', 'A mayor', 'person'), actor('envoy', 'An envoy', 'person')];

it('names a person beside the state for which that person acted', () => {
	expect(brokerWords([torv, mayor, vell, envoy])).toBe('Torv (A mayor) and Vell (An envoy)');
});

it('leaves a person alone who acted for no state', () => {
	const body = actor('body', 'The assembly', 'international body');
	expect(brokerWords([envoy, body])).toBe('An envoy and The assembly');
	expect(brokerWords([mayor])).toBe('A mayor');
	expect(brokerWords([torv, vell, body])).toBe('Torv, Vell and The assembly');
	expect(brokerWords([])).toBe('');
});
