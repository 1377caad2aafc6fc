import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import sharp from 'sharp';
import { smallerOf, WIDTHS } from '../ledger/picture.ts';
import { ID } from '../ledger/schemas/fields.ts';
import type { Outcome } from './command.ts';
import { contentIn } from './read.ts';
import { recordText } from './stub-text.ts';
import { printable } from './terminal.ts';
import { UNWRITTEN } from './unfinished.ts';
import { writeFiles } from './write.ts';

const no = (error: string): Outcome => ({ out: '', error: `${printable(error)}\n`, status: 1 });

/**
 * Brings a picture in: as a file of public/images/ no wider than a page needs and a smaller one, turned the right way
 * up and without what the camera wrote into it (place and time among it), and as a source that credits it.
 */
export async function bringPicture(root: string, file: string, today: string): Promise<Outcome> {
	const given = resolve(root, file);
	const id = basename(file, extname(file))
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
	if (!ID.test(id)) return no(`give the file a name with letters: ${file}`);
	if (!existsSync(given)) return no(`there is no file ${file}`);
	if (!statSync(given).isFile()) return no(`${file} is no file, and so no picture: name the picture itself`);
	if (contentIn(root).homes.has(`source/${id}`))
		return no(`the source "${id}" is there already: rename the file first`);
	const bytes = readFileSync(given);
	const read = await sharp(bytes)
		.metadata()
		.catch(() => undefined);
	if (!read?.width) return no(`${file} is no picture that can be read; take a JPEG, PNG, WebP or AVIF file`);
	// What has see-through parts or few colours stays sharp as PNG; a photograph becomes a JPEG.
	const ending = read.hasAlpha || read.format === 'png' || read.format === 'svg' ? 'png' : 'jpg';
	const address = `/images/${id}.${ending}`;
	const sized = (width: number) => {
		const image = sharp(bytes).rotate().resize({ width, withoutEnlargement: true });
		const made = ending === 'png' ? image.png({ compressionLevel: 9 }) : image.jpeg({ quality: 80, mozjpeg: true });
		return made.toBuffer({ resolveWithObject: true });
	};
	const whole = await sized(WIDTHS.whole);
	const pictures = new Map([[address, whole.data]]);
	if (whole.info.width > WIDTHS.small) pictures.set(smallerOf(address), (await sized(WIDTHS.small)).data);
	const known = {
		...{ ownTitle: 'true', kind: 'picture', language: 'en', accessed: today, image: address },
		...{ publisher: `${UNWRITTEN}, who took it, as they want to be credited`, licence: undefined },
	};
	const source = recordText('source', id, known, { today, pick: () => '' });
	const files = [...pictures].map(([path, data]) => [`public${path}`, data] as const);
	const made = new Map<string, string | Uint8Array>([[`content/sources/${id}.yaml`, source], ...files]);
	const fault = writeFiles(root, made, 'grow');
	if (fault) return no(fault);
	const sizes = `${whole.info.width} × ${whole.info.height}`;
	const lines = [...pictures].map(([path, data]) => `wrote public${path} (${Math.ceil(data.length / 1000)} kB)`);
	return {
		out: `${lines.join('\n')}
wrote content/sources/${id}.yaml
The picture is ${sizes}. Say in that file who took it and under which licence, then put it on a page on a line of its own:
  ![${UNWRITTEN}: what is to be seen](${address})
`,
		status: 0,
	};
}
