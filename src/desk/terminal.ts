import { writeSync } from 'node:fs';
import { attempt } from '../ledger/attempt.ts';
import { systemWords } from './system-fault.ts';

/** Content must not reach a terminal as commands. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Makes text from content safe to print: control and direction characters become "�", tabs become spaces. */
export function printable(text: string): string {
	return text.replace(/\t/g, ' ').replace(UNPRINTABLE, '\uFFFD');
}
/** Ends without a word when nobody reads any more (output piped into `head`, a closed window), and with one on a full disk. */
export function endQuietly(): void {
	for (const stream of [process.stdout, process.stderr])
		stream.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EPIPE' || error.code === 'EIO') process.exit();
			attempt(() => writeSync(2, `What this command says cannot be written: ${systemWords(error)}\n`), 0);
			process.exit(1);
		});
}
