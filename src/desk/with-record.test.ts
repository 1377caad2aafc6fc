import { describe, expect, it } from 'vitest';
import { withRecord } from './with-record.ts';

const RECORD = '- id: new\n  note: x\n';

describe('withRecord', () => {
	it.each([
		['', RECORD],
		['# A note\n', `# A note\n${RECORD}`],
		['- id: a', `- id: a\n${RECORD}`],
		['- id: a\n', `- id: a\n${RECORD}`],
		['- id: a\r\n', '- id: a\r\n- id: new\r\n  note: x\r\n'],
		['[]\n', RECORD],
		['[] # none yet', ` # none yet\n${RECORD}`.trimStart()],
		['  - id: a\n    note: y\n', '  - id: a\n    note: y\n  - id: new\n    note: x\n'],
	])('puts a record behind %j', (text, whole) => {
		expect(withRecord(text, RECORD)).toBe(whole);
	});

	it.each(['[{ id: a }]\n', 'id: a\n', '- id: [\n', '- id: a\n...\n'])('refuses %j', (text) => {
		expect(withRecord(text, RECORD)).toBeUndefined();
	});

	it('leaves a text of several lines in front of it as it was', () => {
		expect(withRecord('- |+\n  a\n\n', RECORD)).toBe(`- |+\n  a\n\n${RECORD}`);
		expect(withRecord('- |\n  a', RECORD)).toBe(`- |\n  a\n${RECORD}`);
	});
});
