import { expect, it } from 'vitest';
import { ownLedger } from '../../tests/support/own-content.ts';
import { brokerWords } from './brokers.ts';

const { actors } = ownLedger();
const words = (...ids: readonly string[]) => brokerWords(ids.flatMap((id) => actors.get(id) ?? []));

it('names a president beside the state for which he acted', () => {
	expect(words('russia', 'putin', 'turkiye', 'erdogan')).toBe(
		'Russia (Vladimir Putin) and Türkiye (Recep Tayyip Erdoğan)',
	);
});

it('leaves a person alone who acted for no state', () => {
	expect(words('annan', 'un-security-council', 'arab-league')).toMatch(/^Kofi Annan, .+ and .+$/);
	expect(words('brahimi')).toBe('Lakhdar Brahimi');
	expect(words('russia', 'turkiye', 'iran')).toBe('Russia, Türkiye and Iran');
	expect(words()).toBe('');
});
