import type { Note } from '../annotations.ts';
import type { Datum } from '../data.ts';
import type { Labeller } from '../label.ts';
import type { Shape, Size, Spot } from '../scene.ts';
import { label, wrap } from '../text.ts';

/**
 * Sets what an editor says of single values near their marks; what finds no room stands below the plot: an editor's
 * words are never dropped.
 * @param below where that room begins
 * @param widths to break the words at, the best first
 */
export function noteWords(
	notes: readonly Note[],
	at: (datum: Datum) => Spot,
	below: { readonly x: number; readonly y: number; readonly width: number },
	labels: Labeller,
	size: Size,
	widths: readonly number[] = size.layout === 'narrow' ? [130, 90, 62] : [190, 130, 90],
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
	let bottom = below.y;
	const shapes = notes.flatMap((note): readonly Shape[] => {
		if (note.type !== 'datum') return [];
		const words = { text: note.label, widths };
		const found = labels.put({ role: 'ch-note ch-halo', words, anchors: [at(note.datum)], clear: true });
		if (found) return found;
		const lines = wrap(note.label, below.width, size.text);
		const y = bottom + size.text;
		bottom += lines.length * size.lineHeight;
		return [label('ch-note', size, lines, { x: below.x, y })];
	});
	return { shapes, bottom };
}
