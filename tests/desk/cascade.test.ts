import { describe, expect, it } from 'vitest';
import { formatReport } from '../../src/desk/report.ts';
import { checkWith, textOf } from './tree.ts';

const CLAIMS = 'content/claims/bridge.yaml';
const SOURCE = 'content/sources/report.yaml';

/** The rules of the errors, and the report as printed. */
function withChange(path: string, from: string, to: string) {
	const text = textOf(path);
	if (!text.includes(from)) throw new Error(`“${from}” does not stand in ${path}`);
	const report = checkWith({ [path]: text.replace(from, () => to) });
	const errors = report.findings.filter(({ severity }) => severity === 'error');
	return { rules: errors.map(({ rule }) => rule), errors, out: formatReport(report, { colour: false }) };
}

describe('one mistake', () => {
	it('in a file of claims is told alone, and what it hides is counted', () => {
		const { rules, out } = withChange(CLAIMS, 'measure: injured\n', 'measure:injured\n');
		expect(new Set(rules)).toEqual(new Set(['yaml']));
		expect(out).toMatch(/\d+ references into content\/claims\/bridge\.yaml were not checked because it cannot be read/);
		expect(out).toContain('seed report: not counted, because content/claims/bridge.yaml cannot be read');
	});

	it('in the source of a seed is told alone', () => {
		expect(new Set(withChange(SOURCE, 'publisher: Unknown', 'publisher:Unknown').rules)).toEqual(new Set(['yaml']));
	});

	it('in the rows of a series is told alone', () => {
		const { rules } = withChange('content/series/residents.csv', 'date,value', 'day,value');
		expect(rules).toEqual(['csv']);
	});

	it('in a record hides what only follows from it', () => {
		expect(withChange(CLAIMS, 'level: medium', 'level: middling').rules).toEqual(['schema']);
	});

	it('in the letters of a key is told once, at the key', () => {
		const { errors } = withChange('content/sources/gazette.yaml', 'publisher:', 'publishr:');
		expect(errors).toMatchObject([{ rule: 'unknown-key', column: 1, fix: 'Did you mean "publisher"?' }]);
	});

	it('that makes a file unreadable comes first', () => {
		const text = textOf('content/sources/office.yaml');
		const { findings } = checkWith({
			'content/actors/torv.yaml': textOf('content/actors/torv.yaml').replace('kind:', 'knd:'),
			'content/sources/office.yaml': text.replace('title: ', 'title: "'),
		});
		expect(findings[0]).toMatchObject({ rule: 'yaml', path: 'content/sources/office.yaml' });
		expect(findings.length).toBeGreaterThan(1);
	});

	it('of losing all content is told alone, seeds or not', () => {
		const gone = Object.fromEntries([...checkWith({}).content.files].map(({ path }): [string, null] => [path, null]));
		expect(checkWith(gone).findings.map(({ rule }) => rule)).toEqual(['empty-content']);
	});
});

describe('a claim that is still a stub', () => {
	it('accounts for no figure of a seed', () => {
		const { rules, out } = withChange(
			CLAIMS,
			'statement: The rescue service counted 52 injured.',
			'statement: To be written.',
		);
		expect(new Set(rules)).toEqual(new Set(['stub', 'seed-coverage']));
		expect(out).toContain('seed report: 3 of 4 figures accounted for; 1 stub waits in content/claims/bridge.yaml');
	});
});
