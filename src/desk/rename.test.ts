import { describe, expect, it } from 'vitest';
import { checkWith, fixture } from '../../tests/desk/tree.ts';
import { diskOf } from './disk.ts';
import { readContent } from './read.ts';
import { PUBLISHED } from './released.ts';
import { rename } from './rename.ts';

const read = (more: Readonly<Record<string, string>> = {}) =>
	readContent('/', diskOf(new Map([...fixture(), ...Object.entries(more)])));

describe('rename', () => {
	it.each([
		['claim', 'injured-rescue'],
		['claim', 'bad-day'],
		['source', 'report'],
		['actor', 'torv'],
		['place', 'vell'],
		['series', 'residents'],
		['ceasefire', 'market-truce'],
		['topic', 'bridge'],
		['measure', 'injured'],
		['term', 'stock'],
	] as const)('gives a %s another id everywhere, and leaves no fault', (kind, id) => {
		const made = rename(read(), kind, id, 'new-name', '2026-11-22');
		if (!made.ok) throw new Error(made.message);
		const changes = { ...Object.fromEntries(made.gone.map((path) => [path, null])), ...Object.fromEntries(made.files) };
		const { findings, content } = checkWith(changes);
		expect(findings).toEqual([]);
		expect(content.homes.has(`${kind}/new-name`)).toBe(true);
		expect(content.homes.has(`${kind}/${id}`)).toBe(false);
	});

	it('sends on readers of an address that was published', () => {
		const published = { addresses: ['/claims/hospital/'], claims: { hospital: '17 people' } };
		const made = rename(read({ [PUBLISHED]: JSON.stringify(published) }), 'claim', 'hospital', 'taken', '2026-11-22');
		expect(made).toMatchObject({ ok: true });
		expect(made.ok && made.files.get('content/moved.yaml')).toBe(
			'- { from: /claims/hospital/, to: /claims/taken/, why: Renamed on 2026-11-22. }\n',
		);
	});

	it('refuses what is not there, is taken, or is no id', () => {
		for (const [id, next] of [
			['nothing', 'x'],
			['hospital', 'bad-day'],
			['hospital', 'Not An Id'],
		] as const)
			expect(rename(read(), 'claim', id, next, '2026-11-22').ok).toBe(false);
	});

	it('keeps the names that the site asks for', () => {
		const refused = (kind: 'site' | 'page', id: string) => {
			const made = rename(read(), kind, id, 'other', '2026-11-22');
			return !made.ok && made.message;
		};
		for (const [kind, id] of [
			['site', 'site'],
			['page', 'front'],
			['page', 'about'],
		] as const)
			expect(refused(kind, id)).toContain('it keeps it');
	});

	it('adds to the addresses that have moved, in the form they have, and refuses what it cannot read', () => {
		const published = JSON.stringify({ addresses: ['/claims/hospital/'], claims: { hospital: '17 people' } });
		const moved = (text: string | Uint8Array) => {
			const held = new Map([...fixture(), [PUBLISHED, published], ['content/moved.yaml', text]] as const);
			const made = rename(readContent('/', diskOf(held)), 'claim', 'hospital', 'taken', '2026-11-22');
			return made.ok ? made.files.get('content/moved.yaml') : made.message;
		};
		const entry = '- { from: /claims/hospital/, to: /claims/taken/, why: Renamed on 2026-11-22. }';
		expect(moved('[]\n')).toBe(`${entry}\n`);
		const before = '- { from: /a/, to: /b/, why: x }';
		expect(moved(`${before}\r\n`)).toBe(`${before}\r\n${entry}\r\n`);
		expect(moved(Buffer.from('- { from: /a/, to: /b/, why: caf\u00e9 }\n', 'latin1'))).toContain('cannot be read');
	});
});
