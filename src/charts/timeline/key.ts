import type { Ceasefire } from '../../ledger/ledger.ts';
import { KEY } from '../key.ts';
import type { Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { DROP, textWidth } from '../text.ts';
import { agreedMark, bar, type Frame } from './bar.ts';
import type { Tone } from './coverage-style.ts';
import { label } from './label.ts';
import { type Span, spanOf } from './span.ts';

const SAMPLE = 30;

const hard = (at: number) => ({ min: at, max: at, hard: true });
const samples = {
	agreed: 'agreed',
	day: 'ended on a known day',
	about: 'end known only roughly',
	open: 'no end known',
	partly: 'holds in part of Idlib',
} as const;

export type Sample = keyof typeof samples;

const span = (sample: Sample): Span => ({
	agreed: hard(0),
	start: hard(0),
	end: sample === 'open' ? null : sample === 'about' ? { min: 12, max: 26, hard: false } : hard(26),
});

/** What the marks mean, each with its sample, wrapped to the width. Only those that occur are given. */
export function key(
	wanted: readonly Sample[],
	size: Size,
	top: number,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
	const shapes: Shape[] = [];
	let left = 0;
	let y = top + size.lineHeight;
	for (const sample of wanted) {
		const lead = sample === 'agreed' ? 10 : sample === 'open' ? 42 : SAMPLE;
		const width = lead + 6 + textWidth(samples[sample], size.text);
		if (left > 0 && left + width > size.width) {
			left = 0;
			y += size.lineHeight + 5;
		}
		const origin = left;
		const frame: Frame = { x: (time) => origin + 1 + time, from: -1, to: 100 };
		const tone: Tone = sample === 'partly' ? 'partly' : 'yes';
		const middle = y - size.text * DROP;
		shapes.push(
			...(sample === 'agreed' ? [agreedMark(origin + 4, middle + 10)] : bar(span(sample), tone, middle, frame).shapes),
			label('tl-note', left + lead + 6, y, samples[sample], size),
		);
		left += width + 16;
	}
	return { shapes: [{ type: 'group', role: KEY, shapes }], bottom: wanted.length > 0 ? y + 6 : top };
}

/** The samples that occur among these ceasefires. */
export const samplesFor = (ceasefires: readonly Ceasefire[]): readonly Sample[] => {
	const spans = ceasefires.map(spanOf);
	return [
		'agreed',
		...(spans.some(({ end }) => end?.hard) ? (['day'] as const) : []),
		...(spans.some(({ end }) => end && !end.hard) ? (['about'] as const) : []),
		...(spans.some(({ end }) => end === null) ? (['open'] as const) : []),
		...(ceasefires.some(({ coversIdlib }) => coversIdlib === 'partly') ? (['partly'] as const) : []),
	];
};
