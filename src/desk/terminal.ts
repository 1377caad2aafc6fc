/** Content must not reach a terminal as commands. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Makes text from content safe to print: control and direction characters become "�", tabs become spaces. */
export function printable(text: string): string {
	return text.replace(/\t/g, ' ').replace(UNPRINTABLE, '\uFFFD');
}
/** Ends without a word when nobody reads any more: output piped into `head`, a closed window. */
export function endQuietly(): void {
	for (const stream of [process.stdout, process.stderr])
		stream.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EPIPE' || error.code === 'EIO') process.exit();
			throw error;
		});
}
