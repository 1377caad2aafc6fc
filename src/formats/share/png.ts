import { crc32, deflateSync } from 'node:zlib';

/** What a picture is made of: red, green, blue and no transparency, one byte each, row by row from the top. */
export interface Pixels {
	readonly width: number;
	readonly height: number;
	readonly pixels: Uint8Array;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Colours that an indexed picture can hold. */
const MOST = 256;
/** Colours that were seen last and are known by their number at once. */
const RECENT = 4096;

function chunk(type: string, data: Uint8Array): Buffer {
	const bytes = Buffer.alloc(data.length + 12);
	bytes.writeUInt32BE(data.length);
	bytes.write(type, 4, 'latin1');
	bytes.set(data, 8);
	bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), data.length + 8);
	return bytes;
}

const partsOf = (colour: number) => [colour & 255, (colour >>> 8) & 255, (colour >>> 16) & 255] as const;

/** Which colour of a palette is nearest to one that found no place in it. */
function nearest(palette: readonly (readonly [number, number, number])[], colour: number): number {
	const [red, green, blue] = partsOf(colour);
	const distances = palette.map(([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2);
	return distances.indexOf(Math.min(...distances));
}

/** Rows that differ from the one above them, each with how many times it stands there: of a drawing, about half. */
function* differentRows(colours: Int32Array, width: number): Iterable<readonly [row: number, times: number]> {
	const bytes = Buffer.from(colours.buffer, colours.byteOffset, colours.byteLength);
	const line = 4 * width;
	for (let from = 0, at = line; from < bytes.length; at += line) {
		if (at < bytes.length && bytes.compare(bytes, from, from + line, at, at + line) === 0) continue;
		yield [from / line, (at - from) / line];
		from = at;
	}
}

/**
 * Writes a drawing as an indexed PNG: of flat colours and soft edges the 256 most frequent, and for each other one the
 * nearest of them. The same bytes for the same pixels.
 */
export function writePng({ width, height, pixels }: Pixels): Uint8Array<ArrayBuffer> {
	const colours = new Int32Array(pixels.buffer, pixels.byteOffset, width * height);
	const numbers = new Map<number, number>();
	const counts: number[] = [];
	// Where soft edges change from pixel to pixel, a look into the map for each would take longer than all the rest.
	const recent = new Int32Array(2 * RECENT);
	const numberOf = (colour: number): number => {
		const place = 2 * ((Math.imul(colour, 0x9e3779b1) >>> 16) % RECENT);
		if (recent[place] !== colour) {
			recent[place] = colour;
			recent[place + 1] = numbers.get(colour) ?? numbers.size;
			numbers.set(colour, recent[place + 1] ?? 0);
		}
		return recent[place + 1] ?? 0;
	};
	const different = [...differentRows(colours, width)];
	for (const [row, times] of different)
		for (let at = row * width, from = at, end = at + width; at < end; from = at) {
			const colour = colours[from] ?? 0;
			while (at < end && colours[at] === colour) at++;
			const number = numberOf(colour);
			counts[number] = (counts[number] ?? 0) + (at - from) * times;
		}
	const found = [...numbers].sort(([, a], [, b]) => (counts[b] ?? 0) - (counts[a] ?? 0));
	const palette = found.slice(0, MOST).map(([colour]) => partsOf(colour));
	const places = new Uint8Array(numbers.size);
	for (const [place, [colour, number]] of found.entries())
		places[number] = place < MOST ? place : nearest(palette, colour);

	// Each row begins with the filter it went through: none.
	const rows = new Uint8Array((width + 1) * height);
	for (const [row, times] of different) {
		const first = row * (width + 1);
		for (let at = row * width, from = at, to = first + 1, end = at + width; at < end; from = at) {
			const colour = colours[from] ?? 0;
			while (at < end && colours[at] === colour) at++;
			const place = places[numberOf(colour)] ?? 0;
			while (from++ < at) rows[to++] = place;
		}
		for (let more = 1; more < times; more++) rows.copyWithin(first + more * (width + 1), first, first + width + 1);
	}
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width);
	head.writeUInt32BE(height, 4);
	// Eight bits a pixel, each a place in the palette.
	head.set([8, 3], 8);
	const chunks = [
		chunk('IHDR', head),
		chunk('PLTE', Uint8Array.from(palette.flat())),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', new Uint8Array()),
	];
	return new Uint8Array(Buffer.concat([Uint8Array.from(SIGNATURE), ...chunks]));
}
